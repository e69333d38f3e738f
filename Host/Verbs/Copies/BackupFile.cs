using System.Security.Cryptography;
using System.Text.Json;

namespace Gongtui.Host.Verbs.Copies;

/// <summary>The list of a backup: what was copied and the hash of each file.</summary>
internal sealed record BackupFile(DateTimeOffset MadeAt, IReadOnlyDictionary<string, string> Files, int OpenBoxesLeftOut)
{
    public const string Name = "backup.json";
    public const string Journals = "gongtui.db";
    public const string Boxes = "boxes.db";

    public static BackupFile Read(string folder) => JsonSerializer.Deserialize<BackupFile>(File.ReadAllBytes(Path.Combine(folder, Name)), JsonSerializerOptions.Web)
        ?? throw new InvalidDataException($"{Name} 是空的 / is empty");

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));

    public static string HashOf(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
