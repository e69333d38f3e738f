using System.Text.Json.Serialization;

namespace Gongtui.Activities.Tenure;

/// <summary>The term that runs.</summary>
public sealed record TermState(IReadOnlyList<TermPost> Posts, DateOnly ElectedOn, DateOnly Ends, IReadOnlyList<Commitment> Commitments)
{
    /// <summary>Ids of commitments that were reported on.</summary>
    public IReadOnlyList<string> Reported { get; init; } = [];

    /// <summary>Reviews held so far.</summary>
    public int Reviews { get; init; }

    /// <summary>Ids of commitments that ended because their maker left office.</summary>
    public IReadOnlyList<string> Closed { get; init; } = [];

    /// <summary>Who left which post during the term, the first first.</summary>
    public IReadOnlyList<HolderLeft> Left { get; init; } = [];

    /// <summary>The next election as far as it is prepared; null before the superior reminded or the unit applied.</summary>
    public RenewalState? Renewal { get; init; }

    /// <summary>Whether nothing is left to report on.</summary>
    [JsonIgnore]
    public bool AllSettled => Reported.Count + Closed.Count == Commitments.Count;

    /// <summary>Commitments of a person that still wait.</summary>
    public IEnumerable<Commitment> OpenOf(string person) =>
        Commitments.Where(commitment => commitment.Person == person && !Reported.Contains(commitment.Id) && !Closed.Contains(commitment.Id));

    /// <summary>Everybody in office, once.</summary>
    public IEnumerable<string> People() => Posts.SelectMany(post => post.People).Distinct(StringComparer.Ordinal);
}
