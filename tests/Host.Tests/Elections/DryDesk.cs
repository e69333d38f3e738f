using System.Text.Json;
using Elsa.Workflows;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Kernel;
using Gongtui.Workflows.Procedures;

namespace Gongtui.Host.Tests.Elections;

/// <summary>The real kernel in memory with a journal that can be asked without being written to.</summary>
internal sealed class DryDesk : IGraphCatalog
{
    private static readonly Lazy<Dictionary<string, WorkflowGraph>> Known = new(Compile);
    private readonly DryStore store = new();
    private readonly Runtime runtime;

    public DryDesk() => runtime = new(store, this, [new ElectionView()], new());

    public static IEnumerable<string> Procedures => Known.Value.Values.Where(graph => graph.Definition.Document["options"]?["usableAsActivity"]?.GetValue<bool>() != true).Select(graph => graph.DefinitionId);

    public static WorkflowGraph Graph(string procedure) => Known.Value[procedure];

    public async Task<InstanceState> StateAsync(string instance) => (await runtime.Reader.LoadAsync(instance))!.State;

    public async Task<Election> ElectionAsync(string instance) => (await StateAsync(instance)).View<Election>(StepContext.View);

    public DateTimeOffset? NextDue => store.Inner.NextDue;

    public async Task FireAsync(DateTimeOffset now) => await runtime.FireTimersAsync(now);

    public async Task<Outcome> SendAsync(Command command) => await runtime.SendAsync(command);

    /// <summary>What would come of a command: entries, or a refusal. Nothing is stored.</summary>
    public async Task<(IReadOnlyList<Entry>? Entries, object? Refusal)> AskAsync(Command command)
    {
        store.Dry = true;
        try
        {
            return await runtime.SendAsync(command) is Outcome.Refused refused ? (null, refused.Reason) : throw new InvalidOperationException("A dry command was stored.");
        }
        catch (WouldStore would)
        {
            return (would.Entries, null);
        }
        finally
        {
            store.Dry = false;
        }
    }

    public static ResumeCommand Completion(string instance, OpenTask task, Actor actor, string decision, JsonElement? fields, DateTimeOffset now) => new(instance, task.Bookmark!)
    {
        Now = now,
        By = actor.Id,
        Input = new Dictionary<string, object?> { ["actor"] = FormReader.Write(actor), ["completion"] = FormReader.Write(new TaskCompletion(task.Id, decision, null, fields)) },
    };

    WorkflowGraph? IGraphCatalog.Published(string definitionId) => Known.Value.GetValueOrDefault(definitionId);

    WorkflowGraph IGraphSource.Find(string versionId, string hash) => Known.Value.Values.First(graph => graph.VersionId == versionId && graph.Hash == hash);

    private static Dictionary<string, WorkflowGraph> Compile()
    {
        var known = ProductProcedures.All().Select(json => WorkflowDefinition.Parse(json)).ToDictionary(definition => definition.VersionId);
        var compiler = new DefinitionCompiler(new ActivityRegistry(typeof(DraftPlan).Assembly), known.GetValueOrDefault);
        return known.Values.Select(compiler.Compile).ToDictionary(graph => graph.DefinitionId);
    }

    private sealed class WouldStore(IReadOnlyList<Entry> entries) : Exception
    {
        public IReadOnlyList<Entry> Entries => entries;
    }

    private sealed class DryStore : IJournalStore
    {
        public MemoryJournalStore Inner { get; } = new();

        public bool Dry { get; set; }

        public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default) =>
            Dry ? throw new WouldStore(append.Entries) : Inner.AppendAsync(append, cancellationToken);

        public ValueTask<IReadOnlyList<StoredBurst>> ReadAsync(string instance, long after, long upTo, CancellationToken cancellationToken = default) =>
            Inner.ReadAsync(instance, after, upTo, cancellationToken);

        public ValueTask<StoredSnapshot?> SnapshotAsync(string instance, long atMost, CancellationToken cancellationToken = default) => Inner.SnapshotAsync(instance, atMost, cancellationToken);

        public ValueTask<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken = default) => Inner.DueAsync(now, most, cancellationToken);

        public ValueTask<IReadOnlyList<OutboxItem>> OutboxAsync(int most, CancellationToken cancellationToken = default) => Inner.OutboxAsync(most, cancellationToken);

        public ValueTask DoneAsync(OutboxItem item, CancellationToken cancellationToken = default) => Inner.DoneAsync(item, cancellationToken);
    }
}
