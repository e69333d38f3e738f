using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;

namespace Gongtui.Host.Elections.Diagrams;

/// <summary>A node as the designer placed it. Lengths are the designer's pixels.</summary>
/// <param name="Id">Id of the activity.</param>
/// <param name="Type">Type name, such as "Gongtui.DraftPlan".</param>
/// <param name="Label">What the designer wrote on it; null: the type's own name.</param>
public sealed record DiagramNode(string Id, string Type, string? Label, double X, double Y, double Width, double Height)
{
    public double CentreX => X + (Width / 2);

    public double CentreY => Y + (Height / 2);
}

/// <summary>An arrow from an outcome of one node to another node.</summary>
public sealed record DiagramArrow(DiagramNode From, string Port, DiagramNode To)
{
    /// <summary>Tells it from the others of the picture.</summary>
    public string Key => $"{From.Id}|{Port}|{To.Id}";
}

/// <summary>The picture of a workflow that runs inside a procedure as one of its nodes.</summary>
public sealed record DiagramSection(DiagramNode Node, DiagramModel Model);

/// <summary>The picture of a procedure: read from the definition, the same for every run of that version.</summary>
/// <param name="Sections">What is inside those nodes that are workflows of their own.</param>
public sealed record DiagramModel(IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramArrow> Arrows, IReadOnlyList<DiagramSection> Sections)
{
    /// <summary>Size of a node that the designer did not measure.</summary>
    private const double UsualWidth = 180, UsualHeight = 56, Gap = 60;

    /// <summary>Reads the flowchart at the root of a definition; any other root is one node.</summary>
    public static DiagramModel Of(WorkflowGraph graph) => Of(graph, graph.Definition, "");

    /// <summary>This picture and those inside its nodes.</summary>
    public IEnumerable<DiagramModel> Everything() => Sections.SelectMany(section => section.Model.Everything()).Prepend(this);

    private static DiagramModel Of(WorkflowGraph graph, WorkflowDefinition definition, string prefix)
    {
        var root = definition.Document["root"] as JsonObject ?? [];
        var activities = root["activities"] as JsonArray ?? [root.DeepClone()];
        var nodes = activities.OfType<JsonObject>().Select((activity, index) => Node(activity, index, prefix)).ToList();
        var byId = nodes.ToDictionary(node => node.Id);
        var sections = nodes.Select(node => (node, graph.Find(node.Id)?.Section)).Where(found => found.Section is not null)
            .Select(found => new DiagramSection(found.node, Of(graph, found.Section!, $"{found.node.Id}.")));
        var arrows = (root["connections"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(connection => (From: End(connection, "source", prefix), To: End(connection, "target", prefix)))
            .Where(ends => byId.ContainsKey(ends.From.Activity) && byId.ContainsKey(ends.To.Activity))
            .Select(ends => new DiagramArrow(byId[ends.From.Activity], ends.From.Port, byId[ends.To.Activity]));
        return new DiagramModel(nodes, arrows.ToList(), sections.ToList());
    }

    /// <summary>The nodes as one meets them from the start, each once: first by the way, then by where it stands.</summary>
    public IReadOnlyList<DiagramNode> InOrder()
    {
        var next = Arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        var rank = new Dictionary<DiagramNode, int>();
        var queue = new Queue<DiagramNode>(Nodes.Take(1));
        foreach (var first in queue) rank[first] = 0;
        while (queue.TryDequeue(out var node))
            foreach (var after in next[node].Where(after => rank.TryAdd(after, rank[node] + 1)))
                queue.Enqueue(after);
        return Nodes.OrderBy(node => rank.GetValueOrDefault(node, int.MaxValue)).ThenBy(node => node.Y).ThenBy(node => node.X).ToList();
    }

    /// <summary>The steps in that order, those inside a node in its place.</summary>
    public IReadOnlyList<DiagramNode> Steps() =>
    [
        .. InOrder().SelectMany(node => Sections.FirstOrDefault(section => section.Node == node) is { } section ? section.Model.Steps() : [node])
            .Where(node => node.Type.StartsWith("Gongtui.", StringComparison.Ordinal)),
    ];

    private static DiagramNode Node(JsonObject activity, int index, string prefix)
    {
        var designer = activity["metadata"]?["designer"];
        var (width, height) = (Number(designer?["size"]?["width"]), Number(designer?["size"]?["height"]));
        return new DiagramNode(
            prefix + Text(activity["id"]),
            Text(activity["type"]) ?? "",
            Text(activity["metadata"]?["displayText"]) ?? Text(activity["name"]),
            Number(designer?["position"]?["x"]) ?? 0,
            Number(designer?["position"]?["y"]) ?? index * (UsualHeight + Gap),
            width is > 0 ? width.Value : UsualWidth,
            height is > 0 ? height.Value : UsualHeight);
    }

    /// <summary>Elsa writes an end as {activity, port}; older files write the two on the connection itself.</summary>
    private static (string Activity, string Port) End(JsonObject connection, string end, string prefix) => connection[end] is JsonObject o
        ? (prefix + Text(o["activity"]), Text(o["port"]) ?? "Done")
        : (prefix + Text(connection[end]), Text(connection[end + "Port"]) ?? "Done");

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static double? Number(JsonNode? node) =>
        node is JsonValue { } value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;
}
