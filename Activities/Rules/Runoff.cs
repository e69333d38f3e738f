using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>What a person may decide when votes among the tied keep ending equal.</summary>
public enum TieDecision
{
    Again,
    Adjourn,
    AskSuperior,
    ReduceSeats,
}

/// <summary>F11: the tied are voted on again, at most as many approvals as seats left, and more votes win. The majority is not
/// asked for again (likely, R47); quorum and ballot account are.</summary>
public static class Runoff
{
    /// <summary>The decisions offered once the plan's number of votes among the tied is used up.</summary>
    public static IReadOnlyList<TieDecision> Decisions { get; } =
        [TieDecision.Again, TieDecision.Adjourn, TieDecision.AskSuperior, TieDecision.ReduceSeats];

    /// <summary>The contest of the next ballot: the tied only, nobody can be written in.</summary>
    public static Contest Contest(string post, TiedNames tied) => new(post, tied.Seats, tied.Names, []);

    /// <summary>Whether the tied simply vote again, or a person decides first.</summary>
    /// <param name="votesHeld">Votes among the tied so far.</param>
    /// <param name="loops">The plan's number, <see cref="Plan.PlanParameters.TieLoops"/>.</param>
    public static bool VotesAgain(int votesHeld, int loops) => votesHeld < loops;

    /// <summary>The top of the list; a tie at the boundary stays open for a further vote.</summary>
    public static Selected Choose(IReadOnlyList<int> approvals, int seats) =>
        Selection.ByVotes(approvals, seats);

    /// <summary>F11 for a counted run-off, with a proof for each person.</summary>
    public static ContestOutcome Decide(ContestTally tally, RulePack pack)
    {
        int[] votes = [.. tally.Names.Select(name => name.Approve)];
        var choice = Choose(votes, tally.Seats);
        var article = pack.Article("F11");
        var proof = new RunoffProof(tally, votes, choice, article);
        return new(
            tally, tally.Valid,
            choice.TiedSeats > 0 ? OutcomeKind.Tie : choice.Open > 0 ? OutcomeKind.Shortage : OutcomeKind.Filled,
            Names(choice.Elected),
            choice.TiedSeats > 0 ? new(Names(choice.Tied), choice.TiedSeats) : null,
            choice.Open,
            [.. choice.Elected.Concat(choice.Tied).Concat(choice.WithoutSeat).Select(proof.Of)]);

        string[] Names(IReadOnlyList<int> indexes) => [.. indexes.Select(i => tally.Names[i].Name)];
    }
}

/// <summary>The line that says why a person won a run-off or not.</summary>
internal sealed record RunoffProof(ContestTally Tally, int[] Votes, Selected Choice, Article Article)
{
    public PersonOutcome Of(int i)
    {
        var (name, votes) = (Tally.Names[i].Name, Votes[i]);
        if (Choice.Elected.Contains(i))
        {
            return Line(Fate.Elected, FirstOut is { } next ? $"{votes} > {Votes[next]}" : $"{Votes.Length} ≤ {Tally.Seats}",
                new($"{name} 在再次投票中得 {votes} 票，当选。", $"{name} has {votes} votes in the run-off: elected."));
        }

        return Choice.Tied.Contains(i)
            ? Line(Fate.Tied, $"{votes} > {votes}",
                new($"{name} 在再次投票中得 {votes} 票，仍与他人相等。", $"{name} has {votes} votes in the run-off, still equal."))
            : Line(Fate.WithoutSeat, $"{votes} > {Votes[LastIn]}",
                new($"{name} 在再次投票中得 {votes} 票，少于排在前面的人，不当选。", $"{name} has {votes} votes in the run-off, fewer than those before: not elected."));

        PersonOutcome Line(Fate fate, string inequality, Text sentence) =>
            new(name, votes, fate, new(fate == Fate.Elected, "F11", Article, inequality, sentence));
    }

    private int? FirstOut => Choice.Tied.Count > 0 ? Choice.Tied[0] : Choice.WithoutSeat.Count > 0 ? Choice.WithoutSeat[0] : null;

    private int LastIn => Choice.Tied.Count > 0 ? Choice.Tied[0] : Choice.Elected[^1];
}
