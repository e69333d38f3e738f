using Gongtui.Activities;
using Gongtui.Workflows.Policy;

namespace Gongtui.Host.Procedures;

/// <summary>Something that is wrong, or worth knowing, in a diagram.</summary>
/// <param name="Kind">Short name for programs, such as "unknown-type" or "loop".</param>
/// <param name="Message">What it is and what to do, for the person who designs.</param>
/// <param name="Blocks">Whether the diagram cannot be published with it.</param>
/// <param name="Activity">Id of the node concerned; null when it concerns the whole.</param>
/// <param name="Article">Source of the rule; null when no rule but the diagram itself says so.</param>
/// <param name="Fix">The one change of an input that puts it right; null when there is none.</param>
public sealed record Finding(string Kind, Text Message, bool Blocks, string? Activity = null, Text? Article = null, InputFix? Fix = null)
{
    /// <summary>How much it weighs; what says nothing else and does not block is a warning.</summary>
    public GateSeverity Severity { get; init; } = Blocks ? GateSeverity.Block : GateSeverity.Warn;
}
