using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>Shorthand for the numbers and ballots of DOMAIN's examples.</summary>
internal static class Sample
{
    public static RulePack J20 { get; } = RulePacks.ById("primary-2020")!;

    public static RulePack J90 { get; } = RulePacks.ById("primary-1990")!;

    /// <summary>"33 27" is two numbers.</summary>
    public static int[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Names A, B, C … for a list of votes.</summary>
    public static string[] Letters(int count) => [.. Enumerable.Range(0, count).Select(i => $"{(char)('A' + i)}")];

    /// <summary>A contest whose printed names have the given approvals; abstentions fill up to <paramref name="valid"/>.</summary>
    public static ContestTally Counted(string post, int seats, int valid, params (string Name, int Approve)[] votes) =>
        new(post, seats, valid, 0, [.. votes.Select(vote => new NameTally(vote.Name, true, vote.Approve, 0, valid - vote.Approve))]);

    /// <summary>One contest "x" with printed A, B, C … and eligible X, Y, Z.</summary>
    public static BallotPaper Paper(int seats, int printed) =>
        BallotPaper.Of([new("x", seats, Letters(printed), ["X", "Y", "Z"])]);

    /// <summary>A ballot for <see cref="Paper"/> written as tellers read it: "○A ○B ×C –D +X○"; "+X" is a write-in without mark.</summary>
    public static Ballot Ballot(BallotPaper paper, string text)
    {
        var pen = paper.Pen();
        foreach (var mark in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _ = mark[0] switch
            {
                '○' => pen.Set("x", mark[1..], Mark.Approve),
                '×' => pen.Set("x", mark[1..], Mark.Against),
                '+' => pen.Write("x", mark[1..].TrimEnd('○'), mark.EndsWith('○')),
                _ => pen.Set("x", mark[1..], Mark.Abstain),
            };
        }

        return pen.Done();
    }

    public static ContestTally Count(BallotPaper paper, CountingPolicy policy, params string[] ballots) =>
        Tally.Count(paper, policy, ballots.Select(text => Ballot(paper, text)))[0];

    public static int Approvals(this ContestTally tally, string name) =>
        tally.Names.SingleOrDefault(row => row.Name == name)?.Approve ?? 0;

    public static Fate FateOf(this ContestOutcome outcome, string name) => outcome.People.Single(person => person.Name == name).Fate;
}
