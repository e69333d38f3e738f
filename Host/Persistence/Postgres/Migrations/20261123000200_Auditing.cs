using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Postgres.Migrations
{
    /// <summary>Checkpoints and the record of who read what are only added to.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261123000200_Auditing")]
    public sealed class Auditing : Migration
    {
        private static readonly string[] Tables = ["access", "checkpoint_head", "checkpoint"];

        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME;
                END $$;
                """);
            foreach (var table in Tables)
                migrationBuilder.Sql($"CREATE TRIGGER {table}_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
                migrationBuilder.Sql($"DROP TRIGGER {table}_only_added_to ON {table};");
            migrationBuilder.Sql("DROP FUNCTION only_added_to();");
        }
    }
}
