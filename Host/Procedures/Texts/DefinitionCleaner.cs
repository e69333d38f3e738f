using System.Text.Json.Nodes;
using Elsa.Workflows.Models;
using Gongtui.Engine.Definitions;

namespace Gongtui.Host.Procedures.Texts;

/// <summary>A definition in the form that is stored, and what makes it unreadable.</summary>
public sealed record CleanedDefinition(JsonObject Document, IReadOnlyList<DefinitionFault> Faults);

/// <summary>Brings a definition as the editor, a file or a program sends it into the form that is stored: nothing that the editor would stumble over
/// (STUDIO §6) is missing or null, every node knows its path, and what no known activity reads is kept as it came.</summary>
public sealed class DefinitionCleaner(ActivityRegistry registry)
{
    private const string Flowchart = "Elsa.Flowchart";
    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    /// <summary>What belongs to the row, not to the text.</summary>
    private static readonly string[] NotText = ["links", "isLatest", "isPublished", "$schema", "materializerName", "isMaterializerAvailable"];

    /// <param name="model">Changed and taken over.</param>
    /// <param name="newId">Ids for activities without one.</param>
    public CleanedDefinition Clean(JsonObject model, Func<string> newId)
    {
        foreach (var name in NotText) model.Remove(name);
        model.DropNulls();
        foreach (var list in Lists)
        {
            foreach (var item in model.List(list).OfType<JsonObject>()) item.DropNulls();
        }

        model.Section("customProperties").DropNulls();
        model.Section("options").DropNulls();
        model["isReadonly"] ??= false;
        model["isSystem"] ??= false;
        model["toolVersion"] ??= "3.8.0.0";
        var walk = new Walk(registry, newId);
        var root = model["root"] as JsonObject ?? new JsonObject { ["type"] = Flowchart, ["name"] = "Flowchart1" };
        model["root"] = null;
        model["root"] = walk.Activity(root, "$.root", "Workflow1", 0);
        return new CleanedDefinition(model, walk.Faults);
    }

    private sealed class Walk(ActivityRegistry registry, Func<string> newId)
    {
        private const int MaximumDepth = 64;
        private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal);

        public List<DefinitionFault> Faults { get; } = [];

        public JsonObject Activity(JsonObject json, string path, string parent, int depth)
        {
            json = MissingActivities.Restore(json);
            var id = json.Text("id");
            if (string.IsNullOrWhiteSpace(id)) json["id"] = id = newId();
            if (string.IsNullOrWhiteSpace(json.Text("type"))) Faults.Add(new($"{path}.type", "no-type", id));
            if (!paths.TryAdd(id, path)) Faults.Add(new($"{path}.id", "duplicate-id", id));
            if (depth > MaximumDepth)
            {
                Faults.Add(new(path, "too-deep", id));
                return json;
            }

            var node = $"{parent}:{id}";
            json["nodeId"] = node;
            json["name"] = json.Text("name");
            json["version"] ??= 1;
            json.Section("metadata");
            var custom = json.Section("customProperties");
            custom["canStartWorkflow"] ??= false;
            custom["runAsynchronously"] ??= false;
            if (registry.Find(json.Text("type") ?? "") is { } type) Inside(type, json, path, node, depth);
            return json;
        }

        private void Inside(ActivityType type, JsonObject json, string path, string node, int depth)
        {
            foreach (var input in type.Inputs.Concat(type.Outputs))
            {
                if (json[JsonParts.Camel(input.Name)] is not JsonObject value) continue;
                value.DropNulls();
                value["typeName"] ??= TypeNames.Of(TypeNames.ValueOf(input.PropertyType));
            }

            foreach (var port in type.Ports.Select(port => JsonParts.Camel(port.Name)))
                if (json[port] is JsonObject embedded) Replace(json, port, Activity(embedded, $"{path}.{port}", node, depth + 1), embedded);
            if (json["activities"] is JsonArray members)
            {
                for (var i = 0; i < members.Count; i++)
                {
                    if (members[i] is not JsonObject member) continue;
                    var cleaned = Activity(member, $"{path}.activities[{i}]", node, depth + 1);
                    if (!ReferenceEquals(cleaned, member)) members[i] = cleaned;
                }
            }

            if (type.Name == Flowchart) Connect(json);
        }

        /// <summary>An arrow without one of its ends breaks the editor's canvas. Like Elsa, it is laid aside, and comes back with its end.</summary>
        private static void Connect(JsonObject flowchart)
        {
            var ids = flowchart.List("activities").OfType<JsonObject>().Select(activity => activity.Text("id")).ToHashSet();
            flowchart.List("variables");
            var custom = flowchart.Section("customProperties");
            var all = flowchart.Objects("connections").Concat(custom.Objects("notFoundConnections")).ToList();
            var (found, lost) = (new JsonArray(), new JsonArray());
            foreach (var connection in all)
            {
                connection.Parent?.AsArray().Remove(connection);
                (connection["source"] as JsonObject)?.Default("port", "Done");
                (connection["target"] as JsonObject)?.Default("port", "In");
                connection["vertices"] ??= new JsonArray();
                (Has(connection, "source") && Has(connection, "target") ? found : lost).Add(connection);
            }

            (flowchart["connections"], custom["notFoundConnections"]) = (found, lost);
            bool Has(JsonObject connection, string end) => ids.Contains(EndOf(connection, end));
        }

        private static void Replace(JsonObject json, string name, JsonObject now, JsonObject was)
        {
            if (!ReferenceEquals(now, was)) json[name] = now;
        }
    }

    /// <summary>The activity at one end of an arrow; old files write the bare id.</summary>
    internal static string? EndOf(JsonObject connection, string end) =>
        connection[end] is JsonObject o ? o.Text("activity") : connection.Text(end);
}
