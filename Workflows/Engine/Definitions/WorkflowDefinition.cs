using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Gongtui.Engine.Definitions;

/// <summary>
/// One version of a definition as Elsa JSON. The document itself is kept, so that no property is lost that this product does not know;
/// what the kernel needs is read from it once, into a <see cref="WorkflowGraph"/>.
/// </summary>
public sealed class WorkflowDefinition
{
    private WorkflowDefinition(JsonObject document) => Document = document;

    public JsonObject Document { get; }
    public string DefinitionId => Text("definitionId") ?? "";
    public string VersionId => Text("id") ?? $"{DefinitionId}:{Version}";
    public string Name => Text("name") ?? DefinitionId;
    public int Version => Document["version"] is JsonValue v && v.TryGetValue<int>(out var n) ? n : 1;

    /// <summary>Reads Elsa's definition model, bare or wrapped as the API sends it.</summary>
    /// <exception cref="DefinitionException">The text is not JSON, or not a definition; says where.</exception>
    public static WorkflowDefinition Parse(ReadOnlySpan<byte> utf8)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { MaxDepth = 128 });
        }
        catch (JsonException e)
        {
            throw new DefinitionException("$", $"This is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
        return From(node);
    }

    public static WorkflowDefinition Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    public static WorkflowDefinition From(JsonNode? node)
    {
        if (node is not JsonObject o)
            throw new DefinitionException("$", "A definition is a JSON object.");
        if (!o.ContainsKey("root"))
            o = o["workflowDefinition"] as JsonObject ?? o["model"] as JsonObject ?? o;
        if (o["root"] is not JsonObject)
            throw new DefinitionException("$.root", "A definition has a root activity; none was found.");
        return new WorkflowDefinition(o);
    }

    /// <summary>The document with its properties in ordinal order and no blanks: equal documents give equal bytes.</summary>
    public byte[] ToCanonicalBytes() => CanonicalJson.Write(Document);

    /// <summary>SHA-256 of the canonical bytes, lower-case hex.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(ToCanonicalBytes()));

    private string? Text(string name) => Document[name] is JsonValue v && v.TryGetValue<string>(out var s) ? s : null;
}
