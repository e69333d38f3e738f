using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>What became of one person in one contest.</summary>
public enum Fate
{
    Elected,

    /// <summary>Equal votes at the last seat: vote again among the tied.</summary>
    Tied,

    /// <summary>Reached the majority, but the seats went to more votes.</summary>
    WithoutSeat,

    /// <summary>Did not reach the majority.</summary>
    NotElected,

    /// <summary>Already elected to a higher post on the same ballot.</summary>
    HoldsHigherPost,
}

/// <summary>How a contest ended.</summary>
public enum OutcomeKind
{
    Filled,
    Tie,
    Shortage,
}

/// <summary>One person's result with its proof.</summary>
/// <param name="Name">As on the ballot.</param>
/// <param name="Approvals">Votes that the ranking used (cumulated where the plan cumulates).</param>
/// <param name="Fate">What became of the person.</param>
/// <param name="Proof">Why, with the inequality and its article.</param>
public sealed record PersonOutcome(string Name, int Approvals, Fate Fate, Verdict Proof);

/// <summary>People who must be voted on again, and for how many seats.</summary>
public sealed record TiedNames(IReadOnlyList<string> Names, int Seats);

/// <summary>One contest decided.</summary>
/// <param name="Tally">The count it rests on.</param>
/// <param name="Base">What the majority is a share of.</param>
/// <param name="Outcome">Filled, tie or shortage.</param>
/// <param name="Elected">In order of votes.</param>
/// <param name="Tied">Null without a tie.</param>
/// <param name="Open">Seats neither filled nor tied.</param>
/// <param name="People">Everybody with a vote or printed, in order of votes.</param>
public sealed record ContestOutcome(
    ContestTally Tally,
    int Base,
    OutcomeKind Outcome,
    IReadOnlyList<string> Elected,
    TiedNames? Tied,
    int Open,
    IReadOnlyList<PersonOutcome> People);
