using Gongtui.Host.Persistence.Projecting;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>A prepared statement and, while it runs, its present row. Disposing ends the run and keeps the statement.</summary>
internal sealed class Statement : IRow, IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    /// <param name="values">Their names, in the order in which they are always given.</param>
    public Statement(sqlite3 db, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        _db = db;
        Check(raw.sqlite3_prepare_v3(db, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _places = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            _places[i] = raw.sqlite3_bind_parameter_index(_statement, values[i].Name);
            if (_places[i] == 0)
                throw new ArgumentException($"There is no {values[i].Name} in: {sql}");
        }
    }

    public void Bind(ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var place = _places[i];
            Check(values[i].Value switch
            {
                null => raw.sqlite3_bind_null(_statement, place),
                long number => raw.sqlite3_bind_int64(_statement, place, number),
                int number => raw.sqlite3_bind_int64(_statement, place, number),
                string text => raw.sqlite3_bind_text(_statement, place, text),
                byte[] bytes => bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(_statement, place, 0) : raw.sqlite3_bind_blob(_statement, place, bytes),
                var other => throw new ArgumentException($"{other.GetType()} is not stored."),
            });
        }
    }

    public bool Next()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return code == raw.SQLITE_ROW;
        // The error belongs to the connection until the next call, which resetting would be.
        Check(code);
        return false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public object? Value(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => Number(column),
        raw.SQLITE_BLOB => Bytes(column),
        _ => Text(column),
    };

    public void Dispose() => raw.sqlite3_reset(_statement);

    public void Close() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _db);
}
