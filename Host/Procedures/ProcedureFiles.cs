using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Host.Api;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Procedures;

/// <summary>Definitions out of uploaded files: one definition each, or an archive of several.</summary>
public static class ProcedureFiles
{
    /// <summary>Each definition with the name that people know its file by. The text is null for something that is no definition or too large.</summary>
    /// <exception cref="InvalidDataException">An archive is damaged.</exception>
    public static async IAsyncEnumerable<(string Name, JsonObject? Text)> UnpackAsync(
        IFormFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        if (!file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            yield return (file.FileName, await ReadAsync(content, cancellationToken));
            yield break;
        }

        await using var zip = new ZipArchive(content, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
        {
            await using var opened = await entry.OpenAsync(cancellationToken);
            yield return (entry.FullName, await ReadAsync(opened, cancellationToken));
        }
    }

    /// <summary>A definition; null when it is none. What an archive says about its sizes may be a lie, so the bytes are counted.</summary>
    private static async Task<JsonObject?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            await text.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (text.Length > ElsaRequest.LargestDefinition) return null;
        }

        try
        {
            return JsonNode.Parse(text.ToArray(), documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionJson.MaxDepth }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
