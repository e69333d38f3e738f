using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>A dossier changed in one place.</summary>
/// <param name="What">The change.</param>
/// <param name="Named">What a verifier has to name.</param>
internal sealed partial record Tampering(string What, string Named, byte[] Zip)
{
    private const string Journal = "journal.ndjson";

    /// <summary>Every way to tamper with an entry, a leaf of a box or a number in a form, each once, at places that differ from run to run of the seed only.</summary>
    public static IEnumerable<Tampering> Of(byte[] dossier, int seed)
    {
        var (files, random) = (Open(dossier), new Random(seed));
        var lines = Encoding.UTF8.GetString(files[Journal]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var at = random.Next(1, lines.Length - 2);
        yield return Entries("an entry is flipped", at, list => list[at] = Flipped(list[at], random));
        yield return Entries("an entry is dropped", at, list => list.RemoveAt(at));
        yield return Entries("an entry is inserted", at + 1, list => list.Insert(at + 1, list[at]));
        yield return Entries("two entries change places", at, list => (list[at], list[at + 1]) = (list[at + 1], list[at]));
        yield return With("the newest entries are cut off", $"{lines.Length - 3} 条", Journal, string.Join('\n', lines.SkipLast(3)) + "\n");
        var number = Array.FindIndex(lines, line => line.Contains("〕15号", StringComparison.Ordinal));
        yield return Entries("the number of a form is another", number, list => list[number] = list[number].Replace("〕15号", "〕16号", StringComparison.Ordinal));
        yield return With("a number in the printed report is another", "report.html", "report.html", Digit().Replace(Encoding.UTF8.GetString(files["report.html"]), digit => digit.Value == "1" ? "2" : "1", 1, 200));

        var box = JsonNode.Parse(files["dossier.json"])!["boxes"]!.AsArray().First(box => Encoding.UTF8.GetString(files[(string)box!["leaves"]!]).Count(c => c == '\n') > 2)!;
        var (name, leaves) = ((string)box["leaves"]!, Encoding.UTF8.GetString(files[(string)box["leaves"]!]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var leaf = random.Next(leaves.Length - 1);
        yield return Leaves("a leaf is flipped", list => list[leaf] = (list[leaf][0] == '0' ? '1' : '0') + list[leaf][1..]);
        yield return Leaves("a leaf is dropped", list => list.RemoveAt(leaf));
        yield return Leaves("a leaf is inserted", list => list.Insert(leaf, list[leaf]));
        yield return Leaves("two leaves change places", list => (list[leaf], list[leaf + 1]) = (list[leaf + 1], list[leaf]));

        Tampering Entries(string what, int index, Action<List<string>> change) => Changed(what, $"第 {index + 1} 条", Journal, lines, change);
        Tampering Leaves(string what, Action<List<string>> change) => Changed(what, $"票箱 {box["box"]}", name, leaves, change);
        Tampering Changed(string what, string named, string file, string[] old, Action<List<string>> change)
        {
            List<string> list = [.. old];
            change(list);
            return With(what, named, file, string.Join('\n', list) + "\n");
        }

        Tampering With(string what, string named, string file, string content) => new(what, named, Close(new(files, StringComparer.Ordinal) { [file] = Encoding.UTF8.GetBytes(content) }));
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    private static string Flipped(string line, Random random)
    {
        var at = random.Next(line.Length);
        return line[..at] + (char)(line[at] ^ 1) + line[(at + 1)..];
    }

    private static SortedDictionary<string, byte[]> Open(byte[] zip)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            files[entry.FullName] = bytes.ToArray();
        }

        return files;
    }

    private static byte[] Close(SortedDictionary<string, byte[]> files)
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
}
