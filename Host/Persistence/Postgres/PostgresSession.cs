using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.Servers;
using Npgsql;
using NpgsqlTypes;

namespace Gongtui.Host.Persistence.Postgres;

/// <summary>One connection to a PostgreSQL server; the driver prepares a statement that comes again.</summary>
internal sealed class PostgresSession : ServerSession
{
    private readonly NpgsqlConnection _connection;

    public PostgresSession(NpgsqlDataSource source) : this(source.OpenConnection())
    {
    }

    private PostgresSession(NpgsqlConnection connection) : base(connection) => _connection = connection;

    /// <summary>Unless the server said no, and is there: one statement. A server that is going away (class 57P) or no connection (08) is a break.</summary>
    public static bool Breaks(Exception failure) => failure switch
    {
        PostgresException { SqlState: var state } => state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    public override void Load(Table table, IReadOnlyList<object?[]> rows)
    {
        using (var copy = _connection.BeginBinaryImport($"COPY {table.Said} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in rows)
            {
                copy.StartRow();
                foreach (var (index, column) in table.Columns.Index())
                    Write(copy, column.Kind, row[index]);
            }

            copy.Complete();
        }

        // New rows are counted on from these.
        if (table.Counted is { } counted)
            Scalar($"SELECT setval(pg_get_serial_sequence('{table.Said}', '{counted}'), (SELECT max(\"{counted}\") FROM {table.Said}))");
    }

    protected override bool IsBroken(Exception failure) => Breaks(failure);

    protected override DbParameter Parameter(string name, object? value) => new NpgsqlParameter(name, Storable(value));

    private static void Write(NpgsqlBinaryImporter copy, ColumnKind kind, object? value)
    {
        switch (value, kind)
        {
            case (null, _):
                copy.WriteNull();
                break;
            case (long number, ColumnKind.Number):
                copy.Write(number, NpgsqlDbType.Bigint);
                break;
            case (long number, ColumnKind.Small):
                copy.Write(checked((int)number), NpgsqlDbType.Integer);
                break;
            case (long number, ColumnKind.Flag):
                copy.Write(number != 0, NpgsqlDbType.Boolean);
                break;
            case (string text, ColumnKind.Text):
                copy.Write((string)Storable(text), NpgsqlDbType.Text);
                break;
            case (byte[] bytes, ColumnKind.Bytes):
                copy.Write(bytes, NpgsqlDbType.Bytea);
                break;
            case (string day, ColumnKind.Date):
                copy.Write(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), NpgsqlDbType.Date);
                break;
            default:
                throw new InvalidDataException($"{value.GetType()} is no {kind}.");
        }
    }

    /// <summary>PostgreSQL keeps no NUL in a text; where somebody wrote one, the mark for an unreadable character stands in lists. The journal is bytes and has it.</summary>
    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        string text when text.Contains('\0', StringComparison.Ordinal) => text.Replace('\0', '\uFFFD'),
        _ => value,
    };
}
