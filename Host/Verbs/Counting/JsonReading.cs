using System.Globalization;
using System.Text.Json;

namespace Gongtui.Host.Verbs.Counting;

/// <summary>Reading of JSON whose complaints say where and what.</summary>
internal static class JsonReading
{
    /// <summary>Moves to the value of the next member of an object.</summary>
    /// <returns>The member's name, or null at the end of the object.</returns>
    public static string? ReadMember(this ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = reader.GetString();
        reader.Read();
        return name;
    }

    public static void MustBe(this ref Utf8JsonReader reader, JsonTokenType type, string path, string expected)
    {
        if (reader.TokenType != type)
        {
            throw SheetFault.Wrong(path, expected, reader.Shown());
        }
    }

    public static string Text(this ref Utf8JsonReader reader, string path)
    {
        reader.MustBe(JsonTokenType.String, path, "a text");
        return reader.GetString()!;
    }

    public static int Whole(this ref Utf8JsonReader reader, string path, int least)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {int.MaxValue}");
        reader.MustBe(JsonTokenType.Number, path, expected);
        return reader.TryGetInt32(out var number) && number >= least ? number : throw SheetFault.Wrong(path, expected, reader.Shown());
    }

    public static T Word<T>(this ref Utf8JsonReader reader, string path, params ReadOnlySpan<(string Word, T Value)> words)
    {
        var text = reader.Text(path);
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        throw SheetFault.Unknown(path, string.Join(" | ", words.ToArray().Select(pair => pair.Word)), text);
    }

    /// <summary>What stands here, in few words.</summary>
    public static string Shown(this ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => $"\"{Short(reader.GetString()!)}\"",
        JsonTokenType.Number => Short(System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    private static string Short(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 40)}…";
}
