using System.Text.Json;
using System.Text.Json.Serialization;
using Gongtui.Host.Audit.Checkpoints;

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
    public const string CheckpointName = "checkpoint.json";
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

/// <summary>A signed checkpoint and the way from this journal's head to its root. Heads of other elections are no business of whoever gets the dossier.</summary>
/// <param name="Leaf">Instance, number of entries and head hash, between spaces.</param>
/// <param name="Index">Place of the leaf under the root, from 0.</param>
/// <param name="Proof">The hashes beside the way up, lowest first, hexadecimal.</param>
public sealed record DossierCheckpoint(string Note, DossierSignature Signature, string Leaf, int Index, IReadOnlyList<string> Proof)
{
    public static byte[] Of(SignedCheckpoint signed, string instance)
    {
        var (heads, index) = (signed.Heads!, signed.Heads!.Select(head => head.Instance).ToList().IndexOf(instance));
        return JsonSerializer.SerializeToUtf8Bytes(
            new DossierCheckpoint(signed.Note, signed.Signature, CheckpointTree.Line(heads[index]), index, CheckpointTree.Proof(heads, index)), DossierJson.Default.DossierCheckpoint);
    }
}

/// <summary>JSON of the list and its signature.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DossierManifest))]
[JsonSerializable(typeof(DossierSignature))]
[JsonSerializable(typeof(DossierCheckpoint))]
internal sealed partial class DossierJson : JsonSerializerContext;
