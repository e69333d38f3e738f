using System.Text.Json;
using Gongtui.Activities.Notices;
using Gongtui.Engine.Storage;

namespace Gongtui.Host.Persistence.Projecting;

/// <summary>The notice board and who has read what.</summary>
public sealed class NoticeProjection : IProjection
{
    public IReadOnlyList<string> Tables => ["notice", "notice_read"];

    public void Write(ProjectionWriter rows, Append append)
    {
        var (instance, at) = (append.Burst.Instance, append.After.At.ToUnixTimeMilliseconds());
        foreach (var fact in Facts.Of(append))
        {
            if (fact.Name == nameof(NoticePublished))
                Publish(rows, instance, fact, at);
            else if (fact.Name == nameof(NoticeRead))
                Read(rows, instance, fact.Payload, at);
        }
    }

    private static void Publish(ProjectionWriter rows, string instance, BurstFact fact, long at)
    {
        var notice = fact.Payload;
        var unit = rows.Read("SELECT unit FROM election WHERE instance = @instance", row => row.Text(0), ("@instance", instance))[0];
        var (title, body) = (notice.Bilingual("title"), notice.Bilingual("body"));
        rows.Execute(
            """
            INSERT INTO notice (id, instance, notice, kind, unit, title_zh, title_en, body_zh, body_en, audience, published_at)
            VALUES (@id, @instance, @notice, @kind, @unit, @title_zh, @title_en, @body_zh, @body_en, @audience, @at)
            """,
            ("@id", rows.RowId(fact.Sequence)), ("@instance", instance), ("@notice", notice.Text("notice")), ("@kind", notice.Text("kind")), ("@unit", unit),
            ("@title_zh", title.Zh), ("@title_en", title.En), ("@body_zh", body.Zh), ("@body_en", body.En),
            ("@audience", JsonSerializer.Serialize(notice.List("audience").Select(group => Principal(unit, group)))), ("@at", at));
    }

    /// <summary>The fact names groups of the unit; the board is asked by principal.</summary>
    private static string Principal(string unit, string group) => group.Contains(':', StringComparison.Ordinal) ? group : $"unit:{unit}:{group}";

    private static void Read(ProjectionWriter rows, string instance, JsonElement receipt, long at) =>
        rows.Execute(
            "INSERT INTO notice_read (notice, person, read_at) SELECT id, @person, @at FROM notice WHERE instance = @instance AND notice = @notice",
            ("@person", receipt.Text("person")), ("@at", at), ("@instance", instance), ("@notice", receipt.Text("notice")));
}
