using System.Data;
using System.Data.Common;
using System.Globalization;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Projecting;

namespace Gongtui.Host.Persistence.Servers;

/// <summary>One connection to a database server, open as long as the session.</summary>
internal abstract class ServerSession : IDbSession
{
    private readonly DbConnection _connection;

    /// <param name="connection">Open; closed with the session.</param>
    protected ServerSession(DbConnection connection) => _connection = connection;

    /// <summary>What is not yet committed; null between transactions.</summary>
    protected DbTransaction? Transaction { get; private set; }

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

    public virtual void InsertAll(string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> rows) => RowByRow.Insert(this, table, columns, rows);

    public abstract void Load(Table table, IReadOnlyList<object?[]> rows);

    public void Begin() => Transaction = _connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public void Commit()
    {
        Transaction!.Commit();
        End();
    }

    public void RollBack()
    {
        // A server has undone a transaction by itself that met a deadlock.
        if (Transaction?.Connection is not null)
            Transaction.Rollback();
        End();
    }

    public Loss LossBy(Exception failure) => IsBroken(failure) || _connection.State != ConnectionState.Open ? Loss.Connection : Loss.None;

    public void Dispose()
    {
        Transaction?.Dispose();
        _connection.Dispose();
    }

    /// <summary>Whether the connection is gone or going, rather than the server saying no.</summary>
    protected abstract bool IsBroken(Exception failure);

    /// <summary>The statement in the server's words.</summary>
    protected virtual string Words(string sql) => sql;

    protected abstract DbParameter Parameter(string name, object? value);

    private void End()
    {
        Transaction?.Dispose();
        Transaction = null;
    }

    private DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = Words(sql);
        foreach (var (name, value) in values)
            command.Parameters.Add(Parameter(name, value));
        return command;
    }

    private sealed class Row(DbDataReader reader) : IRow
    {
        public bool IsNull(int column) => reader.IsDBNull(column);

        public long Number(int column) => reader.GetValue(column) is int number ? number : reader.GetInt64(column);

        public string Text(int column) => reader.GetString(column);

        public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

        public object? Value(int column) => reader.GetValue(column) switch
        {
            DBNull => null,
            bool flag => flag ? 1L : 0L,
            int number => (long)number,
            DateOnly day => Day(day),
            DateTime day => Day(DateOnly.FromDateTime(day)),
            var value => value,
        };

        private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
