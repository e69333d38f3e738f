using Gongtui.Engine.Definitions;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;

namespace Gongtui.Engine.Execution;

/// <summary>Where the runtime finds definitions.</summary>
public interface IGraphCatalog : IGraphSource
{
    /// <summary>The published version of a definition, or null.</summary>
    WorkflowGraph? Published(string definitionId);
}

/// <summary>What the runtime is given: nothing in it is looked up from the machine.</summary>
public sealed record RuntimeOptions
{
    /// <summary>Source of ids for scripts that ask for one.</summary>
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;
    public BurstLimits Limits { get; init; } = BurstLimits.Default;

    /// <summary>How many instances stay in memory between commands. A waiting run costs a row, not an object.</summary>
    public int CachedInstances { get; init; } = 512;

    /// <summary>Where commands that follow from others go: to whoever owns their instance. Null: this runtime decides them all.</summary>
    public Func<Command, CancellationToken, ValueTask<Outcome>>? Elsewhere { get; init; }

    /// <summary>Entries between two snapshots.</summary>
    public int SnapshotEvery { get; init; } = 256;
}

/// <summary>
/// The way in: load, decide, store. One command at a time per instance, many instances at once. When an answer comes back the burst is durable.
/// </summary>
public sealed class Runtime(IJournalStore store, IGraphCatalog graphs, IReadOnlyList<IView> views, RuntimeOptions options)
{
    private const int ConflictRetries = 5;
    private readonly InstanceCache cache = new(options.CachedInstances);
    private readonly InstanceGates gates = new();

    /// <summary>Loads and folds journals, for this runtime and for anyone who wants to look back.</summary>
    public JournalReader Reader { get; } = new(store, graphs, views);

    /// <summary>Decides a command and stores what follows from it, then starts children and tells parents.</summary>
    public async ValueTask<Outcome> SendAsync(Command command, CancellationToken cancellationToken = default)
    {
        var outcome = await DecideAndStoreAsync(command, cancellationToken);
        if (outcome is Outcome.Accepted accepted && (accepted.Entries.Any(e => e is Spawned) || accepted.Standing.ParentBookmark is not null))
            await new Outbox(this, store, graphs).FollowAsync(accepted, command.Now, cancellationToken);
        return outcome;
    }

    /// <summary>Fires every timer due now; refusals (somebody was faster) are harmless.</summary>
    /// <returns>How many went on.</returns>
    public async ValueTask<int> FireTimersAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var fired = 0;
        foreach (var timer in await store.DueAsync(now, 256, cancellationToken))
            fired += await RouteAsync(new FireTimerCommand(timer.Instance, timer.Bookmark) { Now = now }, cancellationToken) is Outcome.Accepted ? 1 : 0;
        return fired;
    }

    /// <summary>After a restart: does what stored bursts still owe to other instances.</summary>
    public ValueTask<int> RecoverAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        new Outbox(this, store, graphs).RecoverAsync(now, cancellationToken);

    internal ValueTask<Outcome> RouteAsync(Command command, CancellationToken cancellationToken) =>
        options.Elsewhere?.Invoke(command, cancellationToken) ?? SendAsync(command, cancellationToken);

    private async ValueTask<Outcome> DecideAndStoreAsync(Command command, CancellationToken cancellationToken)
    {
        using var turn = await gates.EnterAsync(command.Instance, cancellationToken);
        for (var attempt = 0; attempt < ConflictRetries; attempt++)
        {
            if (await TryAsync(command, attempt, cancellationToken) is { } outcome)
                return outcome;
        }
        return new Outcome.Refused(new Refusal(RefusalKind.Conflict, "a journal that rests for a moment", "too many changes at once"));
    }

    /// <returns>The outcome, or null when another writer was faster and the command has to be decided again.</returns>
    private async ValueTask<Outcome?> TryAsync(Command command, int attempt, CancellationToken cancellationToken)
    {
        var instance = cache.Take(command.Instance)
            // A new id is the rule: the store itself tells when it is not, and only then is it worth a look.
            ?? (command is StartCommand && attempt == 0 ? new Instance(Reader.Empty(), []) : await Reader.LoadAsync(command.Instance, cancellationToken));
        if (instance is null)
            return new Outcome.Refused(new Refusal(RefusalKind.NotFound, "a running instance", command.Instance));
        var before = instance.State.Sequence;
        var decision = await Decide.Async(instance.State, command, options.NewId, options.Limits, cancellationToken);
        if (decision.Refusal is { } refusal)
        {
            if (instance.State.Sequence == before && before > 0)
                cache.Put(command.Instance, instance);
            return new Outcome.Refused(refusal);
        }
        var append = Prepare(instance, before, decision.Entries);
        if (await store.AppendAsync(append, cancellationToken) == AppendResult.Conflict)
            return null;
        var standing = Standing.Of(instance.State);
        cache.Put(command.Instance, instance with { Hash = append.Burst.Hash });
        return new Outcome.Accepted(standing, decision.Entries);
    }

    private Append Prepare(Instance instance, long before, IReadOnlyList<Entry> entries)
    {
        var state = instance.State;
        using var writer = new EntryWriter();
        var lines = writer.Write(entries);
        var previous = before == 0 ? HashChain.Seed(state.InstanceId, state.Graph.Hash) : instance.Hash;
        var hash = HashChain.AfterBurst(previous, lines);
        var snapshot = before / options.SnapshotEvery == state.Sequence / options.SnapshotEvery ? null
            : new StoredSnapshot(state.InstanceId, state.Sequence, hash, state.Save());
        return new Append(new StoredBurst(state.InstanceId, before + 1, state.Sequence, lines, hash), entries, state, snapshot);
    }
}
