using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>What a checkpoint states: the Merkle root over the heads of all journals. Its text is what is signed; see the README beside it.</summary>
/// <param name="Occasion">Why it was made: <see cref="CheckpointOccasions"/>.</param>
/// <param name="Heads">Number of heads under the root.</param>
/// <param name="Root">Hexadecimal.</param>
/// <param name="Previous">SHA-256 of the text of the checkpoint before, hexadecimal; zeros for the first.</param>
public sealed record Checkpoint(long Number, DateTimeOffset At, string Occasion, int Heads, string Root, string Previous)
{
    public const string Format = "gongtui-checkpoint-1";

    /// <summary>Before the first.</summary>
    public static string NoPrevious { get; } = new('0', 64);

    /// <summary>The text that is signed.</summary>
    public string Note => string.Create(
        CultureInfo.InvariantCulture, $"{Format}\n{Number}\n{At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\n{Occasion}\n{Heads}\n{Root}\n{Previous}\n");

    /// <summary>The hash by which the next one refers to this one.</summary>
    public string Hash => HashOf(Note);

    public static string HashOf(string note) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note)));

    /// <summary>Reads the text again; null when it is none.</summary>
    public static Checkpoint? Read(string note)
    {
        if (note.Split('\n') is not [Format, var number, var at, var occasion, var heads, { Length: 64 } root, { Length: 64 } previous, ""]) return null;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && int.TryParse(heads, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new Checkpoint(n, instant, occasion, count, root, previous) is var read && read.Note == note ? read : null
            : null;
    }
}

/// <summary>The tree under a checkpoint: RFC 6962 over one line for each journal, in the order of their names.</summary>
public static class CheckpointTree
{
    /// <summary>Name under which the journal of those who read stands among the others; no election can have it.</summary>
    public const string Readers = "*readers";

    public static IReadOnlyList<JournalHead> InOrder(IEnumerable<JournalHead> heads) => [.. heads.OrderBy(head => head.Instance, StringComparer.Ordinal)];

    /// <summary>The text of a leaf.</summary>
    public static string Line(JournalHead head) =>
        string.Create(CultureInfo.InvariantCulture, $"{head.Instance} {head.Entries} {Convert.ToHexStringLower(head.Hash)}");

    public static byte[] Leaf(JournalHead head) => MerkleTree.Leaf(Encoding.UTF8.GetBytes(Line(head)));

    public static string Root(IReadOnlyList<JournalHead> heads) => Convert.ToHexStringLower(MerkleTree.Root(Leaves(heads)));

    /// <summary>The hashes that lead from one head to the root, hexadecimal, lowest first.</summary>
    public static IReadOnlyList<string> Proof(IReadOnlyList<JournalHead> heads, int index) =>
        [.. MerkleTree.Proof(Leaves(heads), index).Select(hash => Convert.ToHexStringLower(hash))];

    private static byte[][] Leaves(IReadOnlyList<JournalHead> heads) =>
        [.. heads.Select(Leaf)];
}

/// <summary>Why a checkpoint is made.</summary>
public static class CheckpointOccasions
{
    public const string Minute = "minute";
    public const string Sealed = "sealed";
    public const string Announced = "announced";
    public const string Ratified = "ratified";
    public const string Dossier = "dossier";
}
