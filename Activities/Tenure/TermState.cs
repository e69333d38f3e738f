namespace Gongtui.Activities.Tenure;

/// <summary>The term that runs.</summary>
public sealed record TermState(IReadOnlyList<TermPost> Posts, DateOnly ElectedOn, DateOnly Ends, IReadOnlyList<Commitment> Commitments)
{
    /// <summary>Ids of commitments that were reported on.</summary>
    public IReadOnlyList<string> Reported { get; init; } = [];

    /// <summary>Reviews held so far.</summary>
    public int Reviews { get; init; }

    /// <summary>Everybody in office, once.</summary>
    public IEnumerable<string> People() => Posts.SelectMany(post => post.People).Distinct(StringComparer.Ordinal);
}
