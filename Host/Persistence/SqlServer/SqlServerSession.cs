using System.Data;
using System.Globalization;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Projecting;
using Microsoft.Data.SqlClient;

namespace Gongtui.Host.Persistence.SqlServer;

/// <summary>One connection to a SQL Server; the server keeps the plan of a statement that comes again.</summary>
internal sealed class SqlServerSession : IDbSession
{
    /// <summary>From this many rows on they go in one stream.</summary>
    private const int Bulk = 32;

    /// <summary>The longest text that is not yet "max", in characters.</summary>
    private const int LongestText = 4000;

    private readonly SqlConnection _connection;
    private readonly Func<string, string> _name;
    private SqlTransaction? _transaction;

    /// <param name="name">Puts the schema before the names of tables; null where they lie in the usual one.</param>
    public SqlServerSession(string connectionString, Func<string, string>? name = null)
    {
        _connection = new SqlConnection(connectionString);
        _name = name ?? (sql => sql);
        _connection.Open();
    }

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

    public void InsertAll(string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> rows)
    {
        if (rows.Count < Bulk)
        {
            RowByRow.Insert(this, table, columns, rows);
            return;
        }

        using var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var (index, column) in columns.Index())
            data.Columns.Add(column, rows[0][index].GetType());
        foreach (var row in rows)
            data.Rows.Add(row);
        using var copy = new SqlBulkCopy(_connection, SqlBulkCopyOptions.CheckConstraints, _transaction) { DestinationTableName = _name($"INTO {table}")["INTO ".Length..] };
        foreach (var column in columns)
            copy.ColumnMappings.Add(column, column);
        copy.WriteToServer(data);
    }

    public void Begin() => _transaction = _connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public void Commit()
    {
        _transaction!.Commit();
        End();
    }

    public void RollBack()
    {
        // The server has undone a transaction by itself that met a deadlock.
        if (_transaction?.Connection is not null)
            _transaction.Rollback();
        End();
    }

    public Loss LossBy(Exception failure) => IsBroken(failure) || _connection.State != ConnectionState.Open ? Loss.Connection : Loss.None;

    /// <summary>The server is gone or going (its errors from class 20 on), or the time for an answer was over.</summary>
    public static bool IsBroken(Exception failure) => failure switch
    {
        SqlException sql => sql.Class >= 20 || sql.Number is -2 or -1 or 596 or 6005,
        IOException or TimeoutException => true,
        _ => false,
    };

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

    private SqlCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = _name(TransactSql.From(sql));
        foreach (var (name, value) in values)
            command.Parameters.Add(Parameter(name, value));
        return command;
    }

    /// <summary>One length for all texts, so that one plan serves them all.</summary>
    private static SqlParameter Parameter(string name, object? value) => value switch
    {
        long number => new(name, SqlDbType.BigInt) { Value = number },
        byte[] bytes => new(name, SqlDbType.VarBinary, -1) { Value = bytes },
        string text => new(name, SqlDbType.NVarChar, text.Length <= LongestText ? LongestText : -1) { Value = text },
        null => new(name, SqlDbType.NVarChar, LongestText) { Value = DBNull.Value },
        _ => new(name, value),
    };

    private sealed class Row(SqlDataReader reader) : IRow
    {
        public bool IsNull(int column) => reader.IsDBNull(column);

        public long Number(int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

        public string Text(int column) => reader.GetString(column);

        public byte[] Bytes(int column) => reader.GetSqlBytes(column).Value;
    }
}
