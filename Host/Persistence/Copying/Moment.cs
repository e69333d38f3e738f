using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Copying;

/// <summary>Reads a database as it was at one moment, while others write.</summary>
internal static class Moment
{
    /// <summary>Of SQL Server: whether the database keeps what a moment needs.</summary>
    internal const string Keeps = "SELECT CAST(snapshot_isolation_state AS BIGINT) FROM sys.databases WHERE database_id = DB_ID()";

    internal const string End = "ROLLBACK";

    internal static IReadOnlyList<string> Begin(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Postgres => ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"],
        DatabaseProvider.SqlServer => ["SET TRANSACTION ISOLATION LEVEL SNAPSHOT", "BEGIN TRANSACTION"],
        _ => ["BEGIN"],
    };

    /// <param name="db">A connection of its own.</param>
    /// <param name="provider">What it is connected to.</param>
    /// <param name="read">Is done with its rows when it returns.</param>
    /// <exception cref="CopyException">The database keeps no moments.</exception>
    public static T Of<T>(IDbSession db, DatabaseProvider provider, Func<IDbSession, T> read)
    {
        if (provider == DatabaseProvider.SqlServer && db.Scalar(Keeps) is not 1L)
        {
            throw new CopyException(
                "SQL Server 数据库不允许快照读取，无法在工作中备份。请由管理员执行 ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON 后重试",
                "the SQL Server database allows no snapshots, so it cannot be copied while it works. Have an administrator execute ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON and try again");
        }

        foreach (var statement in Begin(provider))
            db.Execute(statement);
        var result = read(db);
        // After an exception the connection is not used again.
        db.Execute(End);
        return result;
    }
}
