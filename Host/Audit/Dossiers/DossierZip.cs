using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Gongtui.Host.Audit.Dossiers;

/// <summary>Collects the files of a dossier. Nothing is compressed: the pocket verifier needs no library to read it.</summary>
internal sealed class DossierZip
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>Adds a file; the same name again replaces it.</summary>
    public void Add(string name, byte[] content) => files[name] = content;

    /// <summary>The zip with its list and signature.</summary>
    public byte[] Close(DossierManifest manifest, OfficeKey key)
    {
        var hashes = files.ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value)), StringComparer.Ordinal);
        var list = JsonSerializer.SerializeToUtf8Bytes(manifest with { Files = hashes }, DossierJson.Default.DossierManifest);
        Add(DossierManifest.Name, list);
        Add(DossierManifest.SignatureName, JsonSerializer.SerializeToUtf8Bytes(key.Sign(list), DossierJson.Default.DossierSignature));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
