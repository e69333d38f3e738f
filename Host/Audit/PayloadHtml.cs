using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongtui.Activities;
using Microsoft.AspNetCore.Components;

namespace Gongtui.Host.Audit;

/// <summary>Writes recorded data so that people can read it: fields by their words, persons by their names, proofs as one line.</summary>
/// <param name="language">"zh" or "en".</param>
/// <param name="nameOf">The printed name behind a person id; null for other text.</param>
public sealed class PayloadHtml(string language, Func<string, string?> nameOf)
{
    private const int Deepest = 12;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder html = new();

    /// <summary>The value as markup, every text in it encoded.</summary>
    public MarkupString Of(JsonElement value)
    {
        html.Clear();
        Write(value, 0);
        return new(html.ToString());
    }

    private void Write(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when Bilingual(value) is { } text: Put(text); break;
            case JsonValueKind.Object when Verdict(value) is { } line: Put(line); break;
            case JsonValueKind.Object when depth < Deepest: Fields(value, depth); break;
            case JsonValueKind.Array when depth < Deepest: Items(value, depth); break;
            case JsonValueKind.String: Put(Named(value.GetString()!)); break;
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
            Put(nameOf(field.Name) ?? FieldWords.Of(field.Name).In(language));
            html.Append("</dt><dd>");
            Write(field.Value, depth + 1);
            html.Append("</dd>");
        }

        html.Append("</dl>");
    }

    private void Items(JsonElement value, int depth)
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
                Write(item, depth + 1);
            }

            return;
        }

        html.Append("<ol class=\"payload\">");
        foreach (var item in value.EnumerateArray())
        {
            html.Append("<li>");
            Write(item, depth + 1);
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

    /// <summary>A person id, bare or as the principal of one, becomes the name.</summary>
    private string Named(string text)
    {
        const string person = "person:";
        return nameOf(text) ?? (text.StartsWith(person, StringComparison.Ordinal) ? nameOf(text[person.Length..]) : null) ?? text;
    }

    private void Put(string text) => html.Append(Encoder.Encode(text));
}
