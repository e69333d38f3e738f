using Gongtui.Activities.Assessment;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Shortlist;
using Gongtui.Host.Elections;

namespace Gongtui.Host.Papers;

/// <summary>Papers of recommendation, review, assessment, investigation and shortlist.</summary>
internal static class NominationPapers
{
    /// <summary>民主推荐表, empty, to print.</summary>
    public static IEnumerable<Paper> RecommendationForm(PaperSource s)
    {
        if (s.Election.Plan is null) yield break;
        yield return s.Paper(s.T("民主推荐表", "Form of recommendation"),
        [
            new PaperText(s.T("无记名填写；每项不得超过所列人数，多于的该项无效。", "Not signed; no more names than stated for each post.")),
            new PaperTable(null, [s.T("职务", "Post"), s.T("最多推荐", "At most"), s.T("姓名", "Names")],
                [.. s.Election.Posts.Select(post => (IReadOnlyList<string>)[s.T(post.Name), $"{s.Election.ToRecommend(post)}", ""])]),
        ]);
    }

    /// <summary>推荐汇总表, by channel.</summary>
    public static IEnumerable<Paper> RecommendationSummary(PaperSource s)
    {
        var tallies = s.All<RecommendationTallied>().Select(fact => fact.Fact).ToList();
        if (tallies.Count == 0) yield break;
        var parts = new List<PaperPart>();
        foreach (var tally in tallies)
        {
            parts.Add(new PaperText(s.T(
                $"{s.T(ElectionWords.Group(tally.Channel))}：应参加 {tally.Eligible} 人，收回 {tally.Returned} 份，无效 {tally.Invalid} 份；参加率 {tally.Participation.Inequality}{Mark(tally.Participation.Holds)}。",
                $"{s.T(ElectionWords.Group(tally.Channel))}: {tally.Eligible} entitled, {tally.Returned} returned, {tally.Invalid} invalid; {tally.Participation.Inequality}{Mark(tally.Participation.Holds)}.")));
            foreach (var post in tally.Posts)
            {
                parts.Add(new PaperTable(s.Post(post.Post), [s.T("姓名", "Name"), s.T("票数", "Votes"), s.T("算式", "Inequality"), s.T("列入", "Taken")],
                    [.. post.People.Select(person => (IReadOnlyList<string>)[s.Name(person.Person), $"{person.Votes}", person.Proof.Inequality + Mark(person.Proof.Holds), person.Taken ? "✓" : ""])]));
            }
        }

        if (s.Last<NomineesListed>() is { } listed)
        {
            parts.Add(new PaperTable(s.T("汇总后的人选", "Nominees"), [s.T("职务", "Post"), s.T("需要", "Needed"), s.T("人选（渠道）", "People (channels)")],
                [.. listed.Posts.Select(post => (IReadOnlyList<string>)[s.Post(post.Post), $"{post.Needed}", string.Join(s.T("、", ", "), post.People.Select(nominee => $"{s.Name(nominee.Person)}（{string.Join('+', nominee.Channels.Select(channel => s.T(ElectionWords.Group(channel))))}）"))])]));
        }

        yield return s.Paper(s.T("推荐汇总表", "Summary of the recommendations"), parts, s.T("汇总人", "Summarised by"), s.T("负责人", "Responsible"), s.T("日期", "Date"));
    }

    /// <summary>资格审查表.</summary>
    public static IEnumerable<Paper> Qualification(PaperSource s)
    {
        if (s.Last<QualificationReviewed>() is not { } review) yield break;
        yield return s.Paper(s.T("资格审查表", "Review of qualifications"),
        [
            new PaperTable(null, [s.T("姓名", "Name"), s.T("结论", "Finding"), s.T("条件", "Criterion"), s.T("依据", "Evidence")],
                [.. review.Results.Select(result => (IReadOnlyList<string>)[s.Name(result.Person), result.Passed ? s.T("合格", "passed") : s.T("不合格", "failed"), CriterionOf(s, result.Criterion), result.Evidence ?? ""])]),
        ], s.T("审查单位（盖章）", "Reviewing organisation (seal)"), s.T("日期", "Date"));
    }

    /// <summary>民主测评表, empty, to print.</summary>
    public static IEnumerable<Paper> AssessmentForm(PaperSource s)
    {
        if (s.Last<AssessmentStarted>() is not { } started) yield break;
        yield return s.Paper(s.T("民主测评表", "Form of assessment"),
        [
            new PaperText(s.T("无记名填写；每人只画一个等次，不画的为弃权。", "Not signed; one mark a person, none to abstain.")),
            new PaperTable(null, [s.T("姓名", "Name"), s.T("优秀", "Excellent"), s.T("称职", "Competent"), s.T("基本称职", "Basic"), s.T("不称职", "Incompetent")],
                [.. started.People.Select(person => (IReadOnlyList<string>)[s.Name(person), "", "", "", ""])]),
        ]);
    }

    /// <summary>民主测评汇总表; members and masses apart.</summary>
    public static IEnumerable<Paper> AssessmentSummary(PaperSource s)
    {
        var tallies = s.All<AssessmentTallied>().Select(fact => fact.Fact).ToList();
        if (tallies.Count == 0) yield break;
        yield return s.Paper(s.T("民主测评汇总表", "Summary of the assessment"), tallies.SelectMany(tally => (PaperPart[])
        [
            new PaperText(s.T($"{s.T(ElectionWords.Group(tally.Group))}：应参加 {tally.Eligible} 人，收回 {tally.Returned} 份，无效 {tally.Invalid} 份。{tally.Participation?.Inequality}{(tally.Participation is { } share ? Mark(share.Holds) : "")}", $"{s.T(ElectionWords.Group(tally.Group))}: {tally.Eligible} entitled, {tally.Returned} returned, {tally.Invalid} invalid. {tally.Participation?.Inequality}{(tally.Participation is { } part ? Mark(part.Holds) : "")}")),
            new PaperTable(s.T(ElectionWords.Group(tally.Group)), [s.T("姓名", "Name"), s.T("优秀", "Excellent"), s.T("称职", "Competent"), s.T("基本称职", "Basic"), s.T("不称职", "Incompetent"), s.T("弃权", "Abstained")],
                [.. tally.People.Select(person => (IReadOnlyList<string>)[s.Name(person.Person), $"{person.Excellent}", $"{person.Competent}", $"{person.Basic}", $"{person.Incompetent}", $"{person.Abstain}"])]),
        ]), s.T("汇总人", "Summarised by"), s.T("负责人", "Responsible"), s.T("日期", "Date"));
    }

    /// <summary>考察材料, one sheet a person (R25).</summary>
    public static IEnumerable<Paper> Investigation(PaperSource s)
    {
        if (s.Last<InvestigationReported>() is not { } reported) yield break;
        foreach (var report in reported.Reports)
        {
            yield return s.Paper(s.T($"考察材料：{s.Name(report.Person)}", $"Investigation: {s.Name(report.Person)}"),
            [
                new PaperText(s.T($"德能勤绩廉：{report.Findings}", $"Findings: {report.Findings}")),
                new PaperText(s.T($"主要优点：{report.Merits}", $"Merits: {report.Merits}")),
                new PaperText(s.T($"主要不足：{report.Defects}", $"Defects: {report.Defects}")),
                new PaperText(report.Suitable ? s.T("考察意见：适宜作为预备人选。", "Suitable.") : s.T("考察意见：不宜作为预备人选。", "Not suitable.")),
                new PaperText(s.T($"考察组：{string.Join('、', reported.Team)}", $"Team: {string.Join(", ", reported.Team)}")),
            ], [.. reported.Team.Select(member => s.T($"考察人：{member}", $"Investigator: {member}")), s.T("日期", "Date")]);
        }
    }

    /// <summary>预备人选名单.</summary>
    public static IEnumerable<Paper> Shortlist(PaperSource s)
    {
        if (s.Last<ShortlistDecided>() is not { } decided) yield break;
        yield return s.Paper(s.T("候选人预备人选名单", "Shortlist"),
        [
            s.Lists(decided.Lists),
            new PaperText(s.T($"党组织会议应到 {decided.Vote.Due} 人，实到 {decided.Vote.Present} 人，同意 {decided.Vote.Yes} 人。", $"Committee: {decided.Vote.Due} due, {decided.Vote.Present} present, {decided.Vote.Yes} in favour.")),
            .. decided.Proofs.Select(proof => new PaperText($"{s.T(proof.Sentence)}（{proof.Inequality}；{s.T(proof.Article.Display)}）")),
        ], s.T("党组织（盖章）", "Organisation (seal)"), s.T("日期", "Date"));
    }

    /// <summary>请示（候选人预备人选）.</summary>
    public static IEnumerable<Paper> ShortlistApplication(PaperSource s)
    {
        if (s.Last<ShortlistDecided>() is not { } decided) yield break;
        yield return s.Paper(s.T("关于候选人预备人选的请示", "Application for the shortlist"),
        [
            new PaperText(s.T("上级党组织：", "To the superior organisation:")),
            new PaperText(s.T($"{s.Unit}经公开推荐、民主测评、组织考察和党组织会议讨论（同意 {decided.Vote.Yes} 人，应到 {decided.Vote.Due} 人），确定候选人预备人选如下。", $"After recommendation, assessment, investigation and the committee's vote ({decided.Vote.Yes} of {decided.Vote.Due}) {s.Unit} proposes:")),
            s.Lists(decided.Lists),
            new PaperText(s.T("妥否，请批示。", "Please decide.")),
        ], s.T("单位（盖章）", "Organisation (seal)"), s.T("日期", "Date"));
    }

    private static string Mark(bool holds) => holds ? "✓" : "✗";

    private static string CriterionOf(PaperSource s, string? criterion) => criterion switch
    {
        Criteria.Character => s.T("思想品德", "character"),
        Criteria.Service => s.T("服务意识", "service"),
        Criteria.Ability => s.T("工作能力", "ability"),
        null => "",
        _ => s.T("其他", "other"),
    };
}
