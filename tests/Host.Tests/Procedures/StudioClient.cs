using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>What the editor's own client model makes of a definition between reading it and saving it again, as it was seen to do:
/// links are dropped, absent fields become null, text outside ASCII is escaped, arrows are written anew, unset types are null.</summary>
internal static class StudioClient
{
    private static readonly string[] Variable = ["id", "name", "typeName", "isArray", "value", "storageDriverTypeName"];
    private static readonly string[] Input = ["type", "isArray", "name", "displayName", "description", "category", "uiHint", "storageDriverType"];
    private static readonly string[] Options = ["activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType", "commitStrategyName"];

    /// <summary>The model as it is sent back.</summary>
    public static JsonObject Pass(JsonNode model)
    {
        var passed = JsonNode.Parse(model.ToJsonString(new JsonSerializerOptions()))!.AsObject();
        passed["links"] = null;
        passed["usableAsActivity"] = null;
        Nulls(passed["options"]!.AsObject(), Options);
        foreach (var variable in passed["variables"]!.AsArray()) Nulls(variable!.AsObject(), Variable);
        foreach (var input in passed["inputs"]!.AsArray()) Nulls(input!.AsObject(), Input);
        foreach (var output in passed["outputs"]!.AsArray()) Nulls(output!.AsObject(), Input[..6]);
        Activity(passed["root"]!.AsObject());
        return passed;
    }

    private static void Activity(JsonObject activity)
    {
        foreach (var value in activity.Select(property => property.Value).OfType<JsonObject>().ToList())
        {
            if (value["expression"] is JsonObject && !value.ContainsKey("memoryReference")) value["memoryReference"] = null;
            if (value["type"] is not null && value["id"] is not null) Activity(value);
        }

        foreach (var member in activity["activities"] as JsonArray ?? []) Activity(member!.AsObject());
        if (activity["connections"] is not JsonArray arrows) return;
        activity["connections"] = new JsonArray([.. arrows.Select(arrow => new JsonObject
        {
            ["vertices"] = arrow!["vertices"]!.DeepClone(),
            ["target"] = new JsonObject { ["port"] = (string?)arrow["target"]!["port"], ["activity"] = (string?)arrow["target"]!["activity"] },
            ["source"] = new JsonObject { ["port"] = (string?)arrow["source"]!["port"], ["activity"] = (string?)arrow["source"]!["activity"] },
        })]);
    }

    private static void Nulls(JsonObject json, string[] names)
    {
        foreach (var name in names.Where(name => !json.ContainsKey(name))) json[name] = null;
    }
}
