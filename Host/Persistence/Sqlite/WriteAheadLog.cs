using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>How the writer's connection treats the write-ahead log.</summary>
internal static class WriteAheadLog
{
    /// <summary>A log that is overwritten in place flushes three times as fast as one that grows (ENGINE 1), so it is as large from the start as it is going to be.</summary>
    private const int WarmBytes = 8 * 1024 * 1024;

    /// <summary>SQLite moves the log into the file and begins it anew after this many pages: by size, never by time.</summary>
    private const int CheckpointPages = 2000;

    private const int CacheKibibytes = 16 * 1024;

    // sqlite.org/rescode.html
    private const int NoMemory = 7, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Settings of the writer's connection.</summary>
    public static void Prepare(Statements writer, string file)
    {
        writer.Script(SqliteSettings.Pragmas);
        Warm(writer, file + "-wal");
        writer.Script($"PRAGMA wal_autocheckpoint={CheckpointPages}; PRAGMA journal_size_limit=-1; PRAGMA cache_size=-{CacheKibibytes};");
    }

    /// <summary>Whether the file can no longer be trusted to take what is written: not a matter of one statement.</summary>
    public static bool IsLost(Exception e) =>
        e is SqliteException { SqliteErrorCode: NoMemory or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NotADatabase };

    /// <summary>Ends a transaction that some statement may have ended already.</summary>
    public static void RollBack(Statements statements)
    {
        try
        {
            statements.Execute("ROLLBACK");
        }
        catch (SqliteException e) when (!IsLost(e))
        {
            // "cannot rollback - no transaction is active": BEGIN itself failed, or SQLite has rolled back by itself.
        }
    }

    /// <summary>A transaction larger than the page cache spills into the log; rolled back, it leaves the log long and the database as it was.</summary>
    private static void Warm(Statements writer, string log)
    {
        if (new FileInfo(log) is { Exists: true, Length: >= WarmBytes })
            return;
        writer.Script($"PRAGMA cache_size=8; BEGIN IMMEDIATE; CREATE TABLE warm(filler BLOB); INSERT INTO warm VALUES(zeroblob({WarmBytes})); ROLLBACK;");
        using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }
}
