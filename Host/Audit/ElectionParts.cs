using System.Text.Json;
using Gongtui.Activities.Elections;

namespace Gongtui.Host.Audit;

/// <summary>The election cut into the parts that a reader looks at one by one.</summary>
public static class ElectionParts
{
    /// <summary>Shown elsewhere on the page, or of use to the program only.</summary>
    private static readonly HashSet<string> NotShown = new(["tasks", "taskCounts", "unit", "title"], StringComparer.Ordinal);

    /// <summary>Every part that holds anything, by its camel-case name, in the order of the procedure.</summary>
    public static IReadOnlyList<(string Name, JsonElement Value)> Of(Election election) =>
    [
        .. FormReader.Write(election).EnumerateObject()
            .Where(part => !NotShown.Contains(part.Name) && !IsEmpty(part.Value))
            .Select(part => (part.Name, part.Value)),
    ];

    /// <summary>Names of the parts in which two states differ.</summary>
    public static IReadOnlySet<string> Changed(Election before, Election after)
    {
        var old = FormReader.Write(before);
        return FormReader.Write(after).EnumerateObject()
            .Where(part => !old.TryGetProperty(part.Name, out var earlier) || !JsonElement.DeepEquals(earlier, part.Value))
            .Select(part => part.Name)
            .ToHashSet(StringComparer.Ordinal);
    }

    internal static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(field => IsEmpty(field.Value)),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Number => value.GetRawText() == "0",
        JsonValueKind.False or JsonValueKind.Null => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        _ => false,
    };
}
