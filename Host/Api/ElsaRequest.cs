using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Api;

/// <summary>Reads what the editor sends; names in the query are matched whatever their case.</summary>
internal static class ElsaRequest
{
    /// <summary>Bytes of a definition or an archive that are accepted.</summary>
    public const long LargestDefinition = 10L * 1024 * 1024;

    /// <summary>The body as a JSON object, or in words why it is none.</summary>
    public static async Task<Result<JsonObject>> BodyAsync(this HttpRequest request)
    {
        try
        {
            var node = await JsonNode.ParseAsync(
                request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionJson.MaxDepth }, cancellationToken: request.HttpContext.RequestAborted);
            return node is JsonObject body && !HasTwins(body) ? body : NotAnObject(node);
        }
        catch (JsonException e) when (e.LineNumber is not null)
        {
            return Refusals.Invalid(
                new($"这不是有效的 JSON：第 {e.LineNumber + 1} 行第 {e.BytePositionInLine + 1} 字节处不能解析。", $"This is not valid JSON: it cannot be read at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."),
                "JSON");
        }
    }

    /// <summary>As <see cref="BodyAsync"/>, with nothing at all read as {}.</summary>
    public static async Task<Result<JsonObject>> OptionalBodyAsync(this HttpRequest request) =>
        request.ContentLength is 0 || request.ContentType is null ? new JsonObject() : await request.BodyAsync();

    public static string? Text(this HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    public static IReadOnlyList<string> Texts(this HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(value => value.Length > 0)] : [];

    public static int? Number(this HttpRequest request, string name) =>
        int.TryParse(request.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool? Flag(this HttpRequest request, string name) => bool.TryParse(request.Text(name), out var flag) ? flag : null;

    /// <summary>The texts of an array in a body.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject body, string name) =>
        body[name] is JsonArray list ? [.. list.OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : null).OfType<string>()] : [];

    /// <summary>An object that names a property twice has no one meaning; the reader notices it only when it is asked for a property.</summary>
    private static bool HasTwins(JsonNode? node)
    {
        try
        {
            Visit(node);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }

        static void Visit(JsonNode? at)
        {
            if (at is JsonObject o)
                foreach (var (_, value) in o) Visit(value);
            else if (at is JsonArray a)
                foreach (var value in a) Visit(value);
        }
    }

    private static Activities.Elections.Refusal NotAnObject(JsonNode? node) => Refusals.Invalid(
        new("请求的内容应是一个 JSON 对象，属性不能重名。", "The body must be a JSON object whose properties differ."), "{ … }", node?.GetValueKind().ToString());
}
