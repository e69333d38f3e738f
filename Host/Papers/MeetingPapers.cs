using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Voting;
using Gongtui.Host.Meeting.Tasks;
using Gongtui.Host.Reports;

namespace Gongtui.Host.Papers;

/// <summary>Papers of the meeting, one for each round: 选票, the three reports, 计票单, 选举结果报告单.</summary>
internal static class MeetingPapers
{
    /// <summary>选票, one sheet a contest.</summary>
    public static IEnumerable<Paper> Ballots(PaperSource s) => s.Rounds.SelectMany(round => round.Contests.Select(contest => s.Paper(
        s.T($"选票（{contest.Name.Zh}）", $"Ballot ({contest.Name.En})") + Round(s, round),
        [
            new PaperText(s.T($"应选 {contest.Seats} 名，赞成多于名额的无效。赞成画○，不赞成画×，弃权不作记号；画×的可另选他人，写姓名并画○。", $"{contest.Seats} seats; more approvals are invalid. ○ for, × against, nothing to abstain; after a × somebody may be written in with ○.")),
            new PaperTable(null, [s.T("符号", "Mark"), s.T("姓名", "Name")],
                [.. contest.Candidates.Select(person => (IReadOnlyList<string>)["", s.Name(person)]), .. Enumerable.Repeat<IReadOnlyList<string>>(["", s.T("（另选）", "(write in)")], contest.Eligible.Count > 0 ? contest.Seats : 0)]),
        ])));

    /// <summary>清点到会人数报告单, with everybody absent or left out and why.</summary>
    public static IEnumerable<Paper> Attendance(PaperSource s)
    {
        foreach (var round in s.Rounds.Where(round => round.Attendance is not null))
        {
            var counted = round.Attendance!;
            var present = counted.Present.ToHashSet(StringComparer.Ordinal);
            var left = counted.Exclusions.ToDictionary(request => request.Person, StringComparer.Ordinal);
            var adopted = counted.ExclusionsYes is { } yes && 2 * yes > counted.Present.Count;
            yield return s.Paper(s.T("清点到会人数报告单", "Report of the attendance") + Round(s, round),
            [
                Figures(s, (s.T("应到", "Due"), $"{counted.Due}"), (s.T("实到", "Present"), $"{counted.Present.Count}"), (s.T("法定人数", "Quorum"), $"{counted.Quorum.Inequality}{(counted.Quorum.Holds ? "✓" : "✗")}")),
                new PaperText($"{s.T(counted.DueProof.Sentence)}（{counted.DueProof.Inequality}）"),
                new PaperText($"{s.T(counted.Quorum.Sentence)}（{s.T(counted.Quorum.Article.Display)}）"),
                new PaperTable(s.T("未到会的人员", "Absent"), [s.T("姓名", "Name"), s.T("原因", "Reason"), s.T("上级同意依据", "Consent"), s.T("计入应到", "Counted as due")],
                    [.. s.Election.People.Values.Where(person => person.Kind == Activities.Elections.PersonKind.Full && !present.Contains(person.Id)).Select(person => (IReadOnlyList<string>)
                        (left.TryGetValue(person.Id, out var request)
                            ? [person.Printed, s.T(ExclusionWords.Of(request.Ground)), request.Evidence, adopted ? s.T("不计入", "no") : s.T("计入（未通过）", "yes (not adopted)")]
                            : person.MayVote ? [person.Printed, "", "", s.T("计入", "yes")] : [person.Printed, s.T(Gongtui.Host.People.StandingWords.Of(person.Rights)), "", s.T("不计入", "no")]))]),
                new PaperText(left.Count > 0 ? s.T($"不计入应到会人数经大会表决：赞成 {counted.ExclusionsYes} 人。", $"Leaving out was voted on: {counted.ExclusionsYes} in favour.") : ""),
            ], s.T("清点人", "Counted by"), s.T("监票人", "Scrutineer"), s.T("日期", "Date"));
        }
    }

    /// <summary>分发选票情况报告单.</summary>
    public static IEnumerable<Paper> Issuing(PaperSource s) => s.Rounds.Where(round => round.Account is not null).Select(round => s.Paper(
        s.T("分发选票情况报告单", "Report of the ballots issued") + Round(s, round),
        [
            Figures(s, (s.T("拆封", "Unsealed"), $"{round.Account!.Account.Printed}"), (s.T("实发", "Issued"), $"{round.Account.Account.Issued}"), (s.T("剩余", "Unused"), $"{round.Account.Account.Unused}"), (s.T("作废", "Spoiled"), $"{round.Account.Account.Spoiled}")),
            .. round.Account.Checks.Select(check => Proof(s, check)),
        ], Signers(s, round)));

    /// <summary>清点选票报告单.</summary>
    public static IEnumerable<Paper> Returning(PaperSource s) => s.Rounds.Where(round => round.Account is not null).Select(round => s.Paper(
        s.T("清点选票报告单", "Report of the ballots returned") + Round(s, round),
        [
            Figures(s, (s.T("发出", "Issued"), $"{round.Account!.Account.Issued}"), (s.T("收回", "Returned"), $"{round.Account.Account.Returned}"), (s.T("结论", "Finding"), round.Account.Stands ? s.T("选举有效", "the vote stands") : s.T("选举无效", "the vote is void"))),
            .. round.Account.Checks.Select(check => Proof(s, check)),
            .. round.Voided is { } voided ? [new PaperText(s.T($"宣布无效：{voided.Reason}", $"Void: {voided.Reason}"))] : Array.Empty<PaperPart>(),
        ], Signers(s, round)));

    /// <summary>计票单（正字）: the tellers' strokes by fives, or empty before the count.</summary>
    public static IEnumerable<Paper> CountingSheets(PaperSource s) => s.Rounds.SelectMany(round => round.Contests.Select(contest =>
    {
        var counted = round.Count?.Contests.FirstOrDefault(known => known.Post == contest.Post);
        IEnumerable<(string Name, int? Approve)> names = counted is null
            ? contest.Candidates.Select(person => (s.Name(person), (int?)null))
            : counted.People.Select(person => (s.Name(person.Person), (int?)person.Approve));
        return s.Paper(s.T($"计票单（{contest.Name.Zh}）", $"Tally sheet ({contest.Name.En})") + Round(s, round),
        [
            new PaperTable(null, [s.T("姓名", "Name"), s.T("赞成（正字）", "Approvals by fives"), s.T("合计", "Sum")],
                [.. names.Select(name => (IReadOnlyList<string>)[name.Name, name.Approve is { } votes ? Fives(votes) : "", name.Approve is { } sum ? $"{sum}" : ""]),
                 .. Enumerable.Repeat<IReadOnlyList<string>>(["", "", ""], counted is null ? contest.Seats : 0)]),
        ], Signers(s, round));
    }));

    /// <summary>选举结果报告单, as the tellers sign it.</summary>
    public static IEnumerable<Paper> Results(PaperSource s) => s.Rounds.Where(round => round.Count is not null).Select(round => s.Paper(
        s.T("选举结果报告单", "Report of the result") + Round(s, round),
        [
            Figures(s, (s.T("应到", "Due"), $"{round.Count!.Due}"), (s.T("实到", "Present"), $"{round.Count.Present}"), (s.T("发出", "Issued"), $"{round.Account?.Account.Issued}"), (s.T("收回", "Returned"), $"{round.Account?.Account.Returned}")),
            .. round.Count.Contests.SelectMany(contest => (PaperPart[])
            [
                new PaperTable(s.T($"{s.Post(contest.Post)}：名额 {contest.Seats}，有效票 {contest.Valid}，废票 {contest.Invalid}", $"{s.Post(contest.Post)}: {contest.Seats} seats, {contest.Valid} valid, {contest.Invalid} invalid"),
                    [s.T("姓名", "Name"), s.T("赞成", "For"), s.T("不赞成", "Against"), s.T("弃权", "Abst."), s.T("算式", "Inequality"), s.T("结果", "Result")],
                    [.. contest.People.Select(person => (IReadOnlyList<string>)
                        [s.Name(person.Person) + (person.Printed ? "" : s.T("（另选）", " (written in)")), $"{person.Approve}", person.Printed ? $"{person.Against}" : "—", person.Printed ? $"{person.Abstain}" : "—", $"{person.Proof.Inequality}{(person.Proof.Holds ? "✓" : "✗")}", s.T(FateWords.Of(person.Fate))])]),
                .. contest.People is [var any, ..] ? [new PaperText(s.T("依据：", "Rule: ") + s.T(any.Proof.Article.Display))] : Array.Empty<PaperPart>(),
            ]),
            .. round.Box is { } box ? [new PaperText(s.T($"票箱封存校验值 {box.Root}", $"Root of the sealed box {box.Root}"))] : Array.Empty<PaperPart>(),
        ], Signers(s, round)));

    /// <summary>正 for each five, then the strokes of the next.</summary>
    public static string Fives(int votes)
    {
        string[] rest = ["", "一", "丅", "下", "止"];
        return string.Concat(Enumerable.Repeat("正", votes / 5)) + rest[votes % 5];
    }

    public static PaperTable Figures(PaperSource s, params (string Name, string Value)[] figures) => new(
        null, [.. figures.Select(figure => figure.Name)], [[.. figures.Select(figure => figure.Value)]]);

    private static PaperText Proof(PaperSource s, Verdict check) => new($"{s.T(check.Sentence)}（{check.Inequality}{(check.Holds ? "✓" : "✗")}；{s.T(check.Article.Display)}）");

    private static string Round(PaperSource s, RoundResult round) => s.Rounds.Count > 1 ? s.T($"（第 {round.Round} 轮）", $" (round {round.Round})") : "";

    private static string[] Signers(PaperSource s, RoundResult round) =>
    [
        s.T("监票人", "Scrutineers") + Named(s, round.Tellers?.Scrutineers), s.T("计票人", "Tellers") + Named(s, round.Tellers?.Tellers), s.T("日期", "Date"),
    ];

    private static string Named(PaperSource s, IReadOnlyList<string>? people) => people is { Count: > 0 } ? $"（{s.Names(people)}）" : "";
}
