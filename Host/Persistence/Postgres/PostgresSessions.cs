using System.Data.Common;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Servers;
using Npgsql;

namespace Gongtui.Host.Persistence.Postgres;

/// <summary>Connections to a PostgreSQL server.</summary>
public sealed class PostgresSessions : ServerSessions
{
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

    public override string Name => "postgres";

    protected override IDbSession Open() => new PostgresSession(_source);

    protected override void MakeDurable(IDbSession session)
    {
        session.Execute("SET synchronous_commit = on");
        // A process that is frozen in the middle of a transaction keeps nobody else from its rows: the server ends the transaction.
        session.Execute("SET idle_in_transaction_session_timeout = '10s'");
    }

    protected override bool IsBroken(DbException failure) => PostgresSession.Breaks(failure);

    protected override void Clear() => _source.Clear();

    protected override void Dispose(bool disposing) => _source.Dispose();
}
