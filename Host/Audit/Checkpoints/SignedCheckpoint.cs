using System.Globalization;
using System.Text;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>A checkpoint, its signature, and the heads under its root when they are known.</summary>
public sealed record SignedCheckpoint(string Note, DossierSignature Signature, IReadOnlyList<JournalHead>? Heads = null)
{
    public Checkpoint? Read() => Checkpoint.Read(Note);

    /// <summary>The file that people keep: the text, the heads if any, the signature, with an empty line between.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Note).Append('\n');
        foreach (var head in Heads ?? []) text.Append(CheckpointTree.Line(head)).Append('\n');
        if (Heads is { Count: > 0 }) text.Append('\n');
        return text.Append(CultureInfo.InvariantCulture, $"{Signature.Algorithm} {Signature.PublicKey} {Signature.Signature}\n").ToString();
    }

    /// <summary>Reads such a file, with or without heads; null when it is none.</summary>
    public static SignedCheckpoint? Parse(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Trim().Split("\n\n");
        if (parts is not ([_, _] or [_, _, _]) || parts[^1].Split(' ') is not [var algorithm, var key, var signature]) return null;
        var heads = parts is [_, var lines, _] ? lines.Split('\n').Select(Head).ToList() : null;
        return heads?.Contains(null) == true ? null
            : new($"{parts[0].Trim()}\n", new(algorithm, key, signature), heads?.Select(head => head!).ToList());
    }

    private static JournalHead? Head(string line) =>
        line.Split(' ') is [var instance, var entries, { Length: 64 } hash]
        && long.TryParse(entries, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && hash.All(char.IsAsciiHexDigit) ? new(instance, count, Convert.FromHexString(hash)) : null;
}
