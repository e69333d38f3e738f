namespace Gongtui.Activities.Publicity;

/// <summary>The notice period that runs, or ran last.</summary>
public sealed record PublicityState(DateOnly From, DateOnly Last, IReadOnlyList<string> People)
{
    /// <summary>Objections filed in this election so far; numbers the next.</summary>
    public int Filed { get; init; }

    /// <summary>Objections of this period whose inquiry is open.</summary>
    public IReadOnlyList<ObjectionFiled> Open { get; init; } = [];

    /// <summary>Persons of this period against whom an objection was upheld.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    public bool IsOver { get; init; }
}
