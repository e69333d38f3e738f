using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Gongtui.Contract;

/// <summary>
/// Values as the journal knows them: null, bool, string, long, double, or a <see cref="JsonElement"/> that is an object or an array.
/// What is written and read back is equal to what was there before, so a run that was loaded and one that never stopped see the same.
/// </summary>
public static class Values
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private const double LargestExactInteger = 9007199254740992;

    /// <summary>Brings any CLR value into the closed set of journal values.</summary>
    public static object? Normalize(object? value) => value switch
    {
        null or bool or string or long => value,
        int i => (long)i,
        short or byte or sbyte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        double d => Number(d),
        float f => Number(f),
        decimal m => decimal.Truncate(m) == m && Math.Abs(m) <= long.MaxValue ? (long)m : (object)(double)m,
        JsonElement e => FromJson(e),
        JsonNode n => FromJson(JsonSerializer.SerializeToElement(n, Json)),
        Enum e => e.ToString(),
        _ => FromJson(JsonSerializer.SerializeToElement(value, value.GetType(), Json)),
    };

    public static object? FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var l) ? l : Number(element.GetDouble()),
        _ => element,
    };

    public static JsonElement ToJson(object? value) =>
        value is JsonElement e ? e : JsonSerializer.SerializeToElement(value, Json);

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool b: writer.WriteBooleanValue(b); break;
            case string s: writer.WriteStringValue(s); break;
            case long l: writer.WriteNumberValue(l); break;
            case double d when double.IsFinite(d): writer.WriteNumberValue(d); break;
            case double d: writer.WriteStringValue(d.ToString(CultureInfo.InvariantCulture)); break;
            case JsonElement e: e.WriteTo(writer); break;
            default: Write(writer, Normalize(value)); break;
        }
    }

    /// <summary>Converts as Elsa does: text to numbers, times and enums, JSON text to objects, one string to a list of one.</summary>
    /// <exception cref="InvalidCastException">The value does not have the shape of the type.</exception>
    public static T? To<T>(object? value) => To(value, typeof(T)) is { } converted ? (T)converted : default;

    public static object? To(object? value, Type type)
    {
        if (value is null)
            return null;
        if (type.IsInstanceOfType(value))
            return value;
        var target = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return Convert1(value, target);
        }
        catch (Exception e) when (e is FormatException or OverflowException or JsonException or ArgumentException)
        {
            throw new InvalidCastException($"'{Show(value)}' is not a {target.Name}.", e);
        }
    }

    public static string Show(object? value) => value switch
    {
        null => "",
        string s => s,
        bool b => b ? "True" : "False",
        JsonElement { ValueKind: JsonValueKind.String } e => e.GetString()!,
        JsonElement e => e.GetRawText(),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A whole number where it is one exactly, else the number.</summary>
    public static object Number(double value)
    {
        if (Math.Floor(value) == value && Math.Abs(value) <= LargestExactInteger)
            return (long)value;
        return value;
    }

    private static object? Convert1(object value, Type target)
    {
        if (value is JsonElement { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) } scalar)
            return To(FromJson(scalar), target);
        if (target == typeof(string))
            return Show(value);
        if (value is string text)
            return FromText(text, target);
        if (target.IsEnum && value is long or double)
            return Enum.ToObject(target, Convert.ToInt32(value, CultureInfo.InvariantCulture));
        if (value is IConvertible && typeof(IConvertible).IsAssignableFrom(target))
            return Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
        return ToJson(value).Deserialize(target, Json);
    }

    private static object? FromText(string text, Type target)
    {
        if (target == typeof(object))
            return text;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (target.IsEnum)
            return Enum.Parse(target, text, ignoreCase: true);
        if (target == typeof(TimeSpan))
            return TimeSpan.Parse(text, CultureInfo.InvariantCulture);
        if (target == typeof(DateTimeOffset))
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (target == typeof(DateTime))
            return DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        if (target == typeof(Guid))
            return Guid.Parse(text);
        if (target == typeof(bool))
            return bool.Parse(text);
        if (typeof(IConvertible).IsAssignableFrom(target))
            return Convert.ChangeType(text, target, CultureInfo.InvariantCulture);
        if (text.TrimStart() is ['[' or '{', ..])
            return JsonSerializer.Deserialize(text, target, Json);
        if (typeof(IEnumerable).IsAssignableFrom(target))
            return JsonSerializer.SerializeToElement(new[] { text }).Deserialize(target, Json);
        return JsonSerializer.SerializeToElement(text).Deserialize(target, Json);
    }
}
