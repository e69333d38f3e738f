using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;

namespace Gongtui.Engine.Tests.Support;

/// <summary>Writes definitions in Elsa's JSON with few words.</summary>
internal sealed class Diagram
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonArray variables = [];
    private readonly JsonArray inputs = [];

    public static DefinitionCompiler Compiler { get; } = new(new ActivityRegistry(typeof(Diagram).Assembly));

    public string Id { get; init; } = "test";
    public int Version { get; init; } = 1;

    public Diagram Add(string id, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type.Contains('.', StringComparison.Ordinal) ? type : $"Elsa.{type}", ["version"] = 1, ["name"] = id };
        foreach (var (name, value) in properties)
            activity[name] = value;
        activities.Add(activity);
        return this;
    }

    /// <summary>A step that writes its id.</summary>
    public Diagram Write(string id, string? mergeMode = null) =>
        mergeMode is null ? Add(id, "WriteLine", ("text", Literal(id)))
        : Add(id, "WriteLine", ("text", Literal(id)), ("customProperties", new JsonObject { ["mergeMode"] = mergeMode }));

    public Diagram Fork(string id, params string[] branches) =>
        Add(id, "FlowFork", ("branches", Expression("Object", new JsonArray([.. branches.Select(b => (JsonNode)b)]).ToJsonString())));

    /// <summary>Connects "a > b" by Done, or "a:Port > b".</summary>
    public Diagram Connect(params string[] arrows)
    {
        foreach (var arrow in arrows)
        {
            var (from, to) = (arrow.Split('>')[0].Trim(), arrow.Split('>')[1].Trim());
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = from.Split(':')[0], ["port"] = from.Contains(':', StringComparison.Ordinal) ? from.Split(':')[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            });
        }
        return this;
    }

    public Diagram Variable(string name, string type, string? value = null)
    {
        variables.Add(new JsonObject { ["id"] = $"var-{name}", ["name"] = name, ["typeName"] = type, ["value"] = value });
        return this;
    }

    public Diagram Input(string name, string type)
    {
        inputs.Add(new JsonObject { ["name"] = name, ["type"] = type });
        return this;
    }

    public JsonObject Json() => new()
    {
        ["definitionId"] = Id, ["id"] = $"{Id}-{Version}", ["version"] = Version, ["name"] = Id,
        ["variables"] = variables.DeepClone(), ["inputs"] = inputs.DeepClone(),
        ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = activities.DeepClone(), ["connections"] = connections.DeepClone() },
    };

    public WorkflowGraph Compile() => Compiler.Compile(WorkflowDefinition.From(Json()));

    public static JsonObject Literal(string value) => Expression("Literal", value);

    public static JsonObject Script(string code) => Expression("JavaScript", code);

    public static JsonObject Expression(string type, JsonNode? value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    public static JsonObject VariableNamed(string name) => new() { ["id"] = $"var-{name}", ["name"] = name };
}
