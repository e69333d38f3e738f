using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;

namespace Gongtui.Host.Persistence.Projecting;

/// <summary>A fact of a burst: what an activity recorded or somebody told.</summary>
internal readonly record struct BurstFact(long Sequence, string Name, JsonElement Payload);

/// <summary>Reads facts as they were stored. Only what a projection shows is looked at, so that old facts stay readable.</summary>
internal static class Facts
{
    public static IEnumerable<BurstFact> Of(Append append)
    {
        foreach (var entry in append.Entries)
        {
            if (entry is Logged { Payload: { ValueKind: JsonValueKind.Object } logged } fact)
                yield return new(entry.Sequence, fact.Event, logged);
            else if (entry is Told { Payload.ValueKind: JsonValueKind.Object } told)
                yield return new(entry.Sequence, told.Event, told.Payload);
        }
    }

    public static string Text(this JsonElement fact, string name) => fact.GetProperty(name).GetString()!;

    public static string? TextOrNull(this JsonElement fact, string name) =>
        fact.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A text in two languages; what people wrote in one stands for both.</summary>
    public static Text Bilingual(this JsonElement fact, string name)
    {
        var value = fact.GetProperty(name);
        return value.ValueKind == JsonValueKind.Object ? new(value.Text("zh"), value.Text("en")) : new(value.GetString()!, value.GetString()!);
    }

    /// <summary>An optional part as JSON text.</summary>
    public static string? Json(this JsonElement fact, string name) =>
        fact.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetRawText() : null;

    public static IEnumerable<string> List(this JsonElement fact, string name) =>
        fact.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString()!) : [];

    /// <summary>An optional instant, in Unix milliseconds.</summary>
    public static long? Instant(this JsonElement fact, string name) =>
        fact.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetDateTimeOffset().ToUnixTimeMilliseconds() : null;
}
