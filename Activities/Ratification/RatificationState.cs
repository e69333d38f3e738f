namespace Gongtui.Activities.Ratification;

/// <summary>The announced result and what the superior did with it.</summary>
public sealed record RatificationState(IReadOnlyList<PostHolders> Announced)
{
    /// <summary>文号 of the approval.</summary>
    public string? Ratified { get; init; }

    /// <summary>Number of the filing.</summary>
    public string? Filed { get; init; }

    public bool Refused { get; init; }
}
