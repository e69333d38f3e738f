using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>How every connection to the SQLite file is opened: WAL, and a commit is on the disk before it returns.</summary>
public static class SqliteSettings
{
    /// <summary>How long a connection waits for another that writes, or that recovers the log at a start: adopting a roll of a hundred thousand is one transaction of many seconds.</summary>
    public const int PatienceSeconds = 60;

    /// <summary>synchronous=NORMAL would not flush on commit in WAL mode: an acknowledged task could be lost in a power cut.</summary>
    public static readonly string Pragmas = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout={PatienceSeconds * 1000};";

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = PatienceSeconds }.ToString();

    public static DbContextOptionsBuilder UseGongtuiSqlite(this DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(ConnectionString(file), sqlite => sqlite.UseParameterizedCollectionMode(PersistenceRoom.Lists)).AddInterceptors(OnOpen.Instance);

    private sealed class OnOpen : DbConnectionInterceptor
    {
        public static readonly OnOpen Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

/// <summary>Lets <c>dotnet ef</c> make the model without starting the product.</summary>
public sealed class GongtuiDbDesign : IDesignTimeDbContextFactory<GongtuiDb>
{
    public GongtuiDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<GongtuiDb>();
        options.UseGongtuiSqlite("design.db");
        return new GongtuiDb(options.Options);
    }
}
