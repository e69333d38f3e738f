using System.Text.Json;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;

namespace Gongtui.Host.Persistence.Projecting;

/// <summary>Tasks, and the open ones once more by who may act and when they are due.</summary>
public sealed class TaskProjection : IProjection
{
    public IReadOnlyList<string> Tables => ["task", "inbox"];

    public void Write(ProjectionWriter rows, Append append)
    {
        var at = append.After.At.ToUnixTimeMilliseconds();
        foreach (var fact in Facts.Of(append))
        {
            var (instance, task) = (append.Burst.Instance, fact.Payload);
            switch (fact.Name)
            {
                case nameof(TaskOpened):
                    Open(rows, instance, fact, at);
                    break;
                case nameof(TaskCompleted):
                    Close(rows, instance, task.Text("task"), "Completed", at, task.Text("by"), task.TextOrNull("decision"), task.TextOrNull("comment"));
                    break;
                case nameof(TaskWithdrawn):
                    Close(rows, instance, task.Text("task"), "Withdrawn", at, null, null, task.Bilingual("reason").Zh);
                    break;
                case nameof(TaskClaimed):
                    Claim(rows, instance, task.Text("task"), task.Text("by"));
                    break;
                case nameof(TaskReleased):
                    Claim(rows, instance, task.Text("task"), null);
                    break;
            }
        }

        if (append.Entries[^1] is Ended)
            WithdrawAll(rows, append.Burst.Instance, at);
    }

    private static void Open(ProjectionWriter rows, string instance, BurstFact fact, long at)
    {
        var (task, id) = (fact.Payload, rows.RowId(fact.Sequence));
        var (title, due) = (task.Bilingual("title"), task.Instant("due"));
        rows.Execute(
            """
            INSERT INTO task (id, instance, task, kind, title_zh, title_en, unit, bookmark, state, assignees, excluded, data, opened_at, due)
            SELECT @id, instance, @task, @kind, @zh, @en, unit, @bookmark, 'Open', @assignees, @excluded, @data, @at, @due FROM election WHERE instance = @instance
            """,
            ("@id", id), ("@task", task.Text("task")), ("@kind", task.Text("kind")), ("@zh", title.Zh), ("@en", title.En),
            ("@bookmark", task.TextOrNull("bookmark")), ("@assignees", task.Json("assignees") ?? "[]"), ("@excluded", task.Json("excluded") ?? "[]"),
            ("@data", task.Json("data")), ("@at", at), ("@due", due), ("@instance", instance));
        foreach (var principal in task.List("assignees").Distinct())
        {
            rows.Execute(
                "INSERT INTO inbox (principal, due, task) VALUES (@principal, @due, @task)",
                ("@principal", principal), ("@due", due ?? InboxRow.NoDue), ("@task", id));
        }
    }

    private static void Close(ProjectionWriter rows, string instance, string task, string state, long at, string? by, string? decision, string? comment)
    {
        foreach (var open in rows.Read(
            "SELECT id, due, assignees FROM task WHERE instance = @instance AND task = @task",
            row => (Id: row.Number(0), Due: row.IsNull(1) ? InboxRow.NoDue : row.Number(1), Assignees: row.Text(2)),
            ("@instance", instance), ("@task", task)))
        {
            foreach (var principal in JsonSerializer.Deserialize<string[]>(open.Assignees)!)
            {
                rows.Execute(
                    "DELETE FROM inbox WHERE principal = @principal AND due = @due AND task = @task",
                    ("@principal", principal), ("@due", open.Due), ("@task", open.Id));
            }

            rows.Execute(
                "UPDATE task SET state = @state, closed_at = @at, closed_by = @by, decision = @decision, comment = @comment WHERE id = @id",
                ("@state", state), ("@at", at), ("@by", by), ("@decision", decision), ("@comment", comment), ("@id", open.Id));
        }
    }

    private static void Claim(ProjectionWriter rows, string instance, string task, string? by) =>
        rows.Execute(
            "UPDATE task SET claimed_by = @by WHERE instance = @instance AND task = @task",
            ("@by", by), ("@instance", instance), ("@task", task));

    /// <summary>When a run is over nothing of it can be done any more.</summary>
    private static void WithdrawAll(ProjectionWriter rows, string instance, long at)
    {
        foreach (var task in rows.Read(
            "SELECT task FROM task WHERE instance = @instance AND state = 'Open' ORDER BY id", row => row.Text(0), ("@instance", instance)))
        {
            Close(rows, instance, task, "Withdrawn", at, null, null, null);
        }
    }
}
