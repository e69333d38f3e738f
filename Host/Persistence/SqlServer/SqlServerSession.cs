using System.Data;
using System.Data.Common;
using System.Globalization;
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
