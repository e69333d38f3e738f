using Gongtui.Engine.Execution;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Flow;

/// <summary>
/// Elsa's workflow as an activity: another definition that runs inside this run, in the same journal. Which version it is stands in the
/// diagram and in the hash of the graph, so a newer version of the section changes nothing that was published before.
/// </summary>
internal sealed class WorkflowDefinitionActivity : Activity, IContainerActivity
{
    public string DefinitionId { get; init; } = "";

    public string DefinitionVersionId { get; init; } = "";

    public string SectionName { get; init; } = "";

    protected override void Execute(ActivityExecutionContext context)
    {
        var run = context.Run;
        context.Burst.Schedule(run.Node.Children[0], run);
    }

    void IContainerActivity.ChildCompleted(Burst burst, ActivityRun container, ActivityRun child, IReadOnlyList<string> outcomes) =>
        burst.Complete(container, ["Done"]);

    void IContainerActivity.ChildCanceled(Burst burst, ActivityRun container, ActivityRun child) =>
        burst.Cancel(container, tellContainer: true);
}

/// <summary>Leaves the workflow that is used as an activity, by outcomes of its own; outside of one it ends the run.</summary>
[Activity("Elsa", "Composition", "Signals the current composite activity to complete itself as a whole.")]
public sealed class Complete : Activity, ITerminalNode
{
    [Input(Description = "The outcome or outcomes with which to complete.", UIHint = InputUIHints.SingleLine)]
    public Input<object?>? Outcomes { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        IReadOnlyList<string> outcomes = context.Get(Outcomes) switch
        {
            string { Length: > 0 } one => [one],
            IEnumerable<object?> several => [.. several.OfType<string>()],
            _ => ["Done"],
        };
        context.Burst.CompleteAround(context.Run, outcomes);
    }
}
