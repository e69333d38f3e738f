using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gongtui.Host.Audit.Dossiers.Checking;

/// <summary>The signed checkpoint: its signature, the way from this journal's head to its root, and the journal up to there.</summary>
internal static class CheckpointCheck
{
    private const string What = "校验点 / checkpoint";

    public static Finding Of(JsonElement list, Dictionary<string, byte[]> files)
    {
        var given = JsonElement.Parse(files["checkpoint.json"]);
        var (note, leaf) = (given.GetProperty("note").GetString()!, given.GetProperty("leaf").GetString()!);
        if (note.Split('\n') is not ["gongtui-checkpoint-1", var number, _, _, var heads, var root, _, ""]) return new(What, "不能读取 / cannot be read");
        return new($"{What}：{number}，{root}", Signature(given, note, files) ?? Journal(list, files, leaf) ?? Way(given, leaf, int.Parse(heads, CultureInfo.InvariantCulture), root));
    }

    private static string? Signature(JsonElement given, string note, Dictionary<string, byte[]> files)
    {
        var signature = given.GetProperty("signature");
        var publicKey = signature.GetProperty("publicKey").GetString()!;
        if (publicKey != JsonElement.Parse(files["dossier.sig.json"]).GetProperty("publicKey").GetString())
            return "与卷宗不是同一密钥签名 / signed with another key than the dossier";
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key.VerifyData(Encoding.UTF8.GetBytes(note), Convert.FromBase64String(signature.GetProperty("signature").GetString()!), HashAlgorithmName.SHA256)
                ? null : "与签名不符 / does not carry the signature";
        }
        catch (CryptographicException e)
        {
            return e.Message;
        }
    }

    private static string? Journal(JsonElement list, Dictionary<string, byte[]> files, string leaf)
    {
        if (leaf.Split(' ') is not [var instance, var entries, var head] || instance != list.GetProperty("instance").GetString())
            return "不是这次选举的 / is not about this election";
        var (chain, count) = (Encoding.ASCII.GetString(files["chain.txt"]).Split('\n', StringSplitOptions.RemoveEmptyEntries), int.Parse(entries, CultureInfo.InvariantCulture));
        if (count > chain.Length) return $"它覆盖 {count} 条，卷宗只有 {chain.Length} 条：末尾被截去 / it covers {count} entries, the dossier has {chain.Length}: the newest were cut off";
        return count > 0 && chain[count - 1] == head ? null : $"第 {count} 条的校验值与它不同 / the hash after entry {count} is another";
    }

    /// <summary>RFC 9162, 2.1.3.2: from a leaf to the root of a tree of this size.</summary>
    private static string? Way(JsonElement given, string leaf, int size, string root)
    {
        const string broken = "到默克尔根的路不成立 / the way to the Merkle root does not hold";
        var (node, fn, sn) = (SHA256.HashData([0, .. Encoding.UTF8.GetBytes(leaf)]), given.GetProperty("index").GetInt32(), size - 1);
        if (fn < 0 || fn > sn) return broken;
        foreach (var sibling in given.GetProperty("proof").EnumerateArray().Select(hash => Convert.FromHexString(hash.GetString()!)))
        {
            if (sn == 0) return broken;
            var left = (fn & 1) == 1 || fn == sn;
            node = SHA256.HashData(left ? [1, .. sibling, .. node] : [1, .. node, .. sibling]);
            while (left && (fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && Convert.ToHexStringLower(node) == root ? null : broken;
    }
}
