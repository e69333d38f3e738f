using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Projecting;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>One connection and its prepared statements, each compiled the first time it is used. For one thread at a time.</summary>
/// <remarks>Speaks to SQLite's own interface: through ADO.NET a statement of the writer costs twice as much, most of it in binding by name.</remarks>
internal sealed class Statements : IDbSession
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _db;
    private Height? _height;
    private string? _grow;
    private readonly Dictionary<string, Statement> _prepared = new(StringComparer.Ordinal);

    /// <param name="file">The database.</param>
    /// <param name="mode">Whether it may be written.</param>
    public Statements(string file, SqliteOpenMode mode)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        _connection.Open();
        _db = _connection.Handle!;
        raw.sqlite3_busy_timeout(_db, SqliteSettings.PatienceSeconds * 1000);
    }

    /// <summary>Runs several statements that are needed once.</summary>
    public void Script(string sql) => Check(raw.sqlite3_exec(_db, sql));

    /// <returns>How many rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var rows = Open(sql, values);
        while (rows.Next())
            continue;
        return raw.sqlite3_changes(_db);
    }

    /// <returns>The first column of the first row: a number, a text, bytes, or null when it is empty or there is no row.</returns>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var rows = Open(sql, values);
        return rows.Next() ? rows.Value(0) : null;
    }

    /// <summary>All rows.</summary>
    public IReadOnlyList<T> Read<T>(string sql, Func<IRow, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var rows = Open(sql, values);
        var read = new List<T>();
        while (rows.Next())
            read.Add(row(rows));
        return read;
    }

    // IMMEDIATE: a transaction that begins with a read could not become a writer later when another one wrote meanwhile.
    public void Begin() => Execute("BEGIN IMMEDIATE");

    public void Commit()
    {
        if (_height is not { } height)
        {
            Execute("COMMIT");
            return;
        }

        if (_grow is not null) Execute(_grow);
        var reached = (long)Scalar(height.Sql)!;
        Execute("COMMIT");
        height.Write(reached);
    }

    /// <summary>From now on every commit notes how far the database has come.</summary>
    /// <param name="file">The database.</param>
    /// <param name="height">The number, as a question to it.</param>
    /// <param name="grow">A statement that makes the number larger, when the work itself does not.</param>
    public void Measure(string file, string height, string? grow = null)
    {
        _height = new Height(file, height);
        _grow = grow;
        _height.Write((long)Scalar(height)!);
    }

    public void RollBack() => WriteAheadLog.RollBack(this);

    public Loss LossBy(Exception failure) => WriteAheadLog.IsLost(failure) ? Loss.Disk : Loss.None;

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
            statement.Close();
        _connection.Dispose();
        _height?.Dispose();
    }

    private Statement Open(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
            _prepared[sql] = statement = new Statement(_db, sql, values);
        statement.Bind(values);
        return statement;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _db);
}
