using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gongtui.Activities.Elections;

/// <summary>Reads forms and facts from JSON strictly: a missing field, a null where a value belongs and a value of another type are errors.</summary>
public static class FormReader
{
    /// <summary>A value that somebody sent.</summary>
    /// <exception cref="JsonException">The JSON does not have the shape.</exception>
    public static T Read<T>(JsonElement json)
    {
        RejectNullItems(json);
        return ReadFact<T>(json);
    }

    /// <summary>A value that this product wrote itself.</summary>
    /// <exception cref="JsonException">The JSON does not have the shape.</exception>
    public static T ReadFact<T>(JsonElement json) =>
        json.Deserialize((JsonTypeInfo<T>)FactJson.Default.GetTypeInfo(typeof(T))!)
        ?? throw new JsonException("The form is empty.", "$", null, null);

    /// <summary>The value as JSON.</summary>
    public static JsonElement Write<T>(T value) =>
        JsonSerializer.SerializeToElement(value, (JsonTypeInfo<T>)FactJson.Plain.GetTypeInfo(typeof(T))!);

    /// <summary>The refusal for a form that cannot be read.</summary>
    public static Refusal Malformed(JsonException problem) => new(
        RefusalKinds.Malformed,
        new("提交的内容格式不对，无法读取。", "The form cannot be read."),
        Found: problem.Message,
        NextStep: new("请刷新页面后重新填写。", "Reload the page and fill it in again."),
        Field: problem.Path);

    // The serialiser checks null against the annotations of properties, but not of the items of a list.
    private static void RejectNullItems(JsonElement json)
    {
        if (NullItem(json) is { } path)
        {
            throw new JsonException("A list has an empty item.", "$" + path, null, null);
        }
    }

    /// <returns>Where the first empty item is, from here; null when there is none. The path is made on the way back: almost no form has one.</returns>
    private static string? NullItem(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject())
            {
                if (NullItem(property.Value) is { } path)
                {
                    return $".{property.Name}{path}";
                }
            }
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in json.EnumerateArray().Index())
            {
                if ((item.ValueKind == JsonValueKind.Null ? "" : NullItem(item)) is { } path)
                {
                    return $"[{index}]{path}";
                }
            }
        }

        return null;
    }
}
