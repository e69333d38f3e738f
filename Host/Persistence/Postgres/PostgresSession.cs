using System.Data.Common;
using System.Net.Sockets;
using Gongtui.Host.Persistence.Servers;
using Npgsql;

namespace Gongtui.Host.Persistence.Postgres;

/// <summary>One connection to a PostgreSQL server; the driver prepares a statement that comes again.</summary>
internal sealed class PostgresSession(NpgsqlDataSource source) : ServerSession(source.OpenConnection())
{
    /// <summary>Unless the server said no, and is there: one statement. A server that is going away (class 57P) or no connection (08) is a break.</summary>
    public static bool Breaks(Exception failure) => failure switch
    {
        PostgresException { SqlState: var state } => state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    protected override bool IsBroken(Exception failure) => Breaks(failure);

    protected override DbParameter Parameter(string name, object? value) => new NpgsqlParameter(name, Storable(value));

    /// <summary>PostgreSQL keeps no NUL in a text; where somebody wrote one, the mark for an unreadable character stands in lists. The journal is bytes and has it.</summary>
    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        string text when text.Contains('\0', StringComparison.Ordinal) => text.Replace('\0', '\uFFFD'),
        _ => value,
    };
}
