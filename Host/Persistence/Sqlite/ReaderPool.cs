using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>Read-only connections with their prepared statements. Readers never wait for the writer, nor it for them.</summary>
internal sealed class ReaderPool(string file) : IDisposable
{
    private readonly ConcurrentBag<Statements> _idle = [];

    /// <param name="read">Must be done with its rows when it returns: an open read keeps the log from being used again.</param>
    public T Read<T>(Func<Statements, T> read)
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
