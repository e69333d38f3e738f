using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Sqlite.Migrations
{
    /// <summary>Checkpoints over all journals, and the journal of those who read them. The file itself refuses to change or forget a row.</summary>
    [DbContext(typeof(GongtuiDb))]
    [Migration("20260105000000_Auditing")]
    public sealed class Auditing : Migration
    {
        private static readonly string[] Tables = ["access", "checkpoint_head", "checkpoint"];

        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE checkpoint (
                    number INTEGER NOT NULL CONSTRAINT PK_checkpoint PRIMARY KEY,
                    note TEXT NOT NULL,
                    public_key TEXT NOT NULL,
                    signature TEXT NOT NULL);
                CREATE TABLE checkpoint_head (
                    instance TEXT NOT NULL,
                    checkpoint INTEGER NOT NULL,
                    entries INTEGER NOT NULL,
                    hash BLOB NOT NULL,
                    CONSTRAINT PK_checkpoint_head PRIMARY KEY (instance, checkpoint));
                CREATE TABLE access (
                    number INTEGER NOT NULL CONSTRAINT PK_access PRIMARY KEY,
                    instance TEXT NOT NULL,
                    person TEXT NOT NULL,
                    line TEXT NOT NULL,
                    hash BLOB NOT NULL);
                CREATE INDEX IX_access_instance ON access (instance);
                """);
            foreach (var table in Tables)
            {
                foreach (var change in new[] { "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END;");
            }
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables) migrationBuilder.DropTable(table);
        }
    }
}
