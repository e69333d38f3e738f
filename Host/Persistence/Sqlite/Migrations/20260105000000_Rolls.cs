using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Sqlite.Migrations
{
    /// <summary>What a roll that is handed in says beyond names: birth dates for the statistics, and who is to be left out of the number due.</summary>
    [DbContext(typeof(GongtuiDb))]
    [Migration("20260105000000_Rolls")]
    public sealed class Rolls : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                ALTER TABLE person ADD COLUMN born TEXT NULL;
                ALTER TABLE person ADD COLUMN excluded_for TEXT NULL;
                ALTER TABLE person ADD COLUMN excluded_evidence TEXT NULL;
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                ALTER TABLE person DROP COLUMN excluded_evidence;
                ALTER TABLE person DROP COLUMN excluded_for;
                ALTER TABLE person DROP COLUMN born;
                """);
        }
    }
}
