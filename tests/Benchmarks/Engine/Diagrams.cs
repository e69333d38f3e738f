using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;

namespace Gongtui.Benchmarks.Engine;

/// <summary>A step that does nothing and goes on: what is measured is the kernel.</summary>
[Activity("Bench", "Bench")]
public sealed class Pass : CodeActivity;

/// <summary>A step that waits to be resumed.</summary>
[Activity("Bench", "Bench")]
public sealed class Wait : Activity
{
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnResumedAsync);

    private static ValueTask OnResumedAsync(ActivityExecutionContext context) => context.CompleteActivityAsync();
}

/// <summary>Diagrams to measure on.</summary>
internal sealed class Diagrams : IGraphCatalog
{
    private readonly WorkflowGraph graph;

    private Diagrams(WorkflowGraph graph) => this.graph = graph;

    public WorkflowGraph Graph => graph;

    /// <summary>A flowchart of steps of one type in a row.</summary>
    public static Diagrams Row(string activityType, int steps)
    {
        var activities = string.Join(",", Enumerable.Range(1, steps).Select(i => $$"""{"id":"step{{i}}","type":"{{activityType}}","version":1}"""));
        var connections = string.Join(",", Enumerable.Range(1, steps - 1).Select(i =>
            $$$"""{"source":{"activity":"step{{{i}}}","port":"Done"},"target":{"activity":"step{{{i + 1}}}","port":"In"}}"""));
        var flowchart = $$$"""{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[{{{activities}}}],"connections":[{{{connections}}}]}""";
        var json = $$$"""{"definitionId":"row","id":"row-{{{activityType}}}-{{{steps}}}","version":1,"root":{{{flowchart}}} }""";
        return new Diagrams(new DefinitionCompiler(new ActivityRegistry(typeof(Pass).Assembly)).Compile(WorkflowDefinition.Parse(json)));
    }

    public WorkflowGraph Find(string versionId, string hash) => versionId == graph.VersionId ? graph : throw new JournalException(versionId);

    public WorkflowGraph? Published(string definitionId) => graph;
}
