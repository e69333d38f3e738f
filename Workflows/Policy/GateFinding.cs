using Gongtui.Activities;

namespace Gongtui.Workflows.Policy;

/// <summary>How much a finding weighs.</summary>
public enum GateSeverity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>A person should look at it; it does not stand in the way.</summary>
    Warn,

    /// <summary>Nothing is published with it.</summary>
    Block,
}

/// <summary>What the policy has to say about a diagram.</summary>
/// <param name="Rule">The scenario, or the short name of a structural rule.</param>
/// <param name="Article">Where the demand comes from.</param>
/// <param name="Node">Id of the activity that is meant; null when it is about one that is missing.</param>
/// <param name="Path">Ids along a way through the diagram that shows it.</param>
/// <param name="Fix">The one change of an input that puts it right; null when there is none.</param>
public sealed record GateFinding(GateSeverity Severity, string Rule, string Article, string? Node, IReadOnlyList<string> Path, Text Message, InputFix? Fix = null);
