using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>A ballot as a voter hands it in. It exists in the memory of one request and, as <see cref="BallotBytes"/>, in the box.</summary>
/// <param name="Round">Round of voting that the paper was for.</param>
/// <param name="Contests">One part per post; a post that is left out is left blank.</param>
public sealed record BallotSheet(int Round, IReadOnlyList<ContestPart> Contests)
{
    /// <summary>Nothing of a ballot may come into a log by accident.</summary>
    public override string ToString() => nameof(BallotSheet);
}

/// <summary>What a voter marked for one post.</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="Lines">One line per printed name; a name that is left out is an abstention.</param>
public sealed record ContestPart(string Post, IReadOnlyList<BallotLine> Lines)
{
    public override string ToString() => nameof(ContestPart);
}

/// <summary>One printed name, or on a paper without candidates one name that the voter wrote.</summary>
/// <param name="Person">Person id; empty where no name is printed.</param>
/// <param name="Mark">○, × or nothing.</param>
/// <param name="Instead">Whom the voter writes in after a × (R37): person id or printed name; null for nobody.</param>
public sealed record BallotLine(string Person, Mark Mark, string? Instead = null)
{
    public override string ToString() => nameof(BallotLine);
}
