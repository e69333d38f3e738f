using Gongtui.Engine.Journal;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Storage;

/// <summary>A stored burst: the lines of entries <paramref name="First"/> to <paramref name="Last"/> and the chain's hash after the last.</summary>
public sealed record StoredBurst(string Instance, long First, long Last, byte[] Lines, byte[] Hash);

/// <summary>A saved state and the chain's hash at its sequence.</summary>
public sealed record StoredSnapshot(string Instance, long Sequence, byte[] Hash, byte[] State);

/// <summary>A bookmark whose time has come.</summary>
public sealed record DueTimer(string Instance, string Bookmark, DateTimeOffset Due);

/// <summary>Work that follows from a stored burst of one instance and concerns another: start a child, or tell a parent of its end.</summary>
public sealed record OutboxItem(string Instance, long Sequence);

/// <summary>
/// One burst to store. <paramref name="Entries"/> and <paramref name="After"/> are for projections that are written in the same transaction;
/// the truth is in <paramref name="Burst"/>.
/// </summary>
public sealed record Append(StoredBurst Burst, IReadOnlyList<Entry> Entries, InstanceState After, StoredSnapshot? Snapshot)
{
    /// <summary>Sequence that the store must have as its last for this instance, 0 for a new one.</summary>
    public long ExpectedSequence => Burst.First - 1;
}

public enum AppendResult
{
    /// <summary>The burst and its projections are durable.</summary>
    Stored,

    /// <summary>The journal had moved on; nothing was written. The caller loads again and decides again.</summary>
    Conflict,
}

/// <summary>
/// Where journals live. Lost infrastructure (disk, connection) is an exception; after a failed flush an implementation never acknowledges again.
/// One abstract compliance suite runs over every implementation.
/// </summary>
public interface IJournalStore
{
    /// <summary>Stores a burst with its projections, timers and outbox items, all or nothing; returns when it is durable.</summary>
    ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default);

    /// <summary>The bursts that hold entries after <paramref name="after"/> up to and including <paramref name="upTo"/>, in order. Empty for an unknown instance.</summary>
    ValueTask<IReadOnlyList<StoredBurst>> ReadAsync(string instance, long after, long upTo, CancellationToken cancellationToken = default);

    /// <summary>The newest snapshot at or before a sequence, or null.</summary>
    ValueTask<StoredSnapshot?> SnapshotAsync(string instance, long atMost, CancellationToken cancellationToken = default);

    /// <summary>Timers due at an instant, earliest first. A timer leaves with its bookmark.</summary>
    ValueTask<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken = default);

    /// <summary>Outbox items not yet done, oldest first: entries of kind <see cref="Spawned"/>, and the end (or first rest) of instances that have a parent.</summary>
    ValueTask<IReadOnlyList<OutboxItem>> OutboxAsync(int most, CancellationToken cancellationToken = default);

    ValueTask DoneAsync(OutboxItem item, CancellationToken cancellationToken = default);
}
