using Gongtui.Host.Persistence.Journals;
using Npgsql;

namespace Gongtui.Host.Persistence.Postgres;

/// <summary>Connections to a PostgreSQL server.</summary>
public sealed class PostgresSessions : IJournalSessions
{
    /// <summary>Each waits for its own flush; the server joins flushes that come at once.</summary>
    private const int Writing = 4;

    private const int PreparedStatements = 100;
    private readonly NpgsqlDataSource _source;

    /// <param name="connectionString">Of a database at this program's schema.</param>
    /// <param name="schema">Where its tables lie; null for the usual place.</param>
    public PostgresSessions(string connectionString, string? schema = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = PreparedStatements, AutoPrepareMinUsages = 2 };
        if (schema is not null)
            settings.SearchPath = schema;
        _source = NpgsqlDataSource.Create(settings);
    }

    public string Name => "postgres";

    public int Writers => Writing;

    public IDbSession OpenWriter() => Alive(() =>
    {
        var session = new PostgresSession(_source);
        // Whatever the server's administrator has set: what is acknowledged is on the disk.
        session.Execute("SET synchronous_commit = on");
        return session;
    });

    public T Read<T>(Func<IDbSession, T> read) => Alive(() =>
    {
        using var session = new PostgresSession(_source);
        return read(session);
    });

    /// <summary>A connection that broke while it was idle is noticed when it is used, and the others broke with it: once more, with new ones.</summary>
    private T Alive<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (NpgsqlException e) when (PostgresSession.IsBroken(e))
        {
            _source.Clear();
            return action();
        }
    }

    public void Dispose() => _source.Dispose();
}
