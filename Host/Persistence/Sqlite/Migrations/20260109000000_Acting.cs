using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongtui.Host.Persistence.Sqlite.Migrations
{
    /// <summary>Who could act as what, and since when. What was granted before this table is dated at the beginning of the calendar: nobody wrote down when.</summary>
    [DbContext(typeof(GongtuiDb))]
    [Migration("20260109000000_Acting")]
    public sealed class Acting : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE acting (
                    person TEXT NOT NULL,
                    since INTEGER NOT NULL,
                    principals TEXT NOT NULL,
                    CONSTRAINT PK_acting PRIMARY KEY (person, since));
                INSERT INTO acting (person, since, principals)
                SELECT p.id, 0, CASE WHEN p.active THEN 'person:' || p.id
                    || CASE p.standing
                        WHEN 'Full' THEN ' unit:' || p.unit || ':member'
                        WHEN 'Probationary' THEN ' unit:' || p.unit || ':member unit:' || p.unit || ':probationary'
                        WHEN 'Masses' THEN ' unit:' || p.unit || ':masses' ELSE '' END
                    || coalesce((SELECT ' ' || group_concat(CASE g.unit WHEN '' THEN 'role:' || g.role ELSE 'unit:' || g.unit || ':' || g.role END, ' ') FROM role_grant g WHERE g.person = p.id), '')
                    ELSE '' END
                FROM person p;
                """);
            foreach (var change in new[] { "UPDATE", "DELETE" })
                migrationBuilder.Sql($"CREATE TRIGGER acting_no_{change.ToLowerInvariant()} BEFORE {change} ON acting BEGIN SELECT RAISE(ABORT, 'acting is only added to'); END;");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable("acting");
        }
    }
}
