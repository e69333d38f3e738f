using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongtui.Host.Procedures.Texts;

/// <summary>Reads definition JSON without trusting its shape.</summary>
internal static class JsonParts
{
    /// <summary>A property that is a text; null when it is absent or anything else.</summary>
    public static string? Text(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int? Number(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>The objects of an array; none when it is no array.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonObject json, string name) =>
        (json[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>The property as an object, put there empty when it is absent or anything else.</summary>
    public static JsonObject Section(this JsonObject json, string name)
    {
        if (json[name] is JsonObject there) return there;
        var made = new JsonObject();
        json[name] = made;
        return made;
    }

    /// <summary>The property as an array, put there empty when it is absent or anything else.</summary>
    public static JsonArray List(this JsonObject json, string name)
    {
        if (json[name] is JsonArray there) return there;
        var made = new JsonArray();
        json[name] = made;
        return made;
    }

    /// <summary>Puts a text where there is none.</summary>
    public static void Default(this JsonObject json, string name, string value) => json[name] ??= value;

    /// <summary>Takes off properties whose value is null.</summary>
    public static void DropNulls(this JsonObject json)
    {
        foreach (var name in json.Where(property => property.Value is null).Select(property => property.Key).ToList())
            json.Remove(name);
    }

    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
