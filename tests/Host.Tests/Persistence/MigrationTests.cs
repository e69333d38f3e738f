using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Postgres;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_of_SQLite_make_the_model()
    {
        var options = new DbContextOptionsBuilder<GongtuiDb>();
        options.UseGongtuiSqlite("never-opened.db");
        using var db = new GongtuiDb(options.Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_of_PostgreSQL_make_the_model()
    {
        using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=never-opened").Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_of_SQL_Server_make_the_model()
    {
        using var db = new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=never-opened").Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [SkippableTheory]
    [InlineData("UPDATE checkpoint SET note = ''")]
    [InlineData("DELETE FROM checkpoint_head")]
    [InlineData("TRUNCATE access")]
    public void What_auditors_rely_on_is_only_added_to(string change)
    {
        using var connection = new NpgsqlConnection(PostgresServer.NewDatabase() + ";Pooling=false");
        connection.Open();
#pragma warning disable CA2100 // Texts of this test.
        using var command = new NpgsqlCommand(change, connection);
#pragma warning restore CA2100

        Assert.Contains("is only added to", Assert.Throws<PostgresException>(() => command.ExecuteNonQuery()).MessageText, StringComparison.Ordinal);
    }
}
