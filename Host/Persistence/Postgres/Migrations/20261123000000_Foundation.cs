using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Gongtui.Host.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    instance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "api_key",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "box",
                columns: table => new
                {
                    box = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    instance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    group_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    eligible = table.Column<int>(type: "integer", nullable: false),
                    submitted = table.Column<int>(type: "integer", nullable: true),
                    root = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_box", x => x.box);
                });

            migrationBuilder.CreateTable(
                name: "checkpoint",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    public_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    signature = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checkpoint", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "checkpoint_head",
                columns: table => new
                {
                    instance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    checkpoint = table.Column<long>(type: "bigint", nullable: false),
                    entries = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checkpoint_head", x => new { x.instance, x.checkpoint });
                });

            migrationBuilder.CreateTable(
                name: "election",
                columns: table => new
                {
                    instance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_zh = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    procedure = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    step = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    head = table.Column<long>(type: "bigint", nullable: false),
                    incidents = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_election", x => x.instance);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    principal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    task = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.principal, x.due, x.task });
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    instance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    notice = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_zh = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body_zh = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    audience = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    published_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_read",
                columns: table => new
                {
                    notice = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    read_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_read", x => new { x.notice, x.person });
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    standing = table.Column<string>(type: "text", nullable: false),
                    rights = table.Column<string>(type: "text", nullable: false),
                    strokes = table.Column<int>(type: "integer", nullable: false),
                    post = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    born = table.Column<DateOnly>(type: "date", nullable: true),
                    excluded_for = table.Column<string>(type: "text", nullable: true),
                    excluded_evidence = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    login = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    stamp = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedure",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    definition_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_latest = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    published_at = table.Column<long>(type: "bigint", nullable: true),
                    deleted_at = table.Column<long>(type: "bigint", nullable: true),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    editor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    runs_inside = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    copy_of = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedure_text",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    json = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_grant",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_grant", x => new { x.person, x.role, x.unit });
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "task",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    instance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    task = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_zh = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bookmark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    assignees = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    excluded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    data = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claimed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    due = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decision = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    comment = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_zh = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_instance",
                table: "access",
                column: "instance");

            migrationBuilder.CreateIndex(
                name: "IX_api_key_person",
                table: "api_key",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_box_instance",
                table: "box",
                column: "instance");

            migrationBuilder.CreateIndex(
                name: "IX_election_procedure_status",
                table: "election",
                columns: new[] { "procedure", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_election_status_started_at",
                table: "election",
                columns: new[] { "status", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_instance_notice",
                table: "notice",
                columns: new[] { "instance", "notice" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_published_at",
                table: "notice",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "IX_person_login",
                table: "person",
                column: "login",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_person_unit",
                table: "person",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_procedure_definition_id_version",
                table: "procedure",
                columns: new[] { "definition_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_procedure_inside",
                table: "procedure",
                columns: new[] { "name", "version" },
                filter: "runs_inside AND published_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_procedure_latest",
                table: "procedure",
                columns: new[] { "name", "version" },
                filter: "is_latest AND deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_procedure_published",
                table: "procedure",
                columns: new[] { "name", "version" },
                filter: "is_published AND deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_task_instance_task",
                table: "task",
                columns: new[] { "instance", "task" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access");

            migrationBuilder.DropTable(
                name: "api_key");

            migrationBuilder.DropTable(
                name: "box");

            migrationBuilder.DropTable(
                name: "checkpoint");

            migrationBuilder.DropTable(
                name: "checkpoint_head");

            migrationBuilder.DropTable(
                name: "election");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "notice_read");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "procedure");

            migrationBuilder.DropTable(
                name: "procedure_text");

            migrationBuilder.DropTable(
                name: "role_grant");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "task");

            migrationBuilder.DropTable(
                name: "unit");
        }
    }
}
