using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongtui.Activities;
using Microsoft.AspNetCore.Components;

namespace Gongtui.Host.Audit;

/// <summary>Writes recorded data so that people can read it: fields and codes by their words, persons by their names, proofs as one line.</summary>
/// <param name="language">"zh" or "en".</param>
/// <param name="fieldName">The name of a field, or of a person where fields are persons.</param>
/// <param name="valueOf">The words for a value of a field.</param>
public sealed class PayloadHtml(string language, Func<string, string> fieldName, Func<string, string, Text> valueOf)
{
    private const int Deepest = 12;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder html = new();

    /// <summary>The value as markup, every text in it encoded.</summary>
    public MarkupString Of(JsonElement value)
    {
        html.Clear();
        Write("", value, 0);
        return new(html.ToString());
    }

    private void Write(string field, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when Bilingual(value) is { } text: Put(text); break;
            case JsonValueKind.Object when Verdict(value) is { } line: Put(line); break;
            case JsonValueKind.Object when depth < Deepest: Fields(value, depth); break;
            case JsonValueKind.Array when depth < Deepest: Items(field, value, depth); break;
            case JsonValueKind.String: Put(valueOf(field, value.GetString()!).In(language)); break;
            case JsonValueKind.True: Put(language == "en" ? "yes" : "是"); break;
            case JsonValueKind.False: Put(language == "en" ? "no" : "否"); break;
            case JsonValueKind.Null or JsonValueKind.Undefined: Put("—"); break;
            default: Put(value.GetRawText()); break;
        }
    }

    private void Fields(JsonElement value, int depth)
    {
        html.Append("<dl class=\"payload\">");
        foreach (var field in value.EnumerateObject())
        {
            html.Append("<dt>");
            Put(fieldName(field.Name));
            html.Append("</dt><dd>");
            Write(field.Name, field.Value, depth + 1);
            html.Append("</dd>");
        }

        html.Append("</dl>");
    }

    private void Items(string field, JsonElement value, int depth)
    {
        if (value.GetArrayLength() == 0)
        {
            Put("—");
            return;
        }

        if (value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                if (index > 0) Put(language == "en" ? ", " : "、");
                Write(field, item, depth + 1);
            }

            return;
        }

        html.Append("<ol class=\"payload\">");
        foreach (var item in value.EnumerateArray())
        {
            html.Append("<li>");
            Write(field, item, depth + 1);
            html.Append("</li>");
        }

        html.Append("</ol>");
    }

    private string? Bilingual(JsonElement value) =>
        value.GetPropertyCount() == 2
        && value.TryGetProperty("zh", out var zh) && value.TryGetProperty("en", out var en)
        && zh.ValueKind == JsonValueKind.String && en.ValueKind == JsonValueKind.String
            ? new Text(zh.GetString()!, en.GetString()!).In(language) : null;

    private string? Verdict(JsonElement value) =>
        value.TryGetProperty("inequality", out var inequality) && value.TryGetProperty("sentence", out var sentence)
        && value.TryGetProperty("holds", out var holds) && value.TryGetProperty("rule", out var rule)
            ? $"{Bilingual(sentence)} ({inequality.GetString()} {(holds.GetBoolean() ? "✓" : "✗")}; {rule.GetString()})" : null;

    private void Put(string text) => html.Append(Encoder.Encode(text));
}
