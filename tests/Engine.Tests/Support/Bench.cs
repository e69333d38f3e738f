using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Flow;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Xunit;

namespace Gongtui.Engine.Tests.Support;

/// <summary>A runtime over a store in memory, with a clock that only tests move.</summary>
internal sealed class Bench : IGraphCatalog
{
    private readonly Dictionary<string, WorkflowGraph> graphs = [];

    public Bench(params WorkflowGraph[] known)
    {
        foreach (var graph in known)
            graphs[graph.VersionId] = graph;
        Store = new MemoryJournalStore(append => Lines.AddRange(append.Entries.OfType<Logged>().Where(e => e.Event == WriteLine.Fact).Select(e => e.Message ?? "")));
        Runtime = new Runtime(Store, this, [], Options);
    }

    public RuntimeOptions Options { get; init; } = new() { NewId = () => Guid.Empty, Limits = new BurstLimits(500, TimeSpan.FromSeconds(20)) };
    public MemoryJournalStore Store { get; }
    public Runtime Runtime { get; private set; }
    public List<string> Lines { get; } = [];
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    /// <summary>A process that has just started: nothing in memory but the store.</summary>
    public void Restart() => Runtime = new Runtime(Store, this, [], Options);

    public async Task<Outcome> StartAsync(WorkflowGraph graph, string instance = "i1", IReadOnlyDictionary<string, object?>? input = null) =>
        await Runtime.SendAsync(new StartCommand(instance, graph) { Now = Now, By = "staff", Input = input ?? new Dictionary<string, object?>() });

    public async Task<Outcome> ResumeAsync(string activity, string instance = "i1", IReadOnlyDictionary<string, object?>? input = null)
    {
        var state = await StateAsync(instance);
        var place = state.Bookmarks.First(b => b.Activity == activity);
        return await Runtime.SendAsync(new ResumeCommand(instance, place.Id) { Now = Now, By = "p1", Input = input ?? new Dictionary<string, object?>() });
    }

    public async Task<InstanceState> StateAsync(string instance = "i1") => (await Runtime.Reader.LoadAsync(instance))!.State;

    public async Task<InstanceState> RunAsync(Diagram diagram)
    {
        var graph = diagram.Compile();
        graphs[graph.VersionId] = graph;
        Assert.IsType<Outcome.Accepted>(await StartAsync(graph));
        return await StateAsync();
    }

    public WorkflowGraph Know(WorkflowGraph graph) => graphs[graph.VersionId] = graph;

    public WorkflowGraph Find(string versionId, string hash) =>
        graphs.TryGetValue(versionId, out var graph) && graph.Hash == hash ? graph : throw new JournalException($"No version {versionId}.");

    public WorkflowGraph? Published(string definitionId) => graphs.Values.Where(g => g.DefinitionId == definitionId).MaxBy(g => g.Version);
}
