using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Workflows.Policy;
using Gongtui.Workflows.Procedures;

namespace Gongtui.Activities.Tests.Policy;

/// <summary>A starter procedure with its sections, to be changed like a designer changes it, and then held against the gate.</summary>
internal sealed class Draft
{
    private static readonly ActivityRegistry Activities = new(typeof(Text).Assembly);
    private readonly Dictionary<string, JsonObject> documents =
        ProductProcedures.All().Select(json => JsonNode.Parse(json)!.AsObject()).ToDictionary(document => (string)document["id"]!, StringComparer.Ordinal);

    private readonly string procedure;

    public Draft(string procedure) => this.procedure = $"{procedure}-1";

    /// <summary>The procedure, then the sections that it uses.</summary>
    public IReadOnlyList<JsonObject> Parts =>
    [
        documents[procedure],
        .. Steps(documents[procedure]).Select(step => (string?)step["workflowDefinitionVersionId"]).OfType<string>().Distinct().Select(version => documents[version]),
    ];

    public IReadOnlyList<GateFinding> Check() => new PolicyGate(
        Activities, version => documents.TryGetValue(version, out var found) ? WorkflowDefinition.From(found) : null).Check(WorkflowDefinition.From(documents[procedure]));

    public static IReadOnlyList<JsonObject> Steps(JsonObject part) => [.. part["root"]!["activities"]!.AsArray().Select(step => step!.AsObject())];

    public static JsonArray Arrows(JsonObject part) => part["root"]!["connections"]!.AsArray();

    /// <summary>The part and the steps of it that a predicate means.</summary>
    public (JsonObject Part, IReadOnlyList<JsonObject> Found) Find(Func<JsonObject, bool> meant) =>
        Parts.Select(part => (part, found: (IReadOnlyList<JsonObject>)[.. Steps(part).Where(meant)])).First(place => place.found.Count > 0);

    /// <summary>Takes steps away: whatever led to one leads to what followed it.</summary>
    public Draft Remove(Func<JsonObject, bool> meant)
    {
        var (part, found) = Find(meant);
        foreach (var step in found)
        {
            var next = Follower(part, Id(step));
            foreach (var arrow in Arrows(part).Where(arrow => End(arrow!, "target") == Id(step)).ToList()) arrow!["target"]!["activity"] = next;
            foreach (var arrow in Arrows(part).Where(arrow => End(arrow!, "source") == Id(step)).ToList()) Arrows(part).Remove(arrow);
            part["root"]!["activities"]!.AsArray().Remove(step);
        }

        return this;
    }

    /// <summary>Puts a decision before steps, one of whose answers goes past them.</summary>
    public Draft Bypass(Func<JsonObject, bool> meant)
    {
        var (part, found) = Find(meant);
        foreach (var step in found)
        {
            var (id, past) = (Id(step), Follower(part, Id(step)));
            var decision = $"decision-{id}";
            Add(part, decision, "Elsa.FlowDecision");
            foreach (var arrow in Arrows(part).Where(arrow => End(arrow!, "target") == id)) arrow!["target"]!["activity"] = decision;
            Connect(part, decision, "True", id);
            Connect(part, decision, "False", past);
            if (step["customProperties"]?["canStartWorkflow"] is not null) Steps(part)[^1]["customProperties"] = step["customProperties"]!.DeepClone();
            (step["customProperties"] as JsonObject)?.Remove("canStartWorkflow");
        }

        return this;
    }

    /// <summary>Puts one step in the other's place and the other in its.</summary>
    public Draft Swap(Func<JsonObject, bool> one, Func<JsonObject, bool> other)
    {
        var ((part, first), (otherPart, second)) = (Find(one), Find(other));
        if (part != otherPart) throw new InvalidOperationException("The steps are in different parts.");
        var (a, b) = (Id(first[0]), Id(second[0]));
        foreach (var end in Arrows(part).SelectMany(arrow => new[] { arrow!["source"]!, arrow["target"]! }))
            end["activity"] = (string?)end["activity"] == a ? b : (string?)end["activity"] == b ? a : (string?)end["activity"];
        return this;
    }

    /// <summary>Puts a new step on every arrow that leads to others.</summary>
    public Draft Before(Func<JsonObject, bool> meant, string type, params (string Input, string Value)[] inputs)
    {
        var (part, found) = Find(meant);
        foreach (var step in found)
        {
            var id = $"new-{Id(step)}";
            Add(part, id, type, inputs);
            foreach (var arrow in Arrows(part).Where(arrow => End(arrow!, "target") == Id(step))) arrow!["target"]!["activity"] = id;
            Connect(part, id, "Done", Id(step));
        }

        return this;
    }

    public Draft Set(Func<JsonObject, bool> meant, string input, string value)
    {
        foreach (var step in Find(meant).Found) step[input] = Literal(value);
        return this;
    }

    public static string Id(JsonObject step) => (string)step["id"]!;

    public static string? End(JsonNode arrow, string end) => (string?)arrow[end]!["activity"];

    public static void Connect(JsonObject part, string from, string port, string to) => Arrows(part).Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    });

    private static void Add(JsonObject part, string id, string type, params (string Input, string Value)[] inputs)
    {
        var step = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["name"] = id };
        foreach (var (input, value) in inputs) step[input] = Literal(value);
        part["root"]!["activities"]!.AsArray().Add(step);
    }

    private static JsonObject Literal(string value) =>
        new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    /// <summary>Where the good way goes on from a step.</summary>
    private static string Follower(JsonObject part, string step) =>
        End(Arrows(part).First(arrow => End(arrow!, "source") == step && (string?)arrow!["source"]!["port"] is "Done" or "Approved" or "Clear" or "Elected" or "Ratified")!, "target")!;
}
