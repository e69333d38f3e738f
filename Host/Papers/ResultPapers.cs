using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;

namespace Gongtui.Host.Papers;

/// <summary>Papers after the announcement: 当选人名单, 报告, 请示（批复）, 备案表. Before it they do not exist.</summary>
internal static class ResultPapers
{
    /// <summary>当选人名单.</summary>
    public static IEnumerable<Paper> Elected(PaperSource s)
    {
        if (s.Result.Announced is not { } announced) yield break;
        yield return s.Paper(s.T("当选人名单", "List of the elected"), [Holders(s, announced.Posts), new PaperText(s.T($"{s.Day(announced.On)}宣布。", $"Announced {s.Day(announced.On)}."))],
            s.T("主持人", "Chair"), s.T("监票人", "Scrutineer"), s.T("日期", "Date"));
    }

    /// <summary>选举结果的报告.</summary>
    public static IEnumerable<Paper> Report(PaperSource s)
    {
        if (s.Result.Announced is not { } announced) yield break;
        yield return s.Paper(s.T("关于选举结果的报告", "Report on the election"),
        [
            new PaperText(s.T("上级党组织：", "To the superior organisation:")),
            .. s.Rounds.Where(round => round.Count is not null).Select(round => new PaperText(s.T(
                $"第 {round.Round} 轮：应到 {round.Count!.Due} 人，实到 {round.Count.Present} 人，发出选票 {round.Account?.Account.Issued} 张，收回 {round.Account?.Account.Returned} 张，选举有效。",
                $"Round {round.Round}: {round.Count.Due} due, {round.Count.Present} present, {round.Account?.Account.Issued} issued, {round.Account?.Account.Returned} returned."))),
            Votes(s),
            Holders(s, announced.Posts),
            new PaperText(s.T("特此报告。", "This is reported herewith.")),
        ], s.T("单位（盖章）", "Organisation (seal)"), s.T("日期", "Date"));
    }

    /// <summary>请示（书记、副书记批复）.</summary>
    public static IEnumerable<Paper> ForApproval(PaperSource s)
    {
        if (s.Election.Ratification is null || RatificationDecision.ToRatify(s.Election) is not { Count: > 0 } posts) yield break;
        yield return s.Paper(s.T("关于书记、副书记选举结果的请示", "Application to approve the secretary and deputies"),
        [
            new PaperText(s.T("上级党组织：", "To the superior organisation:")),
            new PaperText(s.T($"{s.Unit}党员大会选举结果如下，请予批复。", $"{s.Unit} elected the following and asks for approval.")),
            Holders(s, posts),
            .. s.Result.Ratified is { } ratified ? [new PaperText(s.T($"批复：{ratified.Number}，{s.Day(ratified.On)}。", $"Approved: {ratified.Number}, {s.Day(ratified.On)}."))] : Array.Empty<PaperPart>(),
        ], s.T("单位（盖章）", "Organisation (seal)"), s.T("日期", "Date"));
    }

    /// <summary>备案表.</summary>
    public static IEnumerable<Paper> Filing(PaperSource s)
    {
        if (s.Election.Ratification is null || RatificationDecision.ToFile(s.Election) is not { Count: > 0 } posts) yield break;
        yield return s.Paper(s.T("委员备案表", "Filing of members"),
        [
            Holders(s, posts),
            .. s.Result.Filed is { } filed ? [new PaperText(s.T($"备案编号：{filed.Number}，{s.Day(filed.On)}。", $"Filed: {filed.Number}, {s.Day(filed.On)}."))] : Array.Empty<PaperPart>(),
        ], s.T("报备单位（盖章）", "Organisation (seal)"), s.T("备案单位（盖章）", "Superior (seal)"), s.T("日期", "Date"));
    }

    private static PaperTable Votes(PaperSource s) => new(
        s.T("得票", "Votes"), [s.T("轮次", "Round"), s.T("职务", "Post"), s.T("姓名", "Name"), s.T("赞成", "For"), s.T("算式", "Inequality"), s.T("结果", "Result")],
        [.. s.Rounds.Where(round => round.Count is not null).SelectMany(round => round.Count!.Contests.SelectMany(contest => contest.People.Select(person => (IReadOnlyList<string>)
            [$"{round.Round}", s.Post(contest.Post), s.Name(person.Person), $"{person.Approve}", person.Proof.Inequality, s.T(Reports.FateWords.Of(person.Fate))])))]);

    private static PaperTable Holders(PaperSource s, IEnumerable<PostHolders> posts) => new(
        null, [s.T("职务", "Post"), s.T("姓名", "Name"), s.T("空缺", "Vacant")],
        [.. posts.Select(post => (IReadOnlyList<string>)[s.Post(post.Post), s.Names(post.People), post.Vacant > 0 ? $"{post.Vacant}" : ""])]);
}
