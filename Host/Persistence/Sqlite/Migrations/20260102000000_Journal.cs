using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Sqlite.Migrations
{
    /// <summary>The journals. Written by hand: EF neither maps these tables nor asks them anything.</summary>
    [DbContext(typeof(GongtuiDb))]
    [Migration("20260102000000_Journal")]
    public sealed class Journal : Migration
    {
        /// <summary>Rows of bursts are appended at the end of their table, with a small index by instance. As a table without rowid they would be
        /// clustered by instance: every burst would dirty a page of its own, and what exceeds a quarter of a page would take a page more.</summary>
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE instance (
                    number INTEGER PRIMARY KEY,
                    name TEXT NOT NULL UNIQUE,
                    last INTEGER NOT NULL);
                CREATE TABLE journal (
                    id INTEGER PRIMARY KEY,
                    instance INTEGER NOT NULL,
                    first INTEGER NOT NULL,
                    last INTEGER NOT NULL,
                    lines BLOB NOT NULL,
                    hash BLOB NOT NULL);
                CREATE UNIQUE INDEX journal_by_instance ON journal (instance, first);
                CREATE TABLE snapshot (
                    instance INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    hash BLOB NOT NULL,
                    state BLOB NOT NULL,
                    PRIMARY KEY (instance, sequence));
                CREATE TABLE timer (
                    instance INTEGER NOT NULL,
                    bookmark TEXT NOT NULL,
                    due INTEGER NOT NULL,
                    PRIMARY KEY (instance, bookmark)) WITHOUT ROWID;
                CREATE INDEX timer_by_due ON timer (due);
                CREATE TABLE outbox (
                    id INTEGER PRIMARY KEY,
                    instance INTEGER NOT NULL,
                    sequence INTEGER NOT NULL);
                CREATE INDEX outbox_by_entry ON outbox (instance, sequence);
                """);
            migrationBuilder.AddColumn<int>(name: "incidents", table: "election", type: "INTEGER", nullable: false, defaultValue: 0);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "incidents", table: "election");
            foreach (var table in new[] { "outbox", "timer", "snapshot", "journal", "instance" })
                migrationBuilder.DropTable(table);
        }
    }
}
