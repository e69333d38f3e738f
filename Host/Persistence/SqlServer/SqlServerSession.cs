using System.Data;
using System.Data.Common;
using System.Globalization;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Servers;
using Microsoft.Data.SqlClient;

namespace Gongtui.Host.Persistence.SqlServer;

/// <summary>One connection to a SQL Server; the server keeps the plan of a statement that comes again.</summary>
internal sealed class SqlServerSession : ServerSession
{
    /// <summary>From this many rows on they go in one stream.</summary>
    private const int Bulk = 32;

    /// <summary>The longest text that is not yet "max", in characters.</summary>
    private const int LongestText = 4000;

    private readonly SqlConnection _connection;
    private readonly string? _schema;

    /// <param name="schema">Where the tables lie; null for the usual place.</param>
    public SqlServerSession(string connectionString, string? schema) : this(new SqlConnection(connectionString)) => _schema = schema;

    private SqlServerSession(SqlConnection connection) : base(connection)
    {
        _connection = connection;
        _connection.Open();
    }

    /// <summary>The server is gone or going (its errors from class 20 on), or the time for an answer was over.</summary>
    public static bool Breaks(Exception failure) => failure switch
    {
        SqlException sql => sql.Class >= 20 || sql.Number is -2 or -1 or 596 or 6005,
        IOException or TimeoutException => true,
        _ => false,
    };

    public override void InsertAll(string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> rows)
    {
        if (rows.Count < Bulk)
        {
            base.InsertAll(table, columns, rows);
            return;
        }

        using var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var (index, column) in columns.Index())
            data.Columns.Add(column, rows[0][index].GetType());
        foreach (var row in rows)
            data.Rows.Add(row);
        using var copy = new SqlBulkCopy(_connection, SqlBulkCopyOptions.CheckConstraints, (SqlTransaction?)Transaction) { DestinationTableName = TransactSql.Table(table, _schema) };
        foreach (var column in columns)
            copy.ColumnMappings.Add(column, column);
        copy.WriteToServer(data);
    }

    /// <summary>In one stream, with the numbers that they had; the server counts on from the largest.</summary>
    public override void Load(Table table, IReadOnlyList<object?[]> rows)
    {
        using var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        using var copy = new SqlBulkCopy(_connection, SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.KeepIdentity, (SqlTransaction?)Transaction)
        {
            DestinationTableName = TransactSql.Table($"[{table.Name}]", _schema),
            BulkCopyTimeout = 0,
        };
        foreach (var column in table.Columns)
        {
            data.Columns.Add(column.Name, TypeOf(column.Kind));
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        foreach (var row in rows)
            data.Rows.Add([.. table.Columns.Select((column, index) => Loaded(column.Kind, row[index]))]);
        copy.WriteToServer(data);
    }

    private static Type TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => typeof(long),
        ColumnKind.Small => typeof(int),
        ColumnKind.Flag => typeof(bool),
        ColumnKind.Bytes => typeof(byte[]),
        ColumnKind.Date => typeof(DateTime),
        _ => typeof(string),
    };

    private static object Loaded(ColumnKind kind, object? value) => (value, kind) switch
    {
        (null, _) => DBNull.Value,
        (long number, ColumnKind.Small) => checked((int)number),
        (long number, ColumnKind.Flag) => number != 0,
        (string day, ColumnKind.Date) => DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };

    protected override bool IsBroken(Exception failure) => Breaks(failure);

    protected override string Words(string sql) => TransactSql.From(sql, _schema);

    /// <summary>One length for all texts, so that one plan serves them all.</summary>
    protected override DbParameter Parameter(string name, object? value) => value switch
    {
        long number => new SqlParameter(name, SqlDbType.BigInt) { Value = number },
        byte[] bytes => new SqlParameter(name, SqlDbType.VarBinary, -1) { Value = bytes },
        string text => new SqlParameter(name, SqlDbType.NVarChar, text.Length <= LongestText ? LongestText : -1) { Value = text },
        null => new SqlParameter(name, SqlDbType.NVarChar, LongestText) { Value = DBNull.Value },
        _ => new SqlParameter(name, value),
    };
}
