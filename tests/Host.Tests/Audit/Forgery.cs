using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Audit.Dossiers.Checking;

namespace Gongtui.Host.Tests.Audit;

/// <summary>A dossier taken apart, changed and put together again by somebody who knows the format.</summary>
internal sealed class Forgery
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public Forgery(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            files[entry.FullName] = bytes.ToArray();
        }
    }

    public byte[] this[string name]
    {
        get => files[name];
        set => files[name] = value;
    }

    public IReadOnlyCollection<string> Names => files.Keys;

    public void Remove(string name) => files.Remove(name);

    /// <summary>Lists the changed files anew and signs the list with a key of the forger's own.</summary>
    public Forgery SignedAnew(Action<JsonObject>? change = null)
    {
        var list = JsonNode.Parse(files[DossierManifest.Name])!.AsObject();
        var hashes = new JsonObject();
        foreach (var (name, content) in files.Where(file => file.Key is not (DossierManifest.Name or DossierManifest.SignatureName)))
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(content));
        list["files"] = hashes;
        change?.Invoke(list);
        files[DossierManifest.Name] = JsonSerializer.SerializeToUtf8Bytes(list);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        files[DossierManifest.SignatureName] = JsonSerializer.SerializeToUtf8Bytes(new
        {
            publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
            signature = Convert.ToBase64String(key.SignData(files[DossierManifest.Name], HashAlgorithmName.SHA256)),
        });
        return this;
    }

    public byte[] Zip()
    {
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

    /// <summary>What the verifier says is wrong; empty when it finds nothing.</summary>
    public IReadOnlyList<string> Faults(string? head = null) =>
        [.. DossierCheck.Check(Zip(), head).Where(finding => !finding.Holds).Select(finding => $"{finding.What}：{finding.Fault}")];
}
