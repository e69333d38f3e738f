using Gongtui.Host.Persistence.Journals;
using Microsoft.Data.SqlClient;

namespace Gongtui.Host.Persistence.SqlServer;

/// <summary>Connections to a SQL Server.</summary>
internal sealed class SqlServerSessions(string connectionString, Func<string, string>? name = null) : IJournalSessions
{
    /// <summary>Each waits for its own flush of the log.</summary>
    private const int Writing = 4;

    private const string IsDelayed = "SELECT CAST(delayed_durability AS BIGINT) FROM sys.databases WHERE database_id = DB_ID()";

    private const long Forced = 2;

    public string Name => "sqlserver";

    public int Writers => Writing;

    /// <exception cref="IOException">The database acknowledges what it has not yet written.</exception>
    public IDbSession OpenWriter() => Alive(() =>
    {
        var session = new SqlServerSession(connectionString, name);
        if (session.Scalar(IsDelayed) is not Forced) return session;
        session.Dispose();
        throw new IOException("数据库设为强制延迟持久化，确认的内容可能丢失；请改为 DELAYED_DURABILITY = DISABLED 。 | The database has DELAYED_DURABILITY = FORCED: what is acknowledged can be lost. Set it to DISABLED.");
    });

    public T Read<T>(Func<IDbSession, T> read) => Alive(() =>
    {
        using var session = new SqlServerSession(connectionString, name);
        return read(session);
    });

    public void Dispose()
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
    }

    /// <summary>A connection that broke while it was idle is noticed when it is used, and the others broke with it: once more, with new ones.</summary>
    private T Alive<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqlException e) when (SqlServerSession.IsBroken(e))
        {
            Dispose();
            return action();
        }
    }
}
