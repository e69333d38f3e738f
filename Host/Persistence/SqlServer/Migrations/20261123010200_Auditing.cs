using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.SqlServer.Migrations
{
    /// <summary>Checkpoints, the record of who read what and who could act as what are only added to.</summary>
    [DbContext(typeof(SqlServerDb))]
    [Migration("20261123010200_Auditing")]
    public sealed class Auditing : Migration
    {
        private static readonly (string Table, string Key)[] Kept =
            [("access", "number BIGINT"), ("acting", $"person NVARCHAR(128) COLLATE {SqlServerDb.Collation}, since BIGINT"), ("checkpoint_head", $"instance NVARCHAR(128) COLLATE {SqlServerDb.Collation}, [checkpoint] BIGINT"), ("checkpoint", "number BIGINT")];

        /// <summary>No trigger hears of TRUNCATE; what another table points to, if only an empty one, cannot be truncated.</summary>
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, key) in Kept)
            {
                migrationBuilder.Sql($"EXEC(N'CREATE TRIGGER {table}_only_added_to ON [{table}] INSTEAD OF UPDATE, DELETE AS THROW 50001, N''{table} is only added to'', 1;');");
                var columns = string.Join(", ", key.Split(", ").Select(column => column.Split(' ')[0]));
                migrationBuilder.Sql($"CREATE TABLE {table}_kept ({key}, CONSTRAINT FK_{table}_kept FOREIGN KEY ({columns}) REFERENCES [{table}] ({columns}));");
            }
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, _) in Kept)
                migrationBuilder.Sql($"DROP TABLE {table}_kept; DROP TRIGGER {table}_only_added_to;");
        }
    }
}
