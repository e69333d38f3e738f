using System.Data.Common;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Servers;
using Microsoft.Data.SqlClient;

namespace Gongtui.Host.Persistence.SqlServer;

/// <summary>Connections to a SQL Server.</summary>
/// <param name="connectionString">Of a database at this program's schema.</param>
/// <param name="schema">Where its tables lie; null for the usual place.</param>
internal sealed class SqlServerSessions(string connectionString, string? schema = null) : ServerSessions
{
    private const string IsDelayed = "SELECT CAST(delayed_durability AS BIGINT) FROM sys.databases WHERE database_id = DB_ID()";

    private const long Forced = 2;

    public override string Name => "sqlserver";

    protected override IDbSession Open() => new SqlServerSession(connectionString, schema);

    /// <exception cref="IOException">The database acknowledges what it has not yet written.</exception>
    protected override void MakeDurable(IDbSession session)
    {
        if (session.Scalar(IsDelayed) is Forced)
            throw new IOException("数据库设为强制延迟持久化，确认的内容可能丢失；请改为 DELAYED_DURABILITY = DISABLED 。 | The database has DELAYED_DURABILITY = FORCED: what is acknowledged can be lost. Set it to DISABLED.");
    }

    protected override bool IsBroken(DbException failure) => SqlServerSession.Breaks(failure);

    protected override void Clear()
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
    }

    protected override void Dispose(bool disposing) => Clear();
}
