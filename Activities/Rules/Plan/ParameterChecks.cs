namespace Gongtui.Activities.Rules.Plan;

/// <summary>The parameters on which the sources differ or are silent: noted at the default, warned about when changed, blocked when impossible.</summary>
internal static class ParameterChecks
{
    private static readonly PlanParameters Defaults = new();

    public static IEnumerable<ChecklistItem> Of(PlanParameters plan, RulePack pack) =>
    [
        Share("recommendationRatio", new("推荐差额比例", "Recommendation differential"), plan.RecommendationRatio, Defaults.RecommendationRatio, "F16",
            plan.RecommendationRatio < plan.InvestigationRatio && plan.Mode != VotingMode.NoCandidates
                ? new("推荐差额小于考察差额，推荐名单可能不够考察；范例文件未定推荐差额。", "Below the investigation's ratio: the recommended may be too few to investigate. The seed gives no ratio.")
                : null),
        Choice("recommendationTie", new("推荐末位同票", "Tie at the cut of the recommendation"), plan.RecommendationTie, Defaults.RecommendationTie, "F16"),
        Part("recommendationParticipation", new("推荐参与率", "Participation in the recommendation"), plan.RecommendationParticipation, Defaults.RecommendationParticipation, "F16"),
        Part("assessmentParticipation", new("测评参加率", "Participation in the assessment"), plan.AssessmentParticipation, Defaults.AssessmentParticipation, "F17"),
        Weights(plan.AssessmentWeights),
        Share("investigationRatio", new("考察差额比例", "Investigation differential"), plan.InvestigationRatio, Defaults.InvestigationRatio, "F3",
            plan.InvestigationRatio < pack.Differential?.Ratio
                ? new("考察差额小于选举差额，考察对象不够产生候选人。", "Below the ballot's differential: too few are investigated to name the candidates.")
                : null,
            Severity.Block),
        Choice("investigationBase", new("考察差额基数", "Base of the investigation differential"), plan.InvestigationBase, Defaults.InvestigationBase, "F3"),
        Part("quorumStrict", new("到会人数", "Quorum"), pack.Quorum, RulePacks.ById(pack.Id)!.Quorum, "F5"),
        Choice("ballotScope", new("选票无效范围", "What an over-full part spoils"), plan.Counting.BallotScope, Defaults.Counting.BallotScope, "F7"),
        Choice("writeInWithoutMark", new("另选他人未画○", "Write-in without the mark"), plan.Counting.WriteInWithoutMark, Defaults.Counting.WriteInWithoutMark, "F8"),
        Choice("excessWriteIns", new("另选他人多于×", "More write-ins than ×"), plan.Counting.ExcessWriteIns, Defaults.Counting.ExcessWriteIns, "F8"),
        SeatPolicyItem(plan),
        Choice("repeatedName", new("同一人写于多项职务", "One name for several posts"), plan.Counting.RepeatedName, CountingPolicy.For(plan.Mode).RepeatedName, "F15"),
        Share("closeToSeats", new("“接近应选名额”的标准", "\"Close to the seats\""), plan.CloseToSeats, Defaults.CloseToSeats, "F12",
            plan.CloseToSeats > new Ratio(1, 1) || plan.CloseToSeats <= new Ratio(0, 1)
                ? new("须大于 0 且不大于 1。", "It must be above 0 and at most 1.") : null,
            Severity.Block),
        Choice("reduceSeatsStrict", new("减少名额须超过半数", "Reducing seats needs more than half"), plan.ReduceSeatsStrict, Defaults.ReduceSeatsStrict, "F12"),
        Number("tieLoops", new("同票再次投票次数", "Votes among the tied"), plan.TieLoops, Defaults.TieLoops, 10, "F11"),
        Share("openRunoffRatio", new("无候选人再选名单差额", "Run-off list without candidates"), plan.OpenRunoffRatio, Defaults.OpenRunoffRatio, "F15",
            plan.OpenRunoffRatio < new Ratio(0, 1) ? new("不能为负。", "It cannot be negative.") : null, Severity.Block),
        Number("publicityWorkingDays", new("公示工作日", "Publicity period in working days"), plan.PublicityWorkingDays, Defaults.PublicityWorkingDays, 250, "F18",
            plan.PublicityWorkingDays is > 0 and < 5 ? new("少于 5 个工作日：公推直选做法为 3–5 个，干部条例为不少于 5 个。", "Fewer than 5: the handbook allows 3–5, the regulation on officials demands at least 5.") : null),
        Calendar(plan),
        Number("tellers", new("监票人、计票人数", "Tellers and scrutineers"), plan.Tellers, Defaults.Tellers, 1000, "F20"),
        Choice("kinBarred", new("近亲属回避", "Kin of candidates barred"), plan.KinBarred, Defaults.KinBarred, "F20"),
        Approvals(plan),
        Number("retentionYears", new("保存年限", "Years of retention"), plan.RetentionYears, Defaults.RetentionYears, 100, "R64"),
    ];

    private static ChecklistItem SeatPolicyItem(PlanParameters plan)
    {
        var item = Choice("seatPolicy", new("一人参选多项职务", "One person standing for several posts"), plan.Counting.SeatPolicy, Defaults.Counting.SeatPolicy, "F14");
        return plan.Counting.SeatPolicy switch
        {
            SeatPolicy.Cumulative => item with { Message = new("累计计票只见于村民委员会选举办法。", "Cumulative counting is found in village committee rules only.") },
            SeatPolicy.Separate => item with { Message = new("各项互不相关：同一人不得参选两项，否则可能当选两职。", "Contests know nothing of each other: nobody may stand twice, or one person could win two posts.") },
            _ => item,
        };
    }

    private static ChecklistItem Weights(GroupWeights? weights) => weights switch
    {
        null => new("assessmentWeights", WeightsName, new("分别统计，不合并", "apart, never merged"), new("分别统计，不合并", "apart, never merged"), "F17", Severity.Note, AtDefault),
        { Members: >= 0, Masses: >= 0 } when weights.Members + weights.Masses > 0 => new("assessmentWeights", WeightsName,
            new($"党员 {weights.Members}：群众 {weights.Masses}", $"members {weights.Members} : masses {weights.Masses}"), new("分别统计，不合并", "apart, never merged"), "F17", Severity.Warn,
            new("办法要求党员、群众分别统计；合并须在方案中公开权重。", "The handbook counts members and masses apart; merging them needs published weights.")),
        _ => new("assessmentWeights", WeightsName, new($"{weights.Members}:{weights.Masses}", $"{weights.Members}:{weights.Masses}"), null, "F17", Severity.Block,
            new("权重不能为负，也不能都为 0。", "Weights cannot be negative or all zero."), new("填写如 7 和 3，或留空。", "Enter such as 7 and 3, or leave empty.")),
    };

    private static ChecklistItem Approvals(PlanParameters plan)
    {
        string[] missing = [.. Defaults.Approvals.Select(duty => duty.Subject).Where(subject => plan.Approvals.All(duty => duty.Subject != subject))];
        return new("approvals", new("审批分工", "Who approves what"), DutyWords.Of(plan.Approvals), DutyWords.Of(Defaults.Approvals), "R18, R60",
            missing.Length == 0 ? Severity.Note : Severity.Block,
            missing.Length == 0 ? AtDefault : new(
                $"没有写明由谁审批：{string.Join("、", missing.Select(subject => DutyWords.Subject(subject).Zh))}。",
                $"Nobody approves: {string.Join(", ", missing.Select(subject => DutyWords.Subject(subject).En))}."),
            missing.Length == 0 ? null : new("公推直选须经上级同意，书记、副书记当选须报批。", "Direct election needs the superior's agreement; secretary and deputies need approval."));
    }

    private static ChecklistItem Calendar(PlanParameters plan) =>
        Plain("calendar", new("工作日历", "Working-day calendar"), "", "", "F18", plan.Calendar == Defaults.Calendar) with
        {
            Value = DutyWords.Calendar(plan.Calendar),
            Default = DutyWords.Calendar(Defaults.Calendar),
        };

    private static ChecklistItem Share(string key, Text name, Ratio value, Ratio standard, string rule, Text? wrong, Severity weight = Severity.Warn)
    {
        var item = Plain(key, name, $"{value}", $"{standard}", rule, value == standard);
        return wrong is null ? item : item with { Severity = weight, Message = wrong, WhatToDo = Restore($"{standard}"), Fix = weight == Severity.Block ? standard.Terms : null };
    }

    private static ChecklistItem Part(string key, Text name, Threshold value, Threshold standard, string rule)
    {
        var item = Plain(key, name, value.Words.Zh, standard.Words.Zh, rule, value == standard) with { Value = value.Words, Default = standard.Words };
        return value.Ratio <= new Ratio(1, 1) && !(value.Strict && value.Ratio == new Ratio(1, 1))
            ? item
            : item with { Severity = Severity.Block, Message = new("全体都参加也达不到。", "Even everybody together cannot reach it."), WhatToDo = Restore(standard.Words.Zh, standard.Words.En), Fix = $"{(standard.Strict ? ">" : "≥")} {standard.Ratio.Terms}" };
    }

    private static ChecklistItem Choice<T>(string key, Text name, T value, T standard, string rule)
        where T : notnull => Plain(key, name, Words.Of(value), Words.Of(standard), rule, value.Equals(standard));

    private static ChecklistItem Number(string key, Text name, int value, int standard, int most, string rule, Text? wrong = null)
    {
        var item = Plain(key, name, $"{value}", $"{standard}", rule, value == standard);
        return value < 1 || value > most
            ? item with { Severity = Severity.Block, Message = new($"须在 1 至 {most} 之间。", $"It must be between 1 and {most}."), WhatToDo = Restore($"{standard}"), Fix = $"{standard}" }
            : wrong is null ? item : item with { Severity = Severity.Warn, Message = wrong };
    }

    private static ChecklistItem Plain(string key, Text name, string value, string standard, string rule) =>
        Plain(key, name, value, standard, rule, value == standard);

    private static ChecklistItem Plain(string key, Text name, string value, string standard, string rule, bool same) =>
        Plain(key, name, new(value, value), new Text(standard, standard), rule, same);

    private static ChecklistItem Plain(string key, Text name, Text value, Text standard, string rule, bool same) => new(
        key, name, value, standard, rule, same ? Severity.Note : Severity.Warn,
        same ? AtDefault : new("与默认值不同，须在方案中说明理由。", "Differs from the default: the plan must give the reason."));

    private static Text WeightsName => new("党员与群众权重", "Weights of members and masses");

    private static Text AtDefault => new("按默认值。", "At the default.");

    private static Text Restore(string standard) => Restore(standard, standard);

    private static Text Restore(string zh, string en) => new($"改为 {zh}，或写明其他可行的值。", $"Set {en}, or another value that can work.");
}
