using System.Text.Json;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Xunit;

namespace Gongtui.Engine.Tests.Storage;

/// <summary>A runtime over the store under test, with small definitions that make every kind of row a store has to keep.</summary>
public sealed class JournalScene : IJournalStore, IGraphCatalog
{
    private static readonly DefinitionCompiler Compiler = new(new ActivityRegistry());
    private readonly Dictionary<string, WorkflowGraph> graphs = [];
    private readonly IJournalStore store;

    public JournalScene(IJournalStore store)
    {
        this.store = store;
        Runtime = new Runtime(this, this, [], new RuntimeOptions());
    }

    /// <summary>Waits for "next", and again, for ever.</summary>
    public WorkflowGraph Loop => Graph("loop", """
        {"id":"flow","type":"Elsa.Flowchart","activities":[
          {"id":"wait","type":"Elsa.Event","eventName":{"typeName":"String","expression":{"type":"Literal","value":"next"}}},
          {"id":"say","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Literal","value":"又一步 ✓"}}}],
         "connections":[{"source":{"activity":"wait","port":"Done"},"target":{"activity":"say"}},{"source":{"activity":"say","port":"Done"},"target":{"activity":"wait"}}]}
        """);

    /// <summary>Waits for an hour.</summary>
    public WorkflowGraph Hour => Graph("hour", """
        {"id":"wait","type":"Elsa.Delay","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"01:00:00"}}}
        """);

    /// <summary>Waits for another run of <see cref="Loop"/>.</summary>
    public WorkflowGraph Parent => Graph("parent", """
        {"id":"child","type":"Elsa.DispatchWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"loop"}},
         "waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true}}}
        """);

    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public Runtime Runtime { get; }

    /// <summary>Whether children are started and parents told; without, the outbox keeps what they are owed.</summary>
    public bool Follows { get; init; } = true;

    /// <summary>The burst that the store was given last.</summary>
    public Append Last { get; private set; } = null!;

    public async Task StartAsync(WorkflowGraph graph, string instance) =>
        Assert.IsType<Outcome.Accepted>(await Runtime.SendAsync(new StartCommand(instance, graph) { Now = Now, By = "张三" }));

    public async Task ResumeAsync(string instance)
    {
        var place = (await Runtime.Reader.LoadAsync(instance))!.State.Bookmarks.Single();
        Assert.IsType<Outcome.Accepted>(await Runtime.SendAsync(new ResumeCommand(instance, place.Id) { Now = Now, By = "李四" }));
    }

    public async Task<Outcome> TellAsync(string instance, string name, object payload) =>
        await Runtime.SendAsync(new TellCommand(instance, name, JsonSerializer.SerializeToElement(payload), _ => null) { Now = Now, By = "王五" });

    public async Task CancelAsync(string instance) =>
        Assert.IsType<Outcome.Accepted>(await Runtime.SendAsync(new CancelCommand(instance, "stop") { Now = Now }));

    public WorkflowGraph Find(string versionId, string hash) =>
        new[] { Loop, Hour, Parent }.FirstOrDefault(graph => graph.VersionId == versionId && graph.Hash == hash) ?? throw new JournalException($"No version {versionId}.");

    public WorkflowGraph? Published(string definitionId) => definitionId == "loop" ? Loop : null;

    public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default)
    {
        Last = append;
        return store.AppendAsync(append, cancellationToken);
    }

    public ValueTask<IReadOnlyList<StoredBurst>> ReadAsync(string instance, long after, long upTo, CancellationToken cancellationToken = default) =>
        store.ReadAsync(instance, after, upTo, cancellationToken);

    public ValueTask<StoredSnapshot?> SnapshotAsync(string instance, long atMost, CancellationToken cancellationToken = default) =>
        store.SnapshotAsync(instance, atMost, cancellationToken);

    public ValueTask<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken = default) =>
        store.DueAsync(now, most, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxItem>> OutboxAsync(int most, CancellationToken cancellationToken = default) =>
        store.OutboxAsync(most, cancellationToken);

    public ValueTask DoneAsync(OutboxItem item, CancellationToken cancellationToken = default) =>
        Follows ? store.DoneAsync(item, cancellationToken) : ValueTask.CompletedTask;

    private WorkflowGraph Graph(string id, string root)
    {
        lock (graphs)
        {
            if (!graphs.TryGetValue(id, out var graph))
                graphs[id] = graph = Compiler.Compile(WorkflowDefinition.Parse($$"""{"definitionId":"{{id}}","id":"{{id}}-1","version":1,"name":"{{id}}","root":{{root}} }"""));
            return graph;
        }
    }
}
