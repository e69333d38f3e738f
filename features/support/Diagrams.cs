using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Workflows.Policy;
using Gongtui.Workflows.Procedures;

namespace Gongtui.Features.Support;

/// <summary>The product's diagrams as they are, and spoiled on purpose.</summary>
internal static class Diagrams
{
    /// <summary>Every procedure that says of itself that it follows the policy.</summary>
    public static IEnumerable<ProcedureMap> OfPolicy()
    {
        var all = Documents();
        return all.Values.Where(document => (string?)document["customProperties"]?["policy"] == "公推直选").Select(document => Map(all, document));
    }

    /// <summary>A procedure without a step: whatever led to it leads to what followed it.</summary>
    public static ProcedureMap Without(string id, string step) => Spoiled(id, (flow, node) =>
    {
        var arrows = flow["connections"]!.AsArray();
        var next = arrows.First(arrow => End(arrow, "source") == node && (string?)arrow!["source"]!["port"] is "Done" or "Approved" or "Clear" or "Ratified");
        foreach (var arrow in arrows.Where(arrow => End(arrow, "target") == node)) arrow!["target"]!["activity"] = End(next, "target");
        foreach (var arrow in arrows.Where(arrow => End(arrow, "source") == node).ToList()) arrows.Remove(arrow);
        flow["activities"]!.AsArray().RemoveAll(activity => (string?)activity!["id"] == node);
    }, step);

    /// <summary>A procedure with another literal input of a step.</summary>
    public static ProcedureMap With(string id, string step, string input, string value) => Spoiled(id, (flow, node) =>
        flow["activities"]!.AsArray().First(activity => (string?)activity!["id"] == node)![input] =
            new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } }, step);

    /// <summary>A procedure in which an outcome leads nowhere.</summary>
    public static ProcedureMap Loose(string id, string step, string port) => Spoiled(id, (flow, node) =>
        flow["connections"]!.AsArray().RemoveAll(arrow => End(arrow, "source") == node && (string?)arrow!["source"]!["port"] == port), step);

    /// <summary>A procedure with one more arrow; both steps are in the same part of it.</summary>
    public static ProcedureMap Bypass(string id, string step, string to) => Spoiled(id, (flow, node) =>
    {
        var target = flow["activities"]!.AsArray().First(activity => Is(activity!, to))!;
        flow["connections"]!.AsArray().Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = node, ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = (string?)target["id"], ["port"] = "In" },
        });
    }, step);

    private static ProcedureMap Spoiled(string id, Action<JsonNode, string> spoil, string step)
    {
        var all = Documents();
        var part = all.Values.Where(document => (string?)document["definitionId"] == id || (string?)document["options"]!["usableAsActivity"]!.ToJsonString() == "true")
            .First(document => document["root"]!["activities"]!.AsArray().Any(activity => Is(activity!, step)));
        var flow = part["root"]!;
        spoil(flow, (string)flow["activities"]!.AsArray().First(activity => Is(activity!, step))!["id"]!);
        return Map(all, all[$"{id}-1"]);
    }

    private static Dictionary<string, JsonObject> Documents() =>
        ProductProcedures.All().Select(json => JsonNode.Parse(json)!.AsObject()).ToDictionary(document => (string)document["id"]!, StringComparer.Ordinal);

    private static ProcedureMap Map(Dictionary<string, JsonObject> all, JsonObject document) => ProcedureMap.Of(
        WorkflowDefinition.From(document), version => all.TryGetValue(version, out var found) ? WorkflowDefinition.From(found) : null);

    private static bool Is(JsonNode activity, string step)
    {
        var inputs = activity.AsObject().Where(property => property.Value is JsonObject value && value["expression"]?["value"] is JsonValue)
            .ToDictionary(property => property.Key, property => property.Value!["expression"]!["value"]!.ToString(), StringComparer.Ordinal);
        return StepWords.Of(new MapNode("", (string)activity["type"]!, "", inputs)).Contains(step);
    }

    private static string? End(JsonNode? arrow, string end) => (string?)arrow![end]!["activity"];
}
