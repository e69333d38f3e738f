using System.Text.Json;
using Elsa.Workflows;
using Gongtui.Activities;
using Gongtui.Activities.Planning;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;

namespace Gongtui.Host.Persistence.Projecting;

/// <summary>One row for every run: what it is called, where it stands, how it ended.</summary>
public sealed class ElectionProjection : IProjection
{
    public IReadOnlyList<string> Tables => ["election"];

    public void Write(ProjectionWriter rows, Append append)
    {
        var (instance, after) = (append.Burst.Instance, append.After);
        var ended = after.End is null ? (long?)null : after.At.ToUnixTimeMilliseconds();
        if (append.Entries[0] is Started started)
        {
            var (title, unit) = Named(started, after);
            rows.Execute(
                """
                INSERT INTO election (instance, title_zh, title_en, unit, "procedure", status, step, started_at, ended_at, head, incidents)
                VALUES (@instance, @zh, @en, @unit, @procedure, @status, @step, @started, @ended, @head, @incidents)
                """,
                ("@instance", instance), ("@zh", title.Zh), ("@en", title.En), ("@unit", unit), ("@procedure", after.Graph.VersionId),
                ("@status", Status(after)), ("@step", Step(after)), ("@started", after.StartedAt.ToUnixTimeMilliseconds()), ("@ended", ended),
                ("@head", after.Sequence), ("@incidents", Open(after)));
        }
        else
        {
            rows.Execute(
                """
                UPDATE election SET "procedure" = @procedure, status = @status, step = @step, ended_at = @ended, head = @head, incidents = @incidents
                WHERE instance = @instance
                """,
                ("@procedure", after.Graph.VersionId), ("@status", Status(after)), ("@step", Step(after)), ("@ended", ended),
                ("@head", after.Sequence), ("@incidents", Open(after)), ("@instance", instance));
        }

        foreach (var fact in Facts.Of(append).Where(fact => fact.Name == nameof(RollTaken)))
        {
            var title = fact.Payload.Bilingual("title");
            rows.Execute(
                "UPDATE election SET title_zh = @zh, title_en = @en, unit = @unit WHERE instance = @instance",
                ("@zh", title.Zh), ("@en", title.En), ("@unit", fact.Payload.GetProperty("unit").Text("id")), ("@instance", instance));
        }
    }

    /// <summary>Title and unit as the run was started with; a run that is no election has the name of its procedure and no unit.</summary>
    private static (Text Title, string Unit) Named(Started started, InstanceState after)
    {
        var name = after.Graph.Definition.Name;
        var title = started.Input.GetValueOrDefault("title") switch
        {
            string text => new Text(text, text),
            JsonElement { ValueKind: JsonValueKind.Object } both => new Text(both.TextOrNull("zh") ?? name, both.TextOrNull("en") ?? name),
            _ => new Text(name, name),
        };
        return (title, started.Input.GetValueOrDefault("unit") switch
        {
            string id => id,
            JsonElement { ValueKind: JsonValueKind.Object } unit => unit.TextOrNull("id") ?? "",
            _ => "",
        });
    }

    private static string Status(InstanceState state) => state.SubStatus switch
    {
        WorkflowSubStatus.Finished => "Finished",
        WorkflowSubStatus.Cancelled => "Cancelled",
        WorkflowSubStatus.Faulted => "Faulted",
        _ => "Running",
    };

    /// <summary>The step that began to wait last; where nothing waits, the one that failed last.</summary>
    private static string? Step(InstanceState state)
    {
        var waiting = state.Bookmarks.MaxBy(place => place.Since)?.Activity ?? state.Incidents.LastOrDefault(incident => incident.Open)?.Activity;
        return waiting is null ? null : state.Graph.Find(waiting)?.Activity.Type;
    }

    private static long Open(InstanceState state) => state.Incidents.Count(incident => incident.Open);
}
