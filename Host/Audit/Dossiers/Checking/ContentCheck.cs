using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gongtui.Host.Audit.Dossiers.Checking;

/// <summary>What the journal refers to: versions of the procedure, sealed boxes.</summary>
internal static class ContentCheck
{
    public static Finding Versions(JsonElement list, Dictionary<string, byte[]> files, IEnumerable<JsonElement> entries)
    {
        const string what = "程序版本 / versions of the procedure";
        var kept = list.GetProperty("versions").EnumerateArray().ToDictionary(version => version.GetProperty("hash").GetString()!, StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => Kind(entry) is "started" or "migrated"))
        {
            var hash = entry.GetProperty("h").GetString()!;
            if (!kept.TryGetValue(hash, out var version)) return new(what, $"第 {Number(entry)} 条所用的版本不在卷宗中 / the version of entry {Number(entry)} is not in the dossier");
            string[] hashes = [.. version.GetProperty("documents").EnumerateArray().Select(name => Hex(SHA256.HashData(files[name.GetString()!])))];
            if ((hashes.Length == 1 ? hashes[0] : Hex(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', hashes))))) != hash)
                return new(what, $"第 {Number(entry)} 条所用的版本已被改动 / the version of entry {Number(entry)} was changed");
        }

        return new(what, null);
    }

    public static Finding Boxes(JsonElement list, Dictionary<string, byte[]> files, IEnumerable<JsonElement> entries)
    {
        var kept = list.GetProperty("boxes").EnumerateArray().ToDictionary(box => box.GetProperty("box").GetString()!, StringComparer.Ordinal);
        var closed = entries.Where(entry => Kind(entry) == "logged" && entry.TryGetProperty("e", out var e) && e.GetString() == "BoxClosed").ToList();
        var what = $"票箱 / boxes：{closed.Count}";
        foreach (var entry in closed)
        {
            var fact = entry.GetProperty("p");
            var box = fact.GetProperty("box").GetString()!;
            if (!kept.TryGetValue(box, out var place)) return new(what, $"票箱 {box} 不在卷宗中 / box {box} is not in the dossier");
            if (Fault(files[place.GetProperty("leaves").GetString()!], fact.GetProperty("submitted").GetInt32(), fact.GetProperty("root").GetString()!) is { } fault)
                return new(what, $"票箱 {box}：{fault}");
        }

        return new(what, null);
    }

    private static string? Fault(byte[] file, int submitted, string root)
    {
        string[] leaves = Encoding.ASCII.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (leaves.Length != submitted) return $"{leaves.Length} 张，封存时为 {submitted} 张 / sheets are missing or too many";
        if (leaves.Zip(leaves.Skip(1)).Any(pair => string.CompareOrdinal(pair.First, pair.Second) >= 0)) return "叶子未按顺序或有重复 / leaves out of order or twice";
        return Hex(Root([.. leaves.Select(Convert.FromHexString)])) == root ? null : "默克尔根不符 / the Merkle root differs";
    }

    private static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0) return SHA256.HashData([]);
        if (leaves.Length == 1) return leaves[0];
        var split = 1;
        while (split * 2 < leaves.Length) split *= 2;
        return SHA256.HashData([1, .. Root(leaves[..split]), .. Root(leaves[split..])]);
    }

    private static string? Kind(JsonElement entry) => entry.TryGetProperty("k", out var kind) ? kind.GetString() : null;

    private static long Number(JsonElement entry) => entry.GetProperty("n").GetInt64();

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
