using System.Threading.Channels;
using Gongtui.Host.Boxes;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite.Boxes;

/// <summary>The one thread that writes boxes. While a commit is on its way to the disk the next ones gather and share the next
/// flush, so no timer is needed (ENGINE 3.3).</summary>
internal sealed partial class BoxWriter : IDisposable
{
    private const int LargestBatch = 512;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    // Owned by the thread.
    private readonly SqliteConnection _connection;
    private readonly ChannelReader<BoxWork> _queue;
    private readonly AttemptMemory _attempts;
    private readonly Thread _thread;

    // Written by the thread once, read by everybody.
    private volatile Exception? _broken;

    public BoxWriter(string file, ChannelReader<BoxWork> queue, AttemptMemory attempts)
    {
        (_queue, _attempts) = (queue, attempts);
        _connection = BoxSchema.OpenWriter(file);
        _findBox = BoxSchema.Prepare(_connection, "SELECT id, state FROM box WHERE name = $1", 1);
        _flip = BoxSchema.Prepare(_connection, "UPDATE elector SET has_cast = 1 WHERE box = $1 AND person = $2 AND has_cast = 0", 2);
        _isElector = BoxSchema.Prepare(_connection, "SELECT 1 FROM elector WHERE box = $1 AND person = $2", 2);
        _insertSheet = BoxSchema.Prepare(_connection, "INSERT INTO sheet (box, key, salt, content) VALUES ($1, $2, $3, $4)", 4);
        _thread = new Thread(Run) { IsBackground = true, Name = "boxes" };
        _thread.Start();
    }

    /// <exception cref="IOException">The disk failed earlier; nothing is accepted any more, because nobody knows what a retry would find.</exception>
    public void ThrowIfBroken()
    {
        if (_broken is { } reason) throw new IOException("票箱存储已停止 / the box store has stopped", reason);
    }

    /// <summary>Finishes what is queued, then ends. The queue must have been completed.</summary>
    public void Dispose()
    {
        _thread.Join();
        _findBox.Dispose();
        _flip.Dispose();
        _isElector.Dispose();
        _insertSheet.Dispose();
        _connection.Dispose();
        SqliteConnection.ClearPool(_connection);
    }

    private void Run()
    {
        var casts = new List<CastSheet>(LargestBatch);
        var dirty = false;
        while (WaitForWork(ref dirty))
        {
            while (_queue.TryPeek(out var next))
            {
                if (next is CastSheet cast && casts.Count < LargestBatch)
                {
                    _queue.TryRead(out _);
                    casts.Add(cast);
                    continue;
                }

                if (casts.Count > 0) break;
                _queue.TryRead(out _);
                Guard(() => Do(next), [next]);
                dirty = true;
            }

            if (casts.Count == 0) continue;
            Guard(() => CastAll(casts), casts);
            casts.Clear();
            dirty = true;
        }
    }

    /// <summary>Blocks until there is work; after a second without any it empties the write-ahead log, in which the sheets of
    /// the last commits lie beside the flags of their electors.</summary>
    private bool WaitForWork(ref bool dirty)
    {
        var more = _queue.WaitToReadAsync().AsTask();
        if (dirty && !more.Wait(Idle))
        {
            Guard(() => BoxSchema.Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)"), []);
            dirty = false;
        }

        return more.GetAwaiter().GetResult();
    }

    private void Do(BoxWork work)
    {
        if (work is OpenBox open) OpenOne(open);
        else if (work is CloseBox close) SealOne(close);
    }

    /// <summary>All of it or nothing. Plain statements: prepared commands need not be tied to a transaction object then.</summary>
    private void InTransaction(Action action)
    {
        BoxSchema.Execute(_connection, "BEGIN IMMEDIATE");
        try
        {
            action();
            BoxSchema.Execute(_connection, "COMMIT");
        }
        catch
        {
            // SQLite has rolled back by itself after some errors; a second word about it is not news.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0) BoxSchema.Execute(_connection, "ROLLBACK");
            throw;
        }
    }

    private void Guard(Action action, IEnumerable<BoxWork> works)
    {
        try
        {
            ThrowIfBroken();
            action();
        }
        catch (Exception e)
        {
            // Another program holding the file for seconds is a nuisance; everything else about the disk is the end (a failed
            // flush may have dropped pages that a retry would not write again).
            if (e is SqliteException { SqliteErrorCode: not (SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED) }) _broken = e;
            foreach (var work in works) work.Fail(e);
        }
    }
}
