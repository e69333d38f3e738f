using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Sqlite.Migrations
{
    /// <summary>Indexes that hold the latest, the published and the inner versions alone: lists do not grow slower with the history behind them.</summary>
    [DbContext(typeof(GongtuiDb))]
    [Migration("20260108000000_Shelves")]
    public sealed class Shelves : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP INDEX IX_procedure_is_latest_name;
                DROP INDEX IX_procedure_is_published_name;
                CREATE INDEX IX_procedure_latest ON "procedure" (name, version) WHERE is_latest AND deleted_at IS NULL;
                CREATE INDEX IX_procedure_published ON "procedure" (name, version) WHERE is_published AND deleted_at IS NULL;
                CREATE INDEX IX_procedure_inside ON "procedure" (name, version) WHERE runs_inside AND published_at IS NOT NULL;
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP INDEX IX_procedure_inside;
                DROP INDEX IX_procedure_published;
                DROP INDEX IX_procedure_latest;
                CREATE INDEX IX_procedure_is_latest_name ON "procedure" (is_latest, name);
                CREATE INDEX IX_procedure_is_published_name ON "procedure" (is_published, name);
                """);
        }
    }
}
