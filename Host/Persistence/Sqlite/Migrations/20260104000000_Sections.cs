using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Sqlite.Migrations
{
    /// <summary>Says in the row which procedures run inside others, so that nobody reads their texts to find out.</summary>
    [DbContext(typeof(GongtuiDb))]
    [Migration("20260104000000_Sections")]
    public sealed class Sections : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                ALTER TABLE "procedure" ADD COLUMN runs_inside INTEGER NOT NULL DEFAULT 0;
                UPDATE "procedure" SET runs_inside = ifnull(
                    (SELECT instr(t.json, CAST('"usableAsActivity":true' AS BLOB)) > 0 FROM procedure_text t WHERE t.id = "procedure".id), 0);
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE \"procedure\" DROP COLUMN runs_inside;");
        }
    }
}
