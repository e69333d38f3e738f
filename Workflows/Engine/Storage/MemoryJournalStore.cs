using Gongtui.Engine.Journal;

namespace Gongtui.Engine.Storage;

/// <summary>Journals in memory, for rehearsals, single runs of a file, and tests. Durable as long as the process lives.</summary>
/// <param name="stored">Told of every stored burst, in order.</param>
public sealed class MemoryJournalStore(Action<Append>? stored = null) : IJournalStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<StoredBurst>> bursts = [];
    private readonly Dictionary<string, List<StoredSnapshot>> snapshots = [];
    private readonly Dictionary<(string Instance, string Bookmark), DateTimeOffset> timers = [];
    private readonly List<OutboxItem> outbox = [];

    public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            var burst = append.Burst;
            if (!bursts.TryGetValue(burst.Instance, out var list))
                bursts[burst.Instance] = list = [];
            if ((list.Count == 0 ? 0 : list[^1].Last) != append.ExpectedSequence)
                return new(AppendResult.Conflict);
            list.Add(burst);
            if (append.Snapshot is { } snapshot)
                SnapshotsOf(burst.Instance).Add(snapshot);
            Project(append);
            stored?.Invoke(append);
            return new(AppendResult.Stored);
        }
    }

    public ValueTask<IReadOnlyList<StoredBurst>> ReadAsync(string instance, long after, long upTo, CancellationToken cancellationToken = default)
    {
        lock (gate)
            return new([.. bursts.GetValueOrDefault(instance, []).Where(b => b.Last > after && b.First <= upTo)]);
    }

    public ValueTask<StoredSnapshot?> SnapshotAsync(string instance, long atMost, CancellationToken cancellationToken = default)
    {
        lock (gate)
            return new(SnapshotsOf(instance).FindLast(s => s.Sequence <= atMost));
    }

    public ValueTask<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken = default)
    {
        lock (gate)
            return new([.. timers.Where(t => t.Value <= now).OrderBy(t => t.Value).ThenBy(t => t.Key.Instance, StringComparer.Ordinal).Take(most).Select(t => new DueTimer(t.Key.Instance, t.Key.Bookmark, t.Value))]);
    }

    public ValueTask<IReadOnlyList<OutboxItem>> OutboxAsync(int most, CancellationToken cancellationToken = default)
    {
        lock (gate)
            return new([.. outbox.Take(most)]);
    }

    public ValueTask DoneAsync(OutboxItem item, CancellationToken cancellationToken = default)
    {
        lock (gate)
            outbox.Remove(item);
        return ValueTask.CompletedTask;
    }

    /// <summary>The earliest timer, for a clock that jumps.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return timers.Count == 0 ? null : timers.Values.Min();
        }
    }

    private List<StoredSnapshot> SnapshotsOf(string instance)
    {
        if (!snapshots.TryGetValue(instance, out var list))
            snapshots[instance] = list = [];
        return list;
    }

    private void Project(Append append)
    {
        var instance = append.Burst.Instance;
        foreach (var entry in append.Entries)
        {
            if (entry is Waiting { Due: { } due } waiting)
                timers[(instance, waiting.Bookmark)] = due;
            else if (entry is Burned burned)
                timers.Remove((instance, burned.Bookmark));
            else if (entry is Spawned)
                outbox.Add(new OutboxItem(instance, entry.Sequence));
        }
        if (append.After.End is not null)
        {
            foreach (var key in timers.Keys.Where(k => k.Instance == instance).ToArray())
                timers.Remove(key);
        }
        if (append.After.ParentBookmark is not null)
            outbox.Add(new OutboxItem(instance, append.Burst.Last));
    }
}
