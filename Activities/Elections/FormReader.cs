using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gongtui.Activities.Elections;

/// <summary>Reads forms and facts from JSON strictly: a missing field, a null where a value belongs and a value of another type are errors.</summary>
public static class FormReader
{
    // What people send names a choice by its word: a number that is none of the choices would pass for one. Facts are as they were written.
    private static readonly JsonSerializerOptions Sent = Strict();

    private static readonly (string Path, string Why)? Empty = ("", "A list has an empty item.");

    /// <summary>A value that somebody sent.</summary>
    /// <exception cref="JsonException">The JSON does not have the shape.</exception>
    public static T Read<T>(JsonElement json)
    {
        RejectWhatNobodyTypes(json);
        return json.Deserialize((JsonTypeInfo<T>)Sent.GetTypeInfo(typeof(T))) ?? throw new JsonException("The form is empty.", "$", null, null);
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

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions(FactJson.Default.Options) { TypeInfoResolver = FactJson.Default };
        options.Converters.Insert(0, new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    // The serialiser checks null against the annotations of properties, but not of the items of a list; and texts go on into documents
    // and databases, which take neither control characters nor halves of a character.
    private static void RejectWhatNobodyTypes(JsonElement json)
    {
        if (Fault(json) is { } fault)
        {
            throw new JsonException(fault.Why, "$" + fault.Path, null, null);
        }
    }

    /// <returns>The first fault and where it is, from here; null when there is none. The path is made on the way back: almost no form has one.</returns>
    private static (string Path, string Why)? Fault(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject())
            {
                if (Fault(property.Value) is { } fault)
                {
                    return ($".{property.Name}{fault.Path}", fault.Why);
                }
            }
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in json.EnumerateArray().Index())
            {
                if ((item.ValueKind == JsonValueKind.Null ? Empty : Fault(item)) is { } fault)
                {
                    return ($"[{index}]{fault.Path}", fault.Why);
                }
            }
        }
        else if (json.ValueKind == JsonValueKind.String && Untypeable(json) is { } why)
        {
            return ("", why);
        }

        return null;
    }

    private static string? Untypeable(JsonElement text)
    {
        try
        {
            return FormRules.Untypeable(text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // How the reader tells of "\ud800" without its other half.
            return "A text holds half a character.";
        }
    }
}
