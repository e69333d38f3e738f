using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Host.Papers;

/// <summary>Papers from the plan and its approvals: 请示, 实施方案, 批复, 公告, 选举办法, 主持词.</summary>
internal static class PlanPapers
{
    /// <summary>请示（召开党员大会换届）.</summary>
    public static IEnumerable<Paper> Application(PaperSource s)
    {
        if (s.Last<PlanDrafted>() is not { Plan: var plan }) yield break;
        yield return s.Paper(s.T("关于召开党员大会进行换届选举的请示", "Application to hold the electing meeting"),
        [
            new PaperText(s.T("上级党组织：", "To the superior organisation:")),
            new PaperText(s.T($"{s.Unit}拟于{s.Day(plan.MeetingOn)}在{plan.Place}召开党员大会，以公推直选方式选举新一届班子。", $"{s.Unit} intends to hold its electing meeting on {s.Day(plan.MeetingOn)} at {plan.Place}, by open recommendation and direct election.")),
            Posts(s, plan),
            new PaperText(s.T($"任职条件：{plan.Conditions}", $"Conditions: {plan.Conditions}")),
            new PaperText(s.T("妥否，请批示。", "Please decide.")),
        ], s.T("单位（盖章）", "Organisation (seal)"), s.T("日期", "Date"));
    }

    /// <summary>实施方案.</summary>
    public static IEnumerable<Paper> Plan(PaperSource s)
    {
        if (s.Last<PlanDrafted>() is not { } drafted) yield break;
        var (plan, parameters) = (drafted.Plan, drafted.Plan.Parameters);
        yield return s.Paper(s.T("公推直选实施方案", "Plan of the election"),
        [
            new PaperText(s.T($"第 {drafted.Version} 稿。选举方式：{s.T(Words.Of(parameters.Mode))}。会议：{s.Day(plan.MeetingOn)}，{plan.Place}。", $"Draft {drafted.Version}. Mode: {s.T(Words.Of(parameters.Mode))}. Meeting: {s.Day(plan.MeetingOn)}, {plan.Place}.")),
            Posts(s, plan),
            new PaperText(s.T($"任职条件：{plan.Conditions}", $"Conditions: {plan.Conditions}")),
            new PaperTable(s.T("参数", "Parameters"), [s.T("项目", "Item"), s.T("取值", "Value"), s.T("说明", "Note")],
                [.. PlanChecklist.Of(parameters).Select(item => (IReadOnlyList<string>)[s.T(item.Name), s.T(item.Value), item.Value == item.Default ? s.T("默认", "default") : ""])]),
        ], s.T("单位（盖章）", "Organisation (seal)"), s.T("日期", "Date"));
    }

    /// <summary>批复, one for each approval.</summary>
    public static IEnumerable<Paper> Replies(PaperSource s)
    {
        foreach (var (approved, on) in s.All<Approved>())
        {
            var subject = approved.Subject switch
            {
                Subjects.Plan => s.T("实施方案", "the plan"),
                Subjects.Shortlist => s.T("候选人预备人选", "the shortlist"),
                var other => s.Post(other),
            };
            yield return s.Paper(s.T($"关于{subject}的批复", $"Reply on {subject}"),
            [
                new PaperText(s.T($"{s.Unit}：", $"To {s.Unit}:")),
                new PaperText(s.T($"你单位关于{subject}的请示收悉。经研究，同意。文号：{approved.Number}。", $"Your application on {subject} is approved. Number: {approved.Number}.")),
                new PaperText(s.Day(on)),
            ], s.T("上级党组织（盖章）", "Superior organisation (seal)"), s.T("日期", "Date"));
        }
    }

    /// <summary>Every notice of a kind as it was posted.</summary>
    public static IEnumerable<Paper> Notices(PaperSource s, params string[] kinds) => s.All<NoticePublished>().Select(fact => fact.Fact)
        .Where(notice => kinds.Contains(notice.Kind))
        .Select(notice => s.Paper(notice.Title, [.. notice.Body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new PaperText(line)), new PaperText(s.Day(notice.On))],
            s.T("单位（盖章）", "Organisation (seal)")));

    /// <summary>选举办法（草案）, from the parameters that the plan fixed.</summary>
    public static IEnumerable<Paper> Rules(PaperSource s)
    {
        if (s.Last<PlanDrafted>() is not { Plan: var plan }) yield break;
        var (parameters, pack) = (plan.Parameters, plan.Parameters.Pack()!);
        var due = pack.Quorum;
        string[] articles =
        [
            s.T($"根据《基层组织选举工作条例》和经批准的实施方案制定本办法（规则包 {pack.Id}）。", $"Made under the election regulations and the approved plan (rule pack {pack.Id})."),
            s.T($"选举由党员大会进行，方式为{s.T(Words.Of(parameters.Mode))}。", $"The members' meeting elects: {s.T(Words.Of(parameters.Mode))}."),
            s.T($"实到会有选举权的党员{(due.Strict ? "超过" : "不少于")}应到会人数的 {due.Ratio.Numerator}/{due.Ratio.Denominator} 方可选举。", $"The meeting may elect with {(due.Strict ? "more than" : "at least")} {due.Ratio.Numerator}/{due.Ratio.Denominator} of those due."),
            string.Join(s.T("；", "; "), plan.Parameters.Posts.Select(post => s.T($"{post.Name.Zh}名额 {post.Seats}，{Words.Of(post.Mode).Zh}选举", $"{post.Name.En}: {post.Seats} seats, {Words.Of(post.Mode).En}"))) + s.T("。", "."),
            s.T($"设监票人、计票人共不少于 {parameters.Tellers} 名，由非候选人担任，大会通过；候选人不得担任。", $"At least {parameters.Tellers} scrutineers and tellers, none of them a candidate, adopted by the meeting."),
            s.T("采用无记名投票。赞成画○，不赞成画×，弃权不作记号；画×的可以另选他人，写上姓名并画○。不得委托他人投票。", "The ballot is secret: ○ for, × against, nothing to abstain; who marks × may write somebody in with ○. No proxies."),
            s.T($"所选人数等于或少于应选名额的有效，多于的，{s.T(Words.Of(parameters.Counting.BallotScope))}无效。", $"As many or fewer approvals than seats are valid; more spoil {s.T(Words.Of(parameters.Counting.BallotScope))}."),
            s.T("收回的选票等于或少于投票人数，选举有效；多于的无效，重新选举。", "The vote stands when no more ballots come back than people voted; else it is repeated."),
            s.T("赞成票超过实到会有选举权人数半数的当选；过半数人数多于名额的，以得票多少为序，末位票数相等的再次投票；不足名额的另行选举，或经半数以上到会人员同意减少名额。", "Elected is who has more than half of those present; beyond the seats by votes, ties are voted again; for seats left another election or, with consent, fewer seats."),
            s.T($"选票封存，保存 {parameters.RetentionYears} 年。", $"Ballots are sealed and kept for {parameters.RetentionYears} years."),
            s.T("本办法经党员大会表决通过后生效。", "These rules are in force once the meeting has adopted them."),
        ];
        PaperPart[] vote = s.Election.Voting.Rules is { } adopted
            ? [new PaperText($"{s.T(adopted.Proof.Sentence)}（{adopted.Proof.Inequality}；{s.T(adopted.Proof.Article.Display)}）{s.T($"不赞成 {adopted.Vote.Against} 人，弃权 {adopted.Vote.Abstain} 人。", $"{adopted.Vote.Against} against, {adopted.Vote.Abstain} abstaining.")}")]
            : [];
        yield return s.Paper(
            vote.Length > 0 ? s.T("选举办法", "Election rules") : s.T("选举办法（草案）", "Election rules (draft)"),
            [.. articles.Select((text, index) => new PaperText(s.T($"第{index + 1}条　{text}", $"{index + 1}. {text}"))), .. vote], s.T("单位（盖章）", "Organisation (seal)"));
    }

    /// <summary>主持词, in the order of R50.</summary>
    public static IEnumerable<Paper> Script(PaperSource s)
    {
        if (s.Last<PlanDrafted>() is not { Plan: var plan }) yield break;
        var attendance = s.Rounds.Count > 0 ? s.Rounds[0].Attendance : null;
        var tellers = s.Rounds.Count > 0 ? s.Rounds[0].Tellers : null;
        string[] steps =
        [
            attendance is null ? s.T("请工作人员清点并报告到会人数：应到____人，实到____人，符合（不符合）规定。", "Staff count and report: due ____, present ____.")
                : s.T($"现在报告到会人数：应到 {attendance.Due} 人，实到 {attendance.Present.Count} 人（{attendance.Quorum.Inequality}），符合规定，可以开会。", $"Due {attendance.Due}, present {attendance.Present.Count} ({attendance.Quorum.Inequality}): the meeting may open."),
            s.Election.Voting.Rules is { } voted ? s.T($"表决《选举办法》：赞成 {voted.Vote.For} 人，不赞成 {voted.Vote.Against} 人，弃权 {voted.Vote.Abstain} 人，通过。", $"Election rules: {voted.Vote.For} for, {voted.Vote.Against} against, {voted.Vote.Abstain} abstaining: adopted.")
                : s.T("宣读并表决《选举办法（草案）》：请赞成的举手……不赞成的举手……弃权的举手……", "Read the election rules and vote by hand: for, against, abstaining."),
            tellers is null ? s.T("通过监票人____、计票人____名单。", "Adopt the scrutineers ____ and tellers ____.")
                : s.T($"通过监票人{s.Names(tellers.Scrutineers)}、计票人{s.Names(tellers.Tellers)}（赞成 {tellers.Yes} 人）。", $"Scrutineers {s.Names(tellers.Scrutineers)}, tellers {s.Names(tellers.Tellers)} ({tellers.Yes} in favour)."),
            string.Join(s.T("；", "; "), plan.Parameters.Posts.Select(post => s.T($"{post.Name.Zh} {post.Seats} 名", $"{post.Name.En} {post.Seats}"))) is var seats ? s.T($"宣布名额：{seats}；介绍候选人。", $"Seats: {seats}; the candidates are presented.") : "",
            s.T("请监票人当众检查票箱。", "The scrutineers check the box in public."),
            s.T("分发选票，说明填写方法：赞成画○，不赞成画×，弃权不作记号，另选他人须先画×。", "Ballots are issued and explained."),
            s.T("投票：监票人、计票人先投，其他同志依次投票。", "Voting: scrutineers and tellers first."),
            s.T("开箱清点，收回____张，选举有效（无效）。", "The box is opened: ____ returned; the vote stands or not."),
            s.T("计票；监票人报告得票情况。", "Counting; the scrutineer reports the votes."),
            s.T("宣布当选名单。", "The elected are announced."),
        ];
        yield return s.Paper(s.T("选举大会主持词", "Script of the meeting"), steps.Select((text, index) => new PaperText($"{index + 1}. {text}")));
    }

    private static PaperTable Posts(PaperSource s, PlanForm plan) => new(
        null, [s.T("职务", "Post"), s.T("名额", "Seats"), s.T("方式", "Mode"), s.T("候选人数", "Candidates")],
        [.. plan.Parameters.Posts.Select(post => (IReadOnlyList<string>)[s.T(post.Name), $"{post.Seats}", s.T(Words.Of(post.Mode)), post.Candidates is { } planned ? $"{planned}" : s.T("按差额规定", "as the differential asks")])]);
}
