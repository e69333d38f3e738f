using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Sqlite.Migrations
{
    /// <summary>Gives the texts of procedures a table of their own, and their versions a life: drafts, publishing, deletion, two editors.</summary>
    [DbContext(typeof(GongtuiDb))]
    [Migration("20260103000000_Procedures")]
    public sealed class Procedures : Migration
    {
        /// <summary>A column behind a long text can only be read through all pages of the text, so the text moves out of the row.</summary>
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE procedure_text (
                    id TEXT NOT NULL CONSTRAINT PK_procedure_text PRIMARY KEY,
                    json BLOB NOT NULL);
                INSERT INTO procedure_text (id, json) SELECT id, json FROM "procedure";
                ALTER TABLE "procedure" DROP COLUMN json;
                ALTER TABLE "procedure" ADD COLUMN published_at INTEGER NULL;
                ALTER TABLE "procedure" ADD COLUMN deleted_at INTEGER NULL;
                ALTER TABLE "procedure" ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE "procedure" ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';
                ALTER TABLE "procedure" ADD COLUMN editor TEXT NOT NULL DEFAULT '';
                ALTER TABLE "procedure" ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE "procedure" ADD COLUMN copy_of TEXT NULL;
                UPDATE "procedure" SET changed_at = created_at, changed_by = created_by, published_at = CASE WHEN is_published THEN created_at END;
                CREATE INDEX IX_procedure_is_latest_name ON "procedure" (is_latest, name);
                CREATE INDEX IX_procedure_is_published_name ON "procedure" (is_published, name);
                CREATE INDEX IX_election_procedure_status ON election ("procedure", status);
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP INDEX IX_election_procedure_status;
                DROP INDEX IX_procedure_is_published_name;
                DROP INDEX IX_procedure_is_latest_name;
                ALTER TABLE "procedure" DROP COLUMN copy_of;
                ALTER TABLE "procedure" DROP COLUMN revision;
                ALTER TABLE "procedure" DROP COLUMN editor;
                ALTER TABLE "procedure" DROP COLUMN changed_by;
                ALTER TABLE "procedure" DROP COLUMN changed_at;
                ALTER TABLE "procedure" DROP COLUMN deleted_at;
                ALTER TABLE "procedure" DROP COLUMN published_at;
                ALTER TABLE "procedure" ADD COLUMN json BLOB NOT NULL DEFAULT x'';
                UPDATE "procedure" SET json = (SELECT json FROM procedure_text t WHERE t.id = "procedure".id);
                DROP TABLE procedure_text;
                """);
        }
    }
}
