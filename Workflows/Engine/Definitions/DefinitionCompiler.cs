using System.Reflection;
using System.Text.Json.Nodes;
using Elsa.Expressions.Models;
using Elsa.Workflows.Memory;
using Gongtui.Engine.Expressions;
using Gongtui.Engine.Flow;

namespace Gongtui.Engine.Definitions;

/// <summary>Compiles a definition into a graph: activities built, expressions parsed, connections resolved, every fault with its path.</summary>
/// <param name="sections">Finds the version of a definition that is used as an activity; null when there are none.</param>
public sealed class DefinitionCompiler(ActivityRegistry registry, Func<string, WorkflowDefinition?>? sections = null)
{
    private const int MaximumDepth = 64;

    /// <summary>Compiles, or says everything that is malformed.</summary>
    /// <exception cref="DefinitionException">The structure is broken: no ids, duplicate ids, connections to nothing.</exception>
    public WorkflowGraph Compile(WorkflowDefinition definition)
    {
        var work = new Work(registry, sections);
        var variables = work.Variables(definition.Document["variables"], "$.variables");
        var inputs = work.Arguments(definition.Document["inputs"], "$.inputs");
        var root = work.Node((JsonObject)definition.Document["root"]!, "$.root", null, null, "Workflow1", 0);
        if (work.Broken.Count > 0)
            throw new DefinitionException(work.Broken);
        return new WorkflowGraph(definition, root!, work.Nodes, variables, inputs, work.Unrunnable, work.Sections);
    }

    private sealed class Work(ActivityRegistry registry, Func<string, WorkflowDefinition?>? find)
    {
        private readonly Dictionary<string, string> paths = [];

        /// <summary>Before the ids of a section: the section's own id and a dot, so that two uses of one section stay apart.</summary>
        private string prefix = "";

        public List<ActivityNode> Nodes { get; } = [];

        /// <summary>The definitions used as activities, in the order of their use.</summary>
        public List<WorkflowDefinition> Sections { get; } = [];

        /// <summary>Faults that make the document unreadable.</summary>
        public List<DefinitionFault> Broken { get; } = [];

        /// <summary>Faults with which it can be shown and stored, but not run.</summary>
        public List<DefinitionFault> Unrunnable { get; } = [];

        public ActivityNode? Node(JsonObject json, string path, ActivityNode? parent, string? port, string parentNodeId, int depth)
        {
            var (id, type) = (Text(json, "id"), Text(json, "type"));
            if (string.IsNullOrEmpty(id))
                return Fault($"{path}.id", "Every activity has an id.");
            if (string.IsNullOrEmpty(type))
                return Fault($"{path}.type", "Every activity has a type.", id);
            if (!paths.TryAdd(prefix + id, path))
                return Fault($"{path}.id", $"The id '{id}' is already used at {paths[prefix + id]}.", id);
            if (depth > MaximumDepth)
                return Fault(path, $"Activities are nested more than {MaximumDepth} deep.", id);
            if (registry.Find(type) is null && Text(json, "workflowDefinitionVersionId") is { Length: > 0 } version && find?.Invoke(version) is { } section)
                return Section(section, json, path, parent, port, parentNodeId, depth);

            var known = registry.Find(type);
            if (known is null)
                Unrunnable.Add(new DefinitionFault($"{path}.type", $"The activity type '{type}' is not known here.", id));
            var activity = known?.Create() ?? new NotFoundActivity();
            Describe(activity, json, id, type, parentNodeId);
            var node = new ActivityNode(Nodes.Count, activity, parent, port);
            Nodes.Add(node);
            if (known is not null)
                Bind(known, node, json, path);
            node.Variables = Variables(json["variables"], $"{path}.variables");
            node.Children = Children(known, node, json, path, depth);
            if (activity is Flowchart flowchart)
                node.Flow = Connect(flowchart, node, json, path);
            return node;
        }

        private ActivityNode Section(WorkflowDefinition section, JsonObject json, string path, ActivityNode? parent, string? port, string parentNodeId, int depth)
        {
            var activity = new WorkflowDefinitionActivity { DefinitionId = section.DefinitionId, DefinitionVersionId = section.VersionId, SectionName = section.Name };
            Describe(activity, json, Text(json, "id")!, Text(json, "type")!, parentNodeId);
            var node = new ActivityNode(Nodes.Count, activity, parent, port) { Section = section };
            Nodes.Add(node);
            Sections.Add(section);
            var outer = prefix;
            prefix = $"{activity.Id}.";
            node.Variables = Variables(section.Document["variables"], $"{path}.variables");
            node.Children = Node((JsonObject)section.Document["root"]!, $"{path}.root", node, "Root", node.NodeId, depth + 1) is { } root ? [root] : [];
            prefix = outer;
            return node;
        }

        public List<VariableDeclaration> Variables(JsonNode? json, string path) => Items(json, path).Select((item, i) =>
        {
            var name = Text(item, "name") is { Length: > 0 } given ? given : $"Variable{i + 1}";
            var bare = new VariableDeclaration(Text(item, "id") ?? name, name, IsTrue(item["isArray"]) ? "Array" : Text(item, "typeName") ?? "Object", null);
            return bare with { Initial = item["value"] is { } value ? bare.Coerce(Values.FromJson(Element(value))) : null };
        }).ToList();

        public List<ArgumentDeclaration> Arguments(JsonNode? json, string path) =>
            [.. Items(json, path).Where(i => Text(i, "name") is not null).Select(i => new ArgumentDeclaration(Text(i, "name")!, Text(i, "type") ?? "Object"))];

        private void Describe(IActivity activity, JsonObject json, string id, string type, string parentNodeId)
        {
            activity.Id = prefix + id;
            activity.NodeId = $"{parentNodeId}:{id}";
            activity.Type = type;
            activity.Name = Text(json, "name");
            activity.Version = json["version"] is JsonValue v && v.TryGetValue<int>(out var n) ? n : 1;
            foreach (var (name, value) in json["customProperties"] as JsonObject ?? [])
            {
                if (value is not null && Values.FromJson(Element(value)) is { } plain)
                    activity.CustomProperties[name] = plain;
            }
        }

        private void Bind(ActivityType type, ActivityNode node, JsonObject json, string path)
        {
            var inputs = new List<Input>();
            foreach (var property in type.Inputs)
            {
                var key = Camel(property.Name);
                if (json[key] is JsonObject given && given["expression"] is JsonObject expression)
                    property.SetValue(node.Activity, Wrap(property, expression, node.Id, $"{path}.{key}.expression"));
                else if (json[key] is JsonValue bare)
                    property.SetValue(node.Activity, Wrap(property, new JsonObject { ["type"] = "Literal", ["value"] = bare.DeepClone() }, node.Id, $"{path}.{key}"));
                if (property.GetValue(node.Activity) is not Input input)
                    continue;
                input.Slot = inputs.Count;
                input.Compiled ??= new ConstantExpression(Values.Normalize(input.Expression?.Value));
                inputs.Add(input);
            }
            node.Inputs = [.. inputs];
            foreach (var property in type.Plain.Where(p => json[Camel(p.Name)] is not null))
                BindPlain(property, node, json[Camel(property.Name)]!, $"{path}.{Camel(property.Name)}");
            foreach (var property in type.Outputs)
            {
                if (json[Camel(property.Name)]?["memoryReference"]?["id"] is JsonValue reference)
                    property.SetValue(node.Activity, Activator.CreateInstance(property.PropertyType, new MemoryBlockReference(reference.ToString())));
            }
        }

        private Input Wrap(PropertyInfo property, JsonObject expression, string id, string path)
        {
            var type = Text(expression, "type") ?? "Literal";
            var value = expression["value"];
            var compiled = ExpressionCompiler.Compile(type, value is null ? null : Element(value));
            if (ExpressionCompiler.Fault(compiled) is { } reason)
                Unrunnable.Add(new DefinitionFault(path, reason, id));
            var input = (Input)Activator.CreateInstance(property.PropertyType, new Expression(type, value?.ToJsonString()))!;
            input.Compiled = compiled;
            return input;
        }

        private void BindPlain(PropertyInfo property, ActivityNode node, JsonNode value, string path)
        {
            try
            {
                if (property.PropertyType == typeof(Variable))
                    property.SetValue(node.Activity, new Variable(Text(value, "name") ?? "", null, Text(value, "id")));
                else if (typeof(ICollection<FlowSwitchCase>).IsAssignableFrom(property.PropertyType))
                    property.SetValue(node.Activity, FlowSwitchCase.Read(value, node.Id, path, Unrunnable));
                else
                    property.SetValue(node.Activity, value.Deserialize(property.PropertyType, Values.Json));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                Unrunnable.Add(new DefinitionFault(path, $"The value cannot be read: {e.Message}", node.Id));
            }
        }

        private List<ActivityNode> Children(ActivityType? type, ActivityNode node, JsonObject json, string path, int depth)
        {
            var children = new List<ActivityNode>();
            foreach (var port in type?.Ports ?? [])
            {
                if (json[Camel(port.Name)] is JsonObject embedded && Node(embedded, $"{path}.{Camel(port.Name)}", node, port.Name, node.NodeId, depth + 1) is { } child)
                    children.Add(child);
            }
            foreach (var (item, i) in Items(json["activities"], $"{path}.activities").Select((item, i) => (item, i)))
            {
                if (Node(item, $"{path}.activities[{i}]", node, null, node.NodeId, depth + 1) is { } child)
                    children.Add(child);
            }
            return children;
        }

        private FlowGraph Connect(Flowchart flowchart, ActivityNode node, JsonObject json, string path)
        {
            var byId = node.Children.ToDictionary(c => c.Id);
            var connections = new List<FlowConnection>();
            foreach (var (item, i) in Items(json["connections"], $"{path}.connections").Select((item, i) => (item, i)))
            {
                var (source, port) = Endpoint(item, "source");
                var (target, _) = Endpoint(item, "target");
                foreach (var (end, id) in new[] { ("source", source), ("target", target) })
                {
                    if (id is null || !byId.ContainsKey(id))
                        Broken.Add(new DefinitionFault($"{path}.connections[{i}].{end}", $"The connection's {end} '{id}' is not an activity of this flowchart.", node.Id));
                }
                if (source is not null && target is not null && byId.TryGetValue(source, out var from) && byId.TryGetValue(target, out var to))
                    connections.Add(new FlowConnection(from, port ?? "Done", to));
            }
            return new FlowGraph(node.Children, connections, Text(json, "start") is { } start ? byId.GetValueOrDefault(prefix + start) : null);
        }

        /// <summary>An endpoint is an object, or (before Elsa 3.1) the bare id with the port beside it.</summary>
        private (string? Id, string? Port) Endpoint(JsonObject connection, string end) => connection[end] switch
        {
            JsonObject o => (prefix + Text(o, "activity"), Text(o, "port")),
            JsonValue v => (prefix + v.ToString(), Text(connection, end + "Port")),
            _ => (null, null),
        };

        private IEnumerable<JsonObject> Items(JsonNode? json, string path)
        {
            if (json is null)
                return [];
            if (json is JsonArray array && array.All(i => i is JsonObject))
                return array.Cast<JsonObject>();
            Broken.Add(new DefinitionFault(path, "A list of objects is expected here."));
            return [];
        }

        private ActivityNode? Fault(string path, string message, string? id = null)
        {
            Broken.Add(new DefinitionFault(path, message, id));
            return null;
        }

        private static string? Text(JsonNode json, string name) =>
            (json as JsonObject)?[name] is JsonValue v && v.TryGetValue<string>(out var s) ? s : null;

        private static bool IsTrue(JsonNode? node) => node is JsonValue v && v.TryGetValue<bool>(out var b) && b;

        private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node, Values.Json);

        private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
