namespace Gongtui.Activities.Assessment;

/// <summary>The assessment that runs, or ran last.</summary>
public sealed record AssessmentState
{
    /// <summary>Who is assessed.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Counts of the groups whose box is closed.</summary>
    public IReadOnlyList<AssessmentTallied> Groups { get; init; } = [];
}
