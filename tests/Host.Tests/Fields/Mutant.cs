using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongtui.Host.Tests.Fields;

/// <summary>A form with one field spoiled.</summary>
/// <param name="Path">Where.</param>
/// <param name="Fault">How.</param>
/// <param name="Unlawful">Whether nobody may ever take it: another type, a number beyond all numbers, a text that no keyboard types.</param>
internal sealed record Mutant(string Path, string Fault, JsonElement Form, bool Unlawful)
{
    private static readonly (string Fault, string? Json, JsonValueKind Kind, bool Always)[] Faults =
    [
        ("missing", null, JsonValueKind.Undefined, false),
        ("null", "null", JsonValueKind.Null, false),
        ("empty", "\"\"", JsonValueKind.String, false),
        ("blank", "\" \"", JsonValueKind.String, false),
        ("unknown choice", "\"no-such-thing\"", JsonValueKind.String, false),
        ("a number as text", "\"77\"", JsonValueKind.String, false),
        ("negative", "-1", JsonValueKind.Number, false),
        ("zero", "0", JsonValueKind.Number, false),
        ("huge", "2147483647", JsonValueKind.Number, false),
        ("overflow", "99999999999999999999", JsonValueKind.Number, true),
        ("exponent", "1e400", JsonValueKind.Number, true),
        ("fraction", "0.5", JsonValueKind.Number, true),
        ("true", "true", JsonValueKind.True, false),
        ("empty list", "[]", JsonValueKind.Array, false),
        ("list of nothing", "[null]", JsonValueKind.Array, true),
        ("empty object", "{}", JsonValueKind.Object, false),
        ("too long", $"\"{new string('长', 20_001)}\"", JsonValueKind.String, true),
        ("control character", "\"党\\u0000员\"", JsonValueKind.String, true),
        ("half a character", "\"\\ud800\"", JsonValueKind.String, true),
        ("the first day", "\"0001-01-01\"", JsonValueKind.String, false),
        ("the last day", "\"9999-12-31\"", JsonValueKind.String, false),
        ("no such day", "\"2026-02-30\"", JsonValueKind.String, true),
    ];

    /// <summary>Every field of a form, each spoiled in every way; of a list, the first item stands for all.</summary>
    public static IEnumerable<Mutant> Of(JsonElement valid)
    {
        foreach (var (_, json, kind, _) in Faults.Where(fault => fault.Json is not null && fault.Kind != JsonValueKind.Object))
            yield return new("$", json!, JsonElement.Parse(json!), kind != JsonValueKind.Null);
        foreach (var path in Paths(JsonNode.Parse(valid.GetRawText())!, []))
        foreach (var (fault, json, kind, always) in Faults)
        {
            var root = JsonNode.Parse(valid.GetRawText())!;
            var before = Spoil(root, path, json);
            var was = Kind(before);
            if (fault.EndsWith(" day", StringComparison.Ordinal) && !IsDay(before)) continue;
            yield return new(string.Join('.', path), fault, Parse(root, json), always || (was != JsonValueKind.Null && kind is not (JsonValueKind.Undefined or JsonValueKind.Null) && !Alike(was, kind)));
        }

        foreach (var path in Paths(JsonNode.Parse(valid.GetRawText())!, []))
        {
            var root = JsonNode.Parse(valid.GetRawText())!;
            if (At(root, path) is not JsonArray { Count: > 0 } items) continue;
            items.Insert(0, items[0]?.DeepClone());
            yield return new(string.Join('.', path), "twice", Parse(root, null), false);
        }
    }

    private static JsonNode? At(JsonNode root, object[] path) =>
        path.Aggregate((JsonNode?)root, (node, step) => step is string name ? node![name] : node![(int)step]);

    private static bool IsDay(JsonNode? was) => Kind(was) == JsonValueKind.String && DateOnly.TryParseExact(was!.GetValue<string>(), "yyyy-MM-dd", out _);

    // A JsonNode cannot hold half a character, so it stands in as a mark until the form is text again.
    private static JsonElement Parse(JsonNode root, string? json) =>
        JsonElement.Parse(root.ToJsonString().Replace("\"~~raw~~\"", json, StringComparison.Ordinal));

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path)
    {
        if (path.Length > 0) yield return path;
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                object[] below = [.. path, name];
                if (value is null) yield return below;
                else foreach (var deeper in Paths(value, below)) yield return deeper;
            }
        }
        else if (node is JsonArray { Count: > 0 } items && items[0] is { } first)
        {
            foreach (var deeper in Paths(first, [.. path, 0])) yield return deeper;
        }
    }

    /// <returns>What was there.</returns>
    private static JsonNode? Spoil(JsonNode root, object[] path, string? json)
    {
        var holder = path[..^1].Aggregate(root, (node, step) => step is string name ? node[name]! : node[(int)step]!);
        var was = path[^1] is string field ? holder[field] : holder[(int)path[^1]];
        if (holder is JsonObject fields)
        {
            fields.Remove((string)path[^1]);
            if (json is not null) fields[(string)path[^1]] = "~~raw~~";
        }
        else
        {
            holder.AsArray().RemoveAt((int)path[^1]);
            if (json is not null) holder.AsArray().Insert((int)path[^1], "~~raw~~");
        }

        return was;
    }

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    private static bool Alike(JsonValueKind was, JsonValueKind kind) => was == kind || (was == JsonValueKind.False && kind == JsonValueKind.True);
}
