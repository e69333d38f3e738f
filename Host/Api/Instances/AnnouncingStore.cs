using Gongtui.Engine.Storage;

namespace Gongtui.Host.Api.Instances;

/// <summary>The journals' store, which tells those who listen of every burst once it is on the disk.</summary>
/// <param name="listeners">Called by whoever stored the burst: they must not wait for anything.</param>
public sealed class AnnouncingStore(IJournalStore store, params IReadOnlyList<Action<Append>> listeners) : IJournalStore
{
    public async ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default)
    {
        var result = await store.AppendAsync(append, cancellationToken);
        if (result == AppendResult.Stored)
            foreach (var listener in listeners) listener(append);
        return result;
    }

    public ValueTask<IReadOnlyList<StoredBurst>> ReadAsync(string instance, long after, long upTo, CancellationToken cancellationToken = default) =>
        store.ReadAsync(instance, after, upTo, cancellationToken);

    public ValueTask<StoredSnapshot?> SnapshotAsync(string instance, long atMost, CancellationToken cancellationToken = default) =>
        store.SnapshotAsync(instance, atMost, cancellationToken);

    public ValueTask<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken = default) =>
        store.DueAsync(now, most, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxItem>> OutboxAsync(int most, CancellationToken cancellationToken = default) =>
        store.OutboxAsync(most, cancellationToken);

    public ValueTask DoneAsync(OutboxItem item, CancellationToken cancellationToken = default) => store.DoneAsync(item, cancellationToken);
}
