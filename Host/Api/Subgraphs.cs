using System.Text.Json.Nodes;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Api;

/// <summary>Cuts a container out of a definition, and says by which ports one comes to a node.</summary>
internal static class Subgraphs
{
    private const string Workflow = "Workflow1";

    /// <summary>The node of a path; without one the root.</summary>
    public static JsonObject? Node(JsonObject model, string? nodeId) =>
        Way(model, nodeId ?? (model["root"] as JsonObject)?.Text("nodeId") ?? "") is [.., var step] ? Shown(step.Activity, step.Port) : null;

    /// <summary>The node, the container that shows it, and the ports to go through from the root.</summary>
    public static JsonObject? Segments(JsonObject model, string nodeId)
    {
        if (Way(model, nodeId) is not [.., var child] way) return null;
        var segments = new JsonArray();
        (JsonObject Activity, string Port)? container = null;
        for (var i = 1; i < way.Count; i++)
        {
            if (way[i].Port == "Activities") continue;
            var owner = way[i - 1].Activity;
            segments.Add(new JsonObject
            {
                ["activityNodeId"] = owner.Text("nodeId"), ["activityId"] = owner.Text("id"), ["activityType"] = owner.Text("type"),
                ["portName"] = JsonParts.Camel(way[i].Port),
            });
            if (i < way.Count - 1) container = way[i];
        }

        var around = container is { } inner
            ? Shown(inner.Activity, inner.Port)
            : Shown(Whole(model), "Root");
        return new JsonObject { ["childNode"] = Shown(child.Activity, child.Port), ["container"] = around, ["pathSegments"] = segments };
    }

    /// <summary>The activities from the root to a node, each with the port by which it hangs; empty when there is no such node.</summary>
    private static List<(JsonObject Activity, string Port)> Way(JsonObject model, string nodeId)
    {
        var way = new List<(JsonObject, string)>();
        return model["root"] is JsonObject root && Find(root, "Root", nodeId, way) ? way : [];
    }

    private static bool Find(JsonObject activity, string port, string nodeId, List<(JsonObject, string)> way)
    {
        var here = activity.Text("nodeId") ?? "";
        if (nodeId != here && !nodeId.StartsWith(here + ":", StringComparison.Ordinal)) return false;
        way.Add((activity, port));
        if (nodeId == here) return true;
        foreach (var (name, value) in activity)
        {
            if (value is JsonObject inner && inner.Text("nodeId") is not null && Find(inner, char.ToUpperInvariant(name[0]) + name[1..], nodeId, way)) return true;
            if (value is JsonArray list && list.OfType<JsonObject>().Any(member => member.Text("nodeId") is not null && Find(member, "Activities", nodeId, way))) return true;
        }

        way.RemoveAt(way.Count - 1);
        return false;
    }

    /// <summary>The definition as the activity that Elsa wraps around its root.</summary>
    private static JsonObject Whole(JsonObject model) => new()
    {
        ["id"] = Workflow,
        ["nodeId"] = Workflow,
        ["name"] = model.Text("name"),
        ["type"] = "Elsa.Workflow",
        ["version"] = 1,
        ["customProperties"] = new JsonObject(),
        ["metadata"] = new JsonObject(),
        ["root"] = model["root"]!.DeepClone(),
    };

    private static JsonObject Shown(JsonObject activity, string port) =>
        new() { ["nodeId"] = activity.Text("nodeId"), ["port"] = port, ["activity"] = activity.DeepClone() };
}
