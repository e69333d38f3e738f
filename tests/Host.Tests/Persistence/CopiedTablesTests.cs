using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.Postgres;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>A copy of an installation leaves out no table and no column.</summary>
public sealed class CopiedTablesTests
{
    private const string Columns = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '$_$_EF%' ESCAPE '$' AND m.name <> 'height'";

    [Fact]
    public void Everything_that_the_migrations_make_is_copied()
    {
        using var database = new TemporaryDatabase();

        Assert.Equal(database.Sql(Columns).Order(StringComparer.Ordinal), Named(Tables.Of(Sqlite())));
    }

    [Fact]
    public void Everything_that_a_box_consists_of_is_copied()
    {
        using var database = new TemporaryDatabase();
        File.Delete(database.File);
        using (var boxes = new SqliteBoxes(database.File)) boxes.OpenWriter().Dispose();

        Assert.Equal(database.Sql(Columns).Order(StringComparer.Ordinal), Named(Tables.Boxes));
    }

    [Fact]
    public void The_servers_have_the_same_tables()
    {
        using var postgres = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=never-opened").Options);
        using var sqlServer = new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=never-opened").Options);

        var expected = Tables.Of(Sqlite()).Select(Said).ToList();
        Assert.Equal(expected, Tables.Of(postgres.Model).Select(Said));
        Assert.Equal(expected, Tables.Of(sqlServer.Model).Select(Said));
    }

    private static string Said(Table table) => $"{table.Select} {string.Join(' ', table.Columns.Select(column => column.Kind))} {table.Counted}";

    private static IEnumerable<string> Named(IEnumerable<Table> tables) =>
        tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")).Order(StringComparer.Ordinal);

    private static IModel Sqlite()
    {
        var options = new DbContextOptionsBuilder<GongtuiDb>();
        options.UseGongtuiSqlite("never-opened.db");
        using var db = new GongtuiDb(options.Options);
        return db.Model;
    }
}
