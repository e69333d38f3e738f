using System.Net.Sockets;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Projecting;
using Npgsql;

namespace Gongtui.Host.Persistence.Postgres;

/// <summary>One connection to a PostgreSQL server; the driver prepares a statement that comes again.</summary>
internal sealed class PostgresSession : IDbSession
{
    private readonly NpgsqlConnection _connection;
    private NpgsqlTransaction? _transaction;

    public PostgresSession(NpgsqlDataSource source) => _connection = source.OpenConnection();

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        return Math.Max(0, command.ExecuteNonQuery());
    }

    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() switch
        {
            DBNull => null,
            int number => (long)number,
            var value => value,
        };
    }

    public IReadOnlyList<T> Read<T>(string sql, Func<IRow, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var (read, present) = (new List<T>(), new Row(reader));
        while (reader.Read())
            read.Add(row(present));
        return read;
    }

    public void Begin() => _transaction = _connection.BeginTransaction();

    public void Commit()
    {
        _transaction!.Commit();
        End();
    }

    public void RollBack()
    {
        _transaction?.Rollback();
        End();
    }

    public Loss LossBy(Exception failure) =>
        failure is NpgsqlException or IOException or SocketException or TimeoutException ? (IsBroken(failure) ? Loss.Connection : Loss.None)
        : _connection.State == System.Data.ConnectionState.Open ? Loss.None : Loss.Connection;

    /// <summary>Unless the server said no, and is there: one statement. A server that is going away (class 57P) or no connection (08) is a break.</summary>
    public static bool IsBroken(Exception failure) => failure is not PostgresException { SqlState: var state }
        || state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal);

    public void Dispose()
    {
        _transaction?.Dispose();
        _connection.Dispose();
    }

    private void End()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = new NpgsqlCommand(sql, _connection, _transaction);
        foreach (var (name, value) in values)
            command.Parameters.Add(new NpgsqlParameter(name, Storable(value)));
        return command;
    }

    /// <summary>PostgreSQL keeps no NUL in a text; where somebody wrote one, the mark for an unreadable character stands in lists. The journal is bytes and has it.</summary>
    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        string text when text.Contains('\0', StringComparison.Ordinal) => text.Replace('\0', '\uFFFD'),
        _ => value,
    };

    private sealed class Row(NpgsqlDataReader reader) : IRow
    {
        public bool IsNull(int column) => reader.IsDBNull(column);

        public long Number(int column) => reader.GetInt64(column);

        public string Text(int column) => reader.GetString(column);

        public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
    }
}
