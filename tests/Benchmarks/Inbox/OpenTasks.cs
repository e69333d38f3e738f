using Gongtui.Activities.Tasks;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Benchmarks.Inbox;

/// <summary>A city's open tasks in the product's own tables: one in ten for a group, the others for one person each, with and without a date.</summary>
internal static class OpenTasks
{
    public const int Count = 1_000_000;
    public const int People = 5_000;
    public const int Groups = 250;

    public static async Task FillAsync(DbContextOptions<GongtuiDb> options, string file)
    {
        await using (var db = new GongtuiDb(options))
        {
            await db.Database.MigrateAsync();
            db.Tasks.Add(Sample());
            await db.SaveChangesAsync();
        }

        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        var columns = Columns(connection);
        Run(connection, $"""
            WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {Count})
            INSERT INTO task ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(column => column switch { "id" => "n.i", "instance" => "'zj-' || n.i", _ => $"one.{column}" }))}
            FROM n, task AS one WHERE one.id = 1
            """);
        Run(connection, $"""
            INSERT INTO inbox (principal, due, task)
            SELECT CASE WHEN id % 10 = 0 THEN 'unit:u' || (id * 7919 % {Groups}) || ':member' ELSE 'person:p' || (id * 7919 % {People}) END,
                   CASE WHEN id % 3 = 0 THEN {InboxRow.NoDue} ELSE 1770000000000 + id * 104729 % 8640000000 END, id
            FROM task ORDER BY 1, 2, 3
            """);
    }

    private static TaskRow Sample() => new()
    {
        Id = 1,
        Instance = "zj-1",
        Task = "approval-1",
        Kind = TaskKinds.Approval,
        TitleZh = "审批实施方案",
        TitleEn = "Approve the plan",
        Unit = "zj",
        State = "Open",
        Assignees = """["person:p1"]""",
        Excluded = "[]",
        OpenedAt = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero),
    };

    private static List<string> Columns(SqliteConnection connection)
    {
        using var command = new SqliteCommand("SELECT name FROM pragma_table_info('task')", connection);
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read()) names.Add(rows.GetString(0));
        return names;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
