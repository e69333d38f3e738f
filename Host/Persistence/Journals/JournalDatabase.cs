using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Persistence.Journals;

/// <summary>Journals in a database: a row per burst, stored by group commit together with timers, outbox and projections.</summary>
/// <remarks>The SQL is what every database of the product understands; what differs is in its sessions and migrations.</remarks>
public sealed class JournalDatabase : IJournalDatabase, IAsyncDisposable
{
    private readonly IJournalSessions _sessions;
    private readonly GroupCommit[] _writers;
    private readonly BurstWriter _bursts;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly Alarm _alarm;

    /// <param name="sessions">Of a database at this program's schema; disposed with this object.</param>
    /// <param name="projections">Written in this order for every burst.</param>
    /// <param name="alarm">Rung when a timer is stored.</param>
    /// <param name="lost">Called when the file can no longer be written.</param>
    public JournalDatabase(IJournalSessions sessions, IReadOnlyList<IProjection> projections, Alarm alarm, Action<Exception> lost)
    {
        (_sessions, _projections, _alarm) = (sessions, projections, alarm);
        _bursts = new BurstWriter(projections);
        _writers = [.. Enumerable.Range(0, sessions.Writers).Select(_ => new GroupCommit(sessions.OpenWriter, sessions.Name, lost))];
    }

    public async ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default)
    {
        // Packed here, by the many callers, not by the one writer.
        var (lines, state) = (Packed.Pack(append.Burst.Lines), append.Snapshot is { } snapshot ? Packed.Pack(snapshot.State) : null);
        var result = await WriterOf(append.Burst.Instance).WriteAsync(db => _bursts.Store(db, append, lines, state), cancellationToken);
        if (result == AppendResult.Stored && append.Entries.Any(entry => entry is Waiting { Due: not null }))
            _alarm.Ring();
        return result;
    }

    public ValueTask<IReadOnlyList<StoredBurst>> ReadAsync(string instance, long after, long upTo, CancellationToken cancellationToken = default) =>
        new(_sessions.Read(db => Bursts(db, instance, after, upTo)));

    public ValueTask<StoredSnapshot?> SnapshotAsync(string instance, long atMost, CancellationToken cancellationToken = default) =>
        new(_sessions.Read(db => db.Read(
            """
            SELECT s.sequence, s.hash, s.state FROM instance i JOIN snapshot s ON s.instance = i.number
            WHERE i.name = @name AND s.sequence <= @most ORDER BY s.sequence DESC LIMIT 1
            """,
            row => new StoredSnapshot(instance, row.Number(0), row.Bytes(1), Packed.Unpack(row.Bytes(2))),
            ("@name", instance), ("@most", atMost))) is [var snapshot] ? snapshot : null);

    public ValueTask<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken = default) =>
        new(_sessions.Read(db => db.Read(
            "SELECT i.name, t.bookmark, t.due FROM timer t JOIN instance i ON i.number = t.instance WHERE t.due <= @now ORDER BY t.due, i.name LIMIT @most",
            row => new DueTimer(row.Text(0), row.Text(1), new DateTimeOffset(row.Number(2), TimeSpan.Zero)),
            ("@now", now.UtcTicks), ("@most", most))));

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        new(_sessions.Read(db => db.Scalar("SELECT min(due) FROM timer")) is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null);

    public ValueTask<IReadOnlyList<OutboxItem>> OutboxAsync(int most, CancellationToken cancellationToken = default) =>
        new(_sessions.Read(db => db.Read(
            "SELECT i.name, o.sequence FROM outbox o JOIN instance i ON i.number = o.instance ORDER BY o.id LIMIT @most",
            row => new OutboxItem(row.Text(0), row.Number(1)), ("@most", most))));

    public async ValueTask DoneAsync(OutboxItem item, CancellationToken cancellationToken = default) =>
        await WriterOf(item.Instance).WriteAsync(db => db.Execute(
            """
            DELETE FROM outbox WHERE id = (SELECT min(o.id) FROM outbox o JOIN instance i ON i.number = o.instance WHERE i.name = @name AND o.sequence = @sequence)
            """,
            ("@name", item.Instance), ("@sequence", item.Sequence)), cancellationToken);

    public ValueTask<IReadOnlyList<string>> InstancesAsync(CancellationToken cancellationToken = default) =>
        new(_sessions.Read(db => db.Read("SELECT name FROM instance ORDER BY number", row => row.Text(0))));

    public async ValueTask<int> RebuildAsync(JournalReader reader, CancellationToken cancellationToken = default)
    {
        var instances = await InstancesAsync(cancellationToken);
        return await _writers[0].WriteAsync(db =>
        {
            foreach (var table in _projections.SelectMany(projection => projection.Tables).Reverse())
                db.Execute($"DELETE FROM {table}");
            foreach (var append in instances.SelectMany(instance => reader.ReplayAsync(instance, cancellationToken).ToBlockingEnumerable(cancellationToken)))
                _bursts.Project(db, append);
            return instances.Count;
        }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers)
            await writer.DisposeAsync();
        _sessions.Dispose();
    }

    private GroupCommit WriterOf(string instance) => _writers[(uint)instance.GetHashCode(StringComparison.Ordinal) % _writers.Length];

    /// <summary>From the burst that holds the entry after <paramref name="after"/> on. A journal that is shorter than its head says is an error, not an end.</summary>
    private static IReadOnlyList<StoredBurst> Bursts(IDbSession db, string instance, long after, long upTo)
    {
        var head = 0L;
        var bursts = db.Read(
            """
            SELECT j.first, j.last, j.lines, j.hash, i.last FROM instance i LEFT JOIN journal j ON j.instance = i.number
              AND j.last > @after AND j.first <= @upTo
              AND j.first >= coalesce((SELECT max(first) FROM journal WHERE instance = i.number AND first <= @after + 1), 0)
            WHERE i.name = @name ORDER BY j.first
            """,
            row => Burst(instance, row, ref head),
            ("@name", instance), ("@after", after), ("@upTo", upTo));
        var last = bursts is [.., { } newest] ? newest.Last : after;
        return last < Math.Min(upTo, head) ? throw new JournalException($"The journal of {instance} ends at entry {last}; {head} were stored.")
            : [.. bursts.OfType<StoredBurst>()];
    }

    /// <summary>Null in the one row of an instance of which nothing was asked that is there.</summary>
    private static StoredBurst? Burst(string instance, IRow row, ref long head)
    {
        head = row.Number(4);
        return row.IsNull(0) ? null : new(instance, row.Number(0), row.Number(1), Packed.Unpack(row.Bytes(2)), row.Bytes(3));
    }
}
