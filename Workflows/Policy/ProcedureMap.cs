using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;

namespace Gongtui.Workflows.Policy;

/// <summary>A step or a fork of a procedure as the policy sees it.</summary>
/// <param name="Id">Id of the activity; inside a section, after the id of the section's node and a dot.</param>
/// <param name="Type">Type name.</param>
/// <param name="Label">What the designer wrote on it.</param>
/// <param name="Inputs">Literal inputs by name; others are left out.</param>
public sealed record MapNode(string Id, string Type, string Label, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>A literal input; null when it is missing or computed.</summary>
    public string? Input(string name) => Inputs.GetValueOrDefault(name);
}

/// <summary>An arrow from an outcome to the next node.</summary>
public sealed record MapArrow(MapNode From, string Port, MapNode To);

/// <summary>A procedure with its sections unfolded: what can follow what. The first node is the start.</summary>
public sealed class ProcedureMap
{
    private const int MostDepth = 16;
    private readonly List<MapNode> nodes = [];
    private readonly List<MapArrow> arrows = [];

    private ProcedureMap(string name) => Name = name;

    /// <summary>Name of the procedure.</summary>
    public string Name { get; }

    public IReadOnlyList<MapNode> Nodes => nodes;

    public IReadOnlyList<MapArrow> Arrows => arrows;

    /// <summary>Null for a diagram without a single activity.</summary>
    public MapNode? Start { get; private set; }

    /// <summary>Unfolds a definition.</summary>
    /// <param name="sections">Finds the version of a definition that is used as an activity.</param>
    public static ProcedureMap Of(WorkflowDefinition definition, Func<string, WorkflowDefinition?> sections)
    {
        var map = new ProcedureMap(definition.Name);
        map.Start = map.Add(definition, "", sections, 0).Start;
        return map;
    }

    /// <summary>One run as a map of its own: the nodes in the order in which they were completed, each visit a node. Ids carry an @ and the number of the visit.</summary>
    public ProcedureMap Along(IEnumerable<string> visits)
    {
        var (run, byId) = (new ProcedureMap(Name), nodes.ToDictionary(node => node.Id, StringComparer.Ordinal));
        foreach (var (index, id) in visits.Where(byId.ContainsKey).Index())
        {
            var visit = byId[id] with { Id = $"{id}@{index}" };
            if (run.nodes is [.., var before]) run.arrows.Add(new(before, "Done", visit));
            run.nodes.Add(visit);
            run.Start ??= visit;
        }

        return run;
    }

    /// <summary>The arrows that leave a node.</summary>
    public IEnumerable<MapArrow> From(MapNode node) => arrows.Where(arrow => arrow.From == node);

    /// <summary>The arrows that lead to a node.</summary>
    public IEnumerable<MapArrow> To(MapNode node) => arrows.Where(arrow => arrow.To == node);

    private Part Add(WorkflowDefinition definition, string prefix, Func<string, WorkflowDefinition?> sections, int depth)
    {
        var root = definition.Document["root"] as JsonObject ?? [];
        var parts = new Dictionary<string, Part>(StringComparer.Ordinal);
        foreach (var activity in (root["activities"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var id = Text(activity["id"]) ?? "";
            parts[id] = Text(activity["workflowDefinitionVersionId"]) is { } version && depth < MostDepth && sections(version) is { } section
                ? Add(section, $"{prefix}{id}.", sections, depth + 1)
                : One(activity, prefix + id);
        }

        var connections = (root["connections"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(connection => (From: End(connection, "source"), To: End(connection, "target")))
            .Where(ends => parts.ContainsKey(ends.From.Id) && parts.ContainsKey(ends.To.Id)).ToList();
        foreach (var (from, to) in connections)
        {
            foreach (var exit in parts[from.Id].Exits(from.Port))
            {
                if (parts[to.Id].Start is { } target) arrows.Add(new(exit.Node, exit.Port, target));
            }
        }

        return new Part(First(root, parts, [.. connections.Select(ends => ends.To.Id)]), [.. parts.Values]);
    }

    private Part One(JsonObject activity, string id)
    {
        var inputs = activity.Where(property => property.Value is JsonObject value && Text(value["expression"]?["value"]) is not null)
            .ToDictionary(property => property.Key, property => Text(property.Value!["expression"]!["value"])!, StringComparer.Ordinal);
        var node = new MapNode(id, Text(activity["type"]) ?? "", Text(activity["metadata"]?["displayText"]) ?? Text(activity["name"]) ?? id, inputs);
        nodes.Add(node);
        return new Part(node, []);
    }

    private static MapNode? First(JsonObject root, Dictionary<string, Part> parts, HashSet<string> targets)
    {
        var activities = (root["activities"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var first = activities.FirstOrDefault(activity => activity["customProperties"]?["canStartWorkflow"] is JsonValue can && can.TryGetValue<bool>(out var yes) && yes)
            ?? activities.FirstOrDefault(activity => !targets.Contains(Text(activity["id"]) ?? ""))
            ?? activities.FirstOrDefault();
        return first is null ? null : parts[Text(first["id"]) ?? ""].Start;
    }

    private static (string Id, string Port) End(JsonObject connection, string end) => connection[end] is JsonObject o
        ? (Text(o["activity"]) ?? "", Text(o["port"]) ?? "Done")
        : (Text(connection[end]) ?? "", Text(connection[end + "Port"]) ?? "Done");

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.TryGetValue<string>(out var text) ? text : value.ToJsonString() : null;

    /// <summary>One node, or a section with all of its nodes.</summary>
    private sealed record Part(MapNode? Start, IReadOnlyList<Part> Inside)
    {
        /// <summary>Where the arrows of one outcome begin: at the node itself, or at those exits of the section that name the outcome.</summary>
        public IEnumerable<(MapNode Node, string Port)> Exits(string port) => Inside.Count == 0
            ? Start is null ? [] : [(Start, port)]
            : Inside.Where(part => part is { Inside.Count: 0, Start.Type: "Elsa.Complete" } && (part.Start.Input("outcomes") ?? "Done") == port)
                .Select(part => (part.Start!, port));
    }
}
