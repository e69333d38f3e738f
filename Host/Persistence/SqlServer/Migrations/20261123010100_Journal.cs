using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.SqlServer.Migrations
{
    /// <summary>Journals, snapshots, timers and outbox: written by sessions of their own, unknown to the model.</summary>
    [DbContext(typeof(SqlServerDb))]
    [Migration("20261123010100_Journal")]
    public sealed class Journal : Migration
    {
        /// <summary>Readers never wait for a writer: they see the last commit, as on the other databases.</summary>
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                "IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE database_id = DB_ID()) = 0 ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON;",
                suppressTransaction: true);
            migrationBuilder.Sql($"""
                CREATE TABLE instance (
                    number BIGINT IDENTITY CONSTRAINT PK_instance PRIMARY KEY,
                    name NVARCHAR(200) COLLATE {SqlServerDb.Collation} NOT NULL,
                    name_key AS CONVERT(VARBINARY(400), name) PERSISTED NOT NULL CONSTRAINT UQ_instance_name UNIQUE,
                    last BIGINT NOT NULL);
                CREATE TABLE journal (
                    id BIGINT IDENTITY CONSTRAINT PK_journal PRIMARY KEY NONCLUSTERED,
                    instance BIGINT NOT NULL,
                    first BIGINT NOT NULL,
                    last BIGINT NOT NULL,
                    lines VARBINARY(MAX) NOT NULL,
                    hash VARBINARY(64) NOT NULL);
                CREATE UNIQUE CLUSTERED INDEX journal_by_instance ON journal (instance, first);
                CREATE TABLE snapshot (
                    instance BIGINT NOT NULL,
                    sequence BIGINT NOT NULL,
                    hash VARBINARY(64) NOT NULL,
                    state VARBINARY(MAX) NOT NULL,
                    CONSTRAINT PK_snapshot PRIMARY KEY (instance, sequence));
                CREATE TABLE timer (
                    instance BIGINT NOT NULL,
                    bookmark NVARCHAR(200) COLLATE {SqlServerDb.Collation} NOT NULL,
                    due BIGINT NOT NULL,
                    CONSTRAINT PK_timer PRIMARY KEY (instance, bookmark));
                CREATE INDEX timer_by_due ON timer (due);
                CREATE TABLE outbox (
                    id BIGINT IDENTITY CONSTRAINT PK_outbox PRIMARY KEY,
                    instance BIGINT NOT NULL,
                    sequence BIGINT NOT NULL);
                CREATE INDEX outbox_by_entry ON outbox (instance, sequence);
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("DROP TABLE outbox; DROP TABLE timer; DROP TABLE snapshot; DROP TABLE journal; DROP TABLE instance;");
    }
}
