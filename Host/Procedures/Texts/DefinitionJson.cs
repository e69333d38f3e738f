using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongtui.Host.Procedures.Texts;

/// <summary>How definitions are read and written.</summary>
public static class DefinitionJson
{
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    /// <summary>Nesting that is read; deeper is refused.</summary>
    public const int MaxDepth = 128;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    public static JsonObject Parse(ReadOnlySpan<byte> json) =>
        (JsonObject)JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth })!;

    /// <summary>An instant as Elsa writes it: always with an offset, never with trailing zeros.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
