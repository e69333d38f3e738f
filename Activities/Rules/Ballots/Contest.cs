namespace Gongtui.Activities.Rules.Ballots;

/// <summary>One post to be filled on a ballot.</summary>
/// <param name="Post">Code of the post, such as "secretary"; unique on the ballot.</param>
/// <param name="Seats">名额.</param>
/// <param name="Candidates">Printed names in ballot order; empty for a ballot without candidates. Homonyms carry a mark that tells them apart.</param>
/// <param name="Eligible">Who may be written in; may repeat printed names.</param>
public sealed record Contest(string Post, int Seats, IReadOnlyList<string> Candidates, IReadOnlyList<string> Eligible);

/// <summary>The voter's mark beside a printed name.</summary>
public enum Mark : byte
{
    /// <summary>No mark: abstention.</summary>
    Abstain = 0,

    /// <summary>○.</summary>
    Approve = 1,

    /// <summary>×.</summary>
    Against = 2,
}

/// <summary>A name that the voter wrote.</summary>
/// <param name="Contest">Index of the contest on the ballot.</param>
/// <param name="Person">Index of the name in <see cref="BallotPaper.NamesOf"/>, or <see cref="Nobody"/> when the name
/// belongs to no eligible person.</param>
/// <param name="Marked">Whether the approval mark stands beside it.</param>
public readonly record struct WriteIn(int Contest, int Person, bool Marked)
{
    /// <summary>A name that resolves to nobody eligible.</summary>
    public const int Nobody = -1;
}

/// <summary>What one voter chose: nothing in it tells who or when.</summary>
/// <param name="Marks">One mark per printed name, contest after contest, as <see cref="BallotPaper"/> lays them out.</param>
/// <param name="WriteIns">Names written in, any order.</param>
public sealed record Ballot(ReadOnlyMemory<Mark> Marks, ReadOnlyMemory<WriteIn> WriteIns);
