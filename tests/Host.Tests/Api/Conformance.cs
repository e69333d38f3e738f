using System.Text.Json.Nodes;

namespace Gongtui.Host.Tests.Api;

/// <summary>One call and what Elsa 3.8 answered to it: the status and the shape of the body, never its texts.</summary>
/// <param name="Kind">json, or file for a download whose content is not looked at.</param>
/// <param name="As">designer, nobody, key or wrong-key.</param>
public sealed record ElsaCall(string Name, string Method, string Path, int Status, JsonNode? Body, JsonObject? Shape, string Kind, string As)
{
    public static IReadOnlyList<ElsaCall> All { get; } =
    [
        .. Resource("elsa-3.8-shapes.json").AsArray().Select(call => new ElsaCall(
            (string)call!["name"]!, (string)call["method"]!, (string)call["path"]!, (int)call["status"]!, call["body"], call["shape"]?.AsObject(),
            (string?)call["kind"] ?? "json", (string?)call["as"] ?? "designer")),
    ];

    public static JsonNode Resource(string name)
    {
        using var stream = typeof(ElsaCall).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!;
    }
}

/// <summary>A difference that was chosen.</summary>
/// <param name="Call">Name of the call, or * for all.</param>
public sealed record ChosenDifference(string Call, string What, string Reason)
{
    public static IReadOnlyList<ChosenDifference> All { get; } =
        [.. ElsaCall.Resource("chosen-differences.json").AsArray().Select(one => new ChosenDifference((string)one!["call"]!, (string)one["what"]!, (string)one["reason"]!))];

    public bool Covers(string call, string what) => (Call == "*" || Call == call) && What == what;
}

/// <summary>Compares bodies with shapes.</summary>
internal static class Shapes
{
    /// <summary>Where a body departs from a shape: what is missing, of another type, or more than Elsa ever sends.</summary>
    public static IEnumerable<string> Differences(JsonObject shape, JsonNode? body, string path = "$")
    {
        var expected = (string)shape["type"]!;
        if (expected == "any") return [];
        var found = TypeOf(body);
        if (found != expected) return [$"{path}: {expected} → {found}"];
        return (body, shape["items"], shape["fields"]) switch
        {
            (JsonArray array, JsonObject items, _) => array.SelectMany(item => Differences(items, item, path + "[]")).Distinct(),
            (JsonObject o, _, JsonObject fields) => Fields(fields, o, path, shape["open"] is not null),
            _ => [],
        };
    }

    private static IEnumerable<string> Fields(JsonObject fields, JsonObject body, string path, bool open)
    {
        foreach (var (name, field) in fields)
        {
            if (body.TryGetPropertyValue(name, out var value))
            {
                foreach (var difference in Differences(field!.AsObject(), value, $"{path}.{name}")) yield return difference;
            }
            else if (field!["optional"] is null)
            {
                yield return $"{path}.{name}: missing";
            }
        }

        if (open) yield break;
        foreach (var (name, _) in body)
            if (!fields.ContainsKey(name)) yield return $"{path}.{name}: more than Elsa sends";
    }

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        System.Text.Json.JsonValueKind.Number => "number",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.Object => "object",
        _ => "null",
    };
}
