using System.Security.Cryptography;
using System.Text.Json;

namespace Gongtui.Host.Audit.Dossiers.Checking;

/// <summary>The list of files and its signature.</summary>
internal static class ListCheck
{
    private const string List = "dossier.json", SignatureFile = "dossier.sig.json";

    public static Finding Files(JsonElement list, Dictionary<string, byte[]> files)
    {
        const string what = "文件清单 / list of files";
        var listed = list.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString(), StringComparer.Ordinal);
        if (listed.Keys.FirstOrDefault(name => !files.ContainsKey(name)) is { } missing) return new(what, $"缺少 / missing: {missing}");
        if (files.Keys.FirstOrDefault(name => name is not (List or SignatureFile) && !listed.ContainsKey(name)) is { } extra) return new(what, $"多出 / not on the list: {extra}");
        var changed = listed.FirstOrDefault(file => Convert.ToHexStringLower(SHA256.HashData(files[file.Key])) != file.Value).Key;
        return new(what, changed is null ? null : $"已被改动 / was changed: {changed}");
    }

    public static Finding Signature(Dictionary<string, byte[]> files)
    {
        const string what = "签名 / signature";
        var signature = JsonElement.Parse(files[SignatureFile]);
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(signature.GetProperty("publicKey").GetString()!), out _);
            return new(what, key.VerifyData(files[List], Convert.FromBase64String(signature.GetProperty("signature").GetString()!), HashAlgorithmName.SHA256)
                ? null : $"{List} 与签名不符 / does not carry the signature");
        }
        catch (CryptographicException e)
        {
            return new(what, e.Message);
        }
    }
}
