using System.IO.Compression;
using System.Text.Json;

namespace Gongtui.Host.Audit.Dossiers.Checking;

/// <summary>Checks a dossier by its published format alone. Knows nothing of the program that wrote it.</summary>
public static class DossierCheck
{
    private const long Largest = 1L << 30;

    /// <summary>Checks a dossier (zip) or a bare journal (lines). Every check is answered; none throws for what is in the file.</summary>
    /// <param name="head">The head hash printed on a signed report, to compare with; null to compare with nothing.</param>
    public static IReadOnlyList<Finding> Check(byte[] file, string? head = null)
    {
        if (file is not [(byte)'P', (byte)'K', ..])
            return Bare(new JournalCheck(file), head);
        try
        {
            return [.. Check(Files(file), head)];
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return [new("卷宗 dossier", $"不能读取 / cannot be read: {e.Message}")];
        }
    }

    private static IEnumerable<Finding> Check(Dictionary<string, byte[]> files, string? head)
    {
        var list = JsonElement.Parse(files["dossier.json"]);
        var journal = new JournalCheck(files["journal.ndjson"], list, files["chain.txt"]);
        return
        [
            ListCheck.Files(list, files), ListCheck.Signature(files), .. journal.Findings(), .. Printed(journal.Head, head), CheckpointCheck.Of(list, files),
            ContentCheck.Versions(list, files, journal.Lines), ContentCheck.Boxes(list, files, journal.Lines),
            CountCheck.Contests(journal.Lines), CountCheck.Proofs(journal.Lines),
        ];
    }

    private static IReadOnlyList<Finding> Bare(JournalCheck journal, string? head) => [.. journal.Findings(), .. Printed(journal.Head, head)];

    private static IEnumerable<Finding> Printed(string? found, string? printed) => printed is null ? [] :
    [
        new("与已签字报告上的校验值 / head hash on the signed report", string.Equals(found, printed.Trim(), StringComparison.OrdinalIgnoreCase) ? null : $"{printed} ≠ {found}"),
    ];

    private static Dictionary<string, byte[]> Files(byte[] zip)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            if (entry.Length > Largest) throw new InvalidDataException($"{entry.FullName}: {entry.Length} bytes");
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            if (!files.TryAdd(entry.FullName, bytes.ToArray())) throw new InvalidDataException($"{entry.FullName} 出现两次 / is there twice");
        }

        return files;
    }
}
