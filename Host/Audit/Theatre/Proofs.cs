using System.Runtime.InteropServices;
using System.Text.Json;
using Gongtui.Activities;

namespace Gongtui.Host.Audit.Theatre;

/// <summary>A rule that was evaluated, as a fact recorded it.</summary>
/// <param name="Rule">DOMAIN id, F1 to F22.</param>
/// <param name="Article">Source, Chinese.</param>
/// <param name="Inequality">The relation with its numbers.</param>
/// <param name="Holds">Whether it was found to be true.</param>
public sealed record RecordedProof(string Rule, string Article, string Inequality, bool Holds, Text Sentence)
{
    public Text Line => new($"{Sentence.Zh}（{Inequality} {(Holds ? "✓" : "✗")}；{Rule}，{Article}）", $"{Sentence.En} ({Inequality} {(Holds ? "✓" : "✗")}; {Rule}, {Article})");
}

/// <summary>Finds the rules that a fact evaluated.</summary>
public static class Proofs
{
    public static IEnumerable<RecordedProof> In(JsonElement value) => MayHaveOne(value) ? Search(value) : [];

    /// <summary>Few facts have one, and looking for its name in their bytes is quick. Where something is written with an escape, its name may be, too.</summary>
    private static bool MayHaveOne(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return false;
        var bytes = JsonMarshal.GetRawUtf8Value(value);
        return bytes.IndexOf("\"inequality\""u8) >= 0 || bytes.Contains((byte)'\\');
    }

    private static IEnumerable<RecordedProof> Search(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when Read(value) is { } proof => [proof],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Search(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Search),
        _ => [],
    };

    private static RecordedProof? Read(JsonElement value) =>
        value.TryGetProperty("inequality", out var inequality) && inequality.ValueKind == JsonValueKind.String
        && value.TryGetProperty("holds", out var holds) && value.TryGetProperty("rule", out var rule) && value.TryGetProperty("sentence", out var sentence)
            ? new(rule.GetString()!, value.TryGetProperty("article", out var article) ? Source(article) : "", inequality.GetString()!, holds.GetBoolean(),
                new(sentence.GetProperty("zh").GetString()!, sentence.GetProperty("en").GetString()!))
            : null;

    private static string Source(JsonElement article) => article.ValueKind switch
    {
        JsonValueKind.String => article.GetString()!,
        JsonValueKind.Object when article.TryGetProperty("label", out var label) => $"{label.GetProperty("zh").GetString()}（{article.GetProperty("id").GetString()}）",
        _ => "",
    };
}
