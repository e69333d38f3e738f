using System.Globalization;
using Gongtui.Activities;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Tenure;

namespace Gongtui.Host.Inbox.Forms;

/// <summary>One parameter of the plan as a field.</summary>
/// <param name="Key">Name of the field; the checklist calls the parameter the same.</param>
/// <param name="Show">Its value in a plan, as the field holds it.</param>
/// <param name="Set">The plan with the value of the field.</param>
/// <param name="Choices">What can be chosen; null for a field to type into.</param>
/// <param name="IsNumber">Whether a phone should show its digits.</param>
public sealed record PlanParameter(
    string Key, Text Label, Func<PlanParameters, string> Show, Func<PlanParameters, FormValues, PlanParameters> Set,
    IReadOnlyList<(string Value, Text Label)>? Choices = null, Text? Hint = null, bool IsNumber = false);

/// <summary>The plan's form (DOMAIN §3.2): its fields, its first draft, and the way from fields to the plan.</summary>
public static class PlanFormReader
{
    private static readonly Text OfSeats = new("分数，如 2/5。", "A fraction such as 2/5.");

    /// <summary>The posts that a plan can have, highest first.</summary>
    public static IReadOnlyList<(string Post, Text Name)> Posts => UsualPosts.All;

    /// <summary>Every other parameter, in the order of the policy's steps.</summary>
    public static IReadOnlyList<PlanParameter> Parameters { get; } =
    [
        Choice("rulePackId", new("规则包", "Rule pack"), plan => plan.RulePackId, (plan, value) => plan with { RulePackId = value },
            [.. RulePacks.All.Select(pack => (pack.Id, pack.Name))]),
        Choice("organisation", new("组织类型", "Kind of organisation"), plan => plan.Organisation?.ToString() ?? "", (plan, value) => plan with { Organisation = Enum.TryParse<OrganisationKind>(value, out var kind) ? kind : null },
            [("", new("不核对班子人数", "size of the team not checked")), .. Enum.GetValues<OrganisationKind>().Select(kind => ($"{kind}", Words.Of(kind)))]),
        Share("recommendationRatio", new("推荐差额比例", "Recommendation differential"), plan => plan.RecommendationRatio, (plan, ratio) => plan with { RecommendationRatio = ratio }),
        Choice("recommendationTie", new("推荐末位同票", "Tie at the cut of the recommendation"), plan => plan.RecommendationTie, (plan, tie) => plan with { RecommendationTie = tie }),
        Part("recommendationParticipation", new("推荐参与率", "Participation in the recommendation"), plan => plan.RecommendationParticipation, (plan, part) => plan with { RecommendationParticipation = part }),
        Part("assessmentParticipation", new("测评参加率", "Participation in the assessment"), plan => plan.AssessmentParticipation, (plan, part) => plan with { AssessmentParticipation = part }),
        Weights(),
        Share("investigationRatio", new("考察差额比例", "Investigation differential"), plan => plan.InvestigationRatio, (plan, ratio) => plan with { InvestigationRatio = ratio }),
        Choice("investigationBase", new("考察差额基数", "Base of the investigation differential"), plan => plan.InvestigationBase, (plan, value) => plan with { InvestigationBase = value }),
        Choice("quorumStrict", new("到会人数", "Quorum"), plan => plan.QuorumStrict?.ToString() ?? "", (plan, value) => plan with { QuorumStrict = value.Length == 0 ? null : value == "True" },
            [("", new("按规则包", "as the rule pack says")), ("False", new("不少于", "at least")), ("True", new("超过", "more than"))]),
        Choice("ballotScope", new("选票无效范围", "What an over-full part spoils"), plan => plan.Counting.BallotScope, (plan, value) => plan with { Counting = plan.Counting with { BallotScope = value } }),
        Choice("writeInWithoutMark", new("另选他人未画○", "Write-in without the mark"), plan => plan.Counting.WriteInWithoutMark, (plan, value) => plan with { Counting = plan.Counting with { WriteInWithoutMark = value } }),
        Choice("excessWriteIns", new("另选他人多于×", "More write-ins than ×"), plan => plan.Counting.ExcessWriteIns, (plan, value) => plan with { Counting = plan.Counting with { ExcessWriteIns = value } }),
        Choice("seatPolicy", new("一人参选多项职务", "One person standing for several posts"), plan => plan.Counting.SeatPolicy, (plan, value) => plan with { Counting = plan.Counting with { SeatPolicy = value } }),
        Choice("repeatedName", new("同一人写于多项职务", "One name for several posts"), plan => plan.Counting.RepeatedName, (plan, value) => plan with { Counting = plan.Counting with { RepeatedName = value } }),
        Share("closeToSeats", new("“接近应选名额”的标准", "\"Close to the seats\""), plan => plan.CloseToSeats, (plan, ratio) => plan with { CloseToSeats = ratio }),
        YesNo("reduceSeatsStrict", new("减少名额须超过半数", "Reducing seats needs more than half"), plan => plan.ReduceSeatsStrict, (plan, yes) => plan with { ReduceSeatsStrict = yes }),
        Number("tieLoops", new("同票再次投票次数", "Votes among the tied"), plan => plan.TieLoops, (plan, number) => plan with { TieLoops = number }),
        Number("publicityWorkingDays", new("公示工作日", "Publicity period in working days"), plan => plan.PublicityWorkingDays, (plan, number) => plan with { PublicityWorkingDays = number }),
        Number("tellers", new("监票人、计票人数", "Tellers and scrutineers"), plan => plan.Tellers, (plan, number) => plan with { Tellers = number }),
        YesNo("kinBarred", new("近亲属回避", "Kin of candidates barred"), plan => plan.KinBarred, (plan, yes) => plan with { KinBarred = yes }),
        Number("retentionYears", new("保存年限", "Years of retention"), plan => plan.RetentionYears, (plan, number) => plan with { RetentionYears = number }),
    ];

    /// <summary>等额 for those who lead, 差额 for the committee.</summary>
    public static CandidateMode UsualMode(string post) => post == "member" ? CandidateMode.Differential : CandidateMode.Equal;

    /// <summary>What the form holds before anybody has typed.</summary>
    /// <param name="mode">The voting mode of the procedure.</param>
    /// <param name="origin">What a by-election takes over: only the vacancy is to be filled, and everybody else stays.</param>
    public static PlanForm Draft(DateOnly today, VotingMode mode = VotingMode.Combined, CarriedOver? origin = null)
    {
        var (vacancy, meeting) = (origin?.Vacancy, today.AddDays(30));
        var stay = vacancy is null ? [] : origin!.Posts.SelectMany(post => post.People).Distinct(StringComparer.Ordinal).ToList();
        return new(
            new PlanParameters
            {
                Mode = mode,
                Counting = CountingPolicy.For(mode),
                Posts = vacancy is not null && Posts.Any(post => post.Post == vacancy.Post)
                    ? [new PostPlan(vacancy.Post, vacancy.Name, vacancy.Seats, UsualMode(vacancy.Post))]
                    : [.. Posts.Select(post => new PostPlan(post.Post, post.Name, post.Post != "member" ? 1 : mode == VotingMode.TwoRounds ? 5 : 3, UsualMode(post.Post)))],
            },
            vacancy is not null && vacancy.HoldBy < meeting ? vacancy.HoldBy : meeting, "机关会议室", "享有被选举权的正式党员；思想品德好，服务意识强，工作能力强。",
            Incumbents: stay.Count > 0 ? stay : null);
    }

    /// <summary>The plan that the fields hold. Parameters without a field keep their defaults.</summary>
    public static PlanForm Read(TaskCase task, FormValues values)
    {
        var posts = Posts.Where(post => values.Text($"{post.Post}.seats") is not null).Select(post => new PostPlan(
            post.Post, post.Name, values.Whole($"{post.Post}.seats") ?? 0, values.Choice($"{post.Post}.mode", UsualMode(post.Post)),
            values.Whole($"{post.Post}.candidates"), values.Whole($"{post.Post}.investigated")));
        var plan = Parameters.Aggregate(new PlanParameters { Mode = task.Data.Mode, Posts = [.. posts] }, (plan, parameter) => parameter.Set(plan, values));
        return new PlanForm(plan, values.Day("meetingOn"), values.TextOrEmpty("place"), values.TextOrEmpty("conditions"), values.Text("reasons"),
            values.All("incumbents") is { Count: > 0 } incumbents ? incumbents : null);
    }

    private static PlanParameter Share(string key, Text label, Func<PlanParameters, Ratio> get, Func<PlanParameters, Ratio, PlanParameters> set) => new(
        key, label, plan => get(plan).Terms, (plan, values) => set(plan, values.Share(key, get(plan))), Hint: OfSeats);

    private static PlanParameter Part(string key, Text label, Func<PlanParameters, Threshold> get, Func<PlanParameters, Threshold, PlanParameters> set)
    {
        return new(key, label, Show, Set, Hint: new("“≥ 4/5”为不少于，“> 4/5”为超过。", "“≥ 4/5” is at least, “> 4/5” is more than."));

        string Show(PlanParameters plan) => $"{(get(plan).Strict ? ">" : "≥")} {get(plan).Ratio.Terms}";

        PlanParameters Set(PlanParameters plan, FormValues values)
        {
            var text = values.Text(key);
            if (text is null) return plan;
            if ((text[0] is '>' or '≥' or '＞') && Ratio.TryParse(text[1..].TrimStart('=').Trim(), out var ratio))
                return set(plan, new Threshold(ratio, text[0] != '≥' && !text.StartsWith(">=", StringComparison.Ordinal)));
            values.Note(key, Show(plan), text);
            return plan;
        }
    }

    private static PlanParameter Number(string key, Text label, Func<PlanParameters, int> get, Func<PlanParameters, int, PlanParameters> set) => new(
        key, label, plan => get(plan).ToString(CultureInfo.InvariantCulture), (plan, values) => set(plan, values.Whole(key) ?? get(plan)), IsNumber: true);

    private static PlanParameter YesNo(string key, Text label, Func<PlanParameters, bool> get, Func<PlanParameters, bool, PlanParameters> set) =>
        Choice(key, label, plan => get(plan).ToString(), (plan, value) => set(plan, value == "True"), [("False", Words.Of(false)), ("True", Words.Of(true))]);

    private static PlanParameter Choice<T>(string key, Text label, Func<PlanParameters, T> get, Func<PlanParameters, T, PlanParameters> set)
        where T : struct, Enum => new(
        key, label, plan => get(plan).ToString(), (plan, values) => set(plan, values.Choice(key, get(plan))),
        [.. Enum.GetValues<T>().Select(value => (value.ToString(), Words.Of(value)))]);

    private static PlanParameter Choice(
        string key, Text label, Func<PlanParameters, string> get, Func<PlanParameters, string, PlanParameters> set, IReadOnlyList<(string, Text)> choices) => new(
        key, label, get, (plan, values) => values.Sent && values.Text(key) is var value ? set(plan, value ?? get(new PlanParameters())) : plan, choices);

    /// <summary>党员与群众权重: empty keeps the two groups apart.</summary>
    private static PlanParameter Weights()
    {
        const string Key = "assessmentWeights";
        return new(Key, new("党员与群众权重", "Weights of members and masses"), plan => plan.AssessmentWeights is { } weights ? $"{weights.Members}:{weights.Masses}" : "", Set,
            Hint: new("留空为分别统计、不合并；合并时填如 7:3。", "Empty: counted apart, never merged. To merge, such as 7:3."));

        static PlanParameters Set(PlanParameters plan, FormValues values)
        {
            var text = values.Text(Key);
            if (text is null) return plan;
            if (text.Split(':', '：') is [var members, var masses]
                && int.TryParse(members, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first)
                && int.TryParse(masses, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var second))
                return plan with { AssessmentWeights = new GroupWeights(first, second) };
            values.Note(Key, "7:3", text);
            return plan;
        }
    }
}
