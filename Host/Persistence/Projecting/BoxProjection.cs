using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;

namespace Gongtui.Host.Persistence.Projecting;

/// <summary>What everybody may know about the boxes. No sheet and no voter comes this way.</summary>
public sealed class BoxProjection : IProjection
{
    public IReadOnlyList<string> Tables => ["box"];

    public void Write(ProjectionWriter rows, Append append)
    {
        foreach (var fact in Facts.Of(append))
        {
            if (fact.Name == nameof(BoxOpened))
                Open(rows, append.Burst.Instance, fact.Payload);
            else if (fact.Name == nameof(BoxClosed))
                Close(rows, fact.Payload);
        }

        if (append.Entries[^1] is Ended)
            rows.Execute("UPDATE box SET state = 'Closed' WHERE instance = @instance AND state = 'Open'", ("@instance", append.Burst.Instance));
    }

    private static void Open(ProjectionWriter rows, string instance, JsonElement box) =>
        rows.Execute(
            """
            INSERT INTO box (box, instance, purpose, group_name, state, eligible)
            VALUES (@box, @instance, @purpose, @group, 'Open', @eligible)
            """,
            ("@box", box.Text("box")), ("@instance", instance), ("@purpose", box.Text("purpose")), ("@group", box.Text("group")),
            ("@eligible", box.GetProperty("eligible").GetArrayLength()));

    private static void Close(ProjectionWriter rows, JsonElement box) =>
        rows.Execute(
            "UPDATE box SET state = 'Closed', submitted = @submitted, root = @root WHERE box = @box",
            ("@submitted", box.GetProperty("submitted").GetInt32()), ("@root", box.Text("root")), ("@box", box.Text("box")));
}
