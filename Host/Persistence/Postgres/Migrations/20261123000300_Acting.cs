using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Postgres.Migrations
{
    /// <summary>Who could act as what, and since when. What was granted before this table is dated at the beginning of the calendar: nobody wrote down when.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261123000300_Acting")]
    public sealed class Acting : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE acting (
                    person text COLLATE "C" NOT NULL,
                    since bigint NOT NULL,
                    principals text COLLATE "C" NOT NULL,
                    CONSTRAINT "PK_acting" PRIMARY KEY (person, since));
                INSERT INTO acting (person, since, principals)
                SELECT p.id, 0, CASE WHEN p.active THEN 'person:' || p.id
                    || CASE p.standing
                        WHEN 'Full' THEN ' unit:' || p.unit || ':member'
                        WHEN 'Probationary' THEN ' unit:' || p.unit || ':member unit:' || p.unit || ':probationary'
                        WHEN 'Masses' THEN ' unit:' || p.unit || ':masses' ELSE '' END
                    || coalesce((SELECT ' ' || string_agg(CASE g.unit WHEN '' THEN 'role:' || g.role ELSE 'unit:' || g.unit || ':' || g.role END, ' ') FROM role_grant g WHERE g.person = p.id), '')
                    ELSE '' END
                FROM person p;
                """);
            migrationBuilder.Sql("CREATE TRIGGER acting_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON acting FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable("acting");
        }
    }
}
