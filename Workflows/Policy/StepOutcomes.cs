using System.Reflection;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Gongtui.Engine.Definitions;

namespace Gongtui.Workflows.Policy;

/// <summary>Tells which outcomes a step of ours can have, each of which a diagram must lead on.</summary>
public sealed class StepOutcomes(ActivityRegistry activities)
{
    /// <summary>How the type names of our steps begin.</summary>
    public const string Steps = "Gongtui.";

    /// <summary>Empty for every other type of activity.</summary>
    public IReadOnlyList<string> Of(string type) => type.StartsWith(Steps, StringComparison.Ordinal)
        ? [.. activities.Find(type)?.Type.GetCustomAttribute<FlowNodeAttribute>()?.Outcomes ?? []]
        : [];
}
