using System.Collections.Concurrent;
using Gongtui.Host.Persistence.Journals;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>Connections to one SQLite file: one that writes, and read-only ones that keep their prepared statements.
/// Readers never wait for the writer, nor it for them.</summary>
/// <param name="file">A database at this program's schema.</param>
public sealed class SqliteSessions(string file) : IJournalSessions
{
    private readonly ConcurrentBag<Statements> _idle = [];

    public string Name => Path.GetFileName(file);

    public int Writers => 1;

    public IDbSession OpenWriter()
    {
        var statements = new Statements(file, SqliteOpenMode.ReadWriteCreate);
        WriteAheadLog.Prepare(statements, file);
        if (statements.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'journal'") is not null) statements.Measure(file, Soundness.JournalHeight);
        return statements;
    }

    /// <param name="read">Must be done with its rows when it returns: an open read keeps the log from being used again.</param>
    public T Read<T>(Func<IDbSession, T> read)
    {
        if (!_idle.TryTake(out var statements))
            statements = new Statements(file, SqliteOpenMode.ReadOnly);
        var result = read(statements);
        _idle.Add(statements); // after an exception the connection is left to the finalizer: what is wrong with it is not known
        return result;
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var statements))
            statements.Dispose();
    }
}
