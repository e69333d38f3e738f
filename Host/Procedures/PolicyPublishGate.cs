using Gongtui.Activities;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Api.Descriptors;
using Gongtui.Host.Elections;
using Gongtui.Host.Kernel;
using Gongtui.Workflows.Policy;

namespace Gongtui.Host.Procedures;

/// <summary>Asks the policy before a version is published.</summary>
public sealed class PolicyPublishGate(ActivityRegistry activities, SectionCatalog sections) : IPublishGate
{
    /// <summary>Short name of everything that the policy finds.</summary>
    public const string Kind = "policy";

    /// <summary>The words that the editor shows for the same things.</summary>
    internal static GateWords Words { get; } = new(StepNames.Outcome, principal => OptionWords.Of("Assignee", principal));

    private readonly PolicyGate gate = new(activities, sections.Find, Words);

    public ValueTask<IReadOnlyList<Finding>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken) =>
        new([.. gate.Check(graph.Definition).Select(found => new Finding(
            Kind, found.Message, found.Severity == GateSeverity.Block, found.Node, new Text($"{found.Rule}（{found.Article}）", $"{found.Rule} ({found.Article})"), Fixable(found.Fix)) { Severity = found.Severity })]);

    /// <summary>What stands in a section is put right in the section.</summary>
    private static InputFix? Fixable(InputFix? fix) => fix is null || fix.Node.Contains('.', StringComparison.Ordinal) ? null : fix;
}
