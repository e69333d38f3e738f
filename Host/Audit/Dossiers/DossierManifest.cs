using System.Text.Json.Serialization;

namespace Gongtui.Host.Audit.Dossiers;

/// <summary>The list of what a dossier holds; see the README beside it.</summary>
/// <param name="Head">Hash of the last entry, hexadecimal.</param>
/// <param name="Files">SHA-256 of every other file by its name, hexadecimal.</param>
public sealed record DossierManifest(
    string Format, string Instance, string Title, long Entries, string Head, string RulePack, DateTimeOffset MadeAt, string MadeBy,
    IReadOnlyList<DossierVersion> Versions, IReadOnlyList<DossierBox> Boxes, IReadOnlyDictionary<string, string> Files)
{
    public const string ThisFormat = "gongtui-dossier-1";
    public const string Name = "dossier.json";
    public const string SignatureName = "dossier.sig.json";
    public const string JournalName = "journal.ndjson";
    public const string ChainName = "chain.txt";
}

/// <summary>A version that the journal names.</summary>
/// <param name="Hash">As the journal gives it.</param>
/// <param name="Documents">Files with the document and its sections, in the order of the hash.</param>
public sealed record DossierVersion(string Version, string Hash, IReadOnlyList<string> Documents);

/// <summary>A sealed box.</summary>
/// <param name="Leaves">File with its leaf hashes.</param>
public sealed record DossierBox(string Box, string Root, string Leaves);

/// <summary>Who vouches for the list.</summary>
/// <param name="PublicKey">SubjectPublicKeyInfo, base64.</param>
/// <param name="Signature">r ‖ s, base64.</param>
public sealed record DossierSignature(string Algorithm, string PublicKey, string Signature);

/// <summary>JSON of the list and its signature.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DossierManifest))]
[JsonSerializable(typeof(DossierSignature))]
internal sealed partial class DossierJson : JsonSerializerContext;
