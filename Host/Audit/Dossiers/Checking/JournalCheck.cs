using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gongtui.Host.Audit.Dossiers.Checking;

/// <summary>The chain over the lines of a journal.</summary>
internal sealed class JournalCheck
{
    private const string What = "校验链 / chain";
    private readonly string? fault;

    /// <param name="list">The list of the dossier; null for a bare journal, which can say only that its lines are entries in their order.</param>
    /// <param name="chain">The hash after each entry, one a line.</param>
    public JournalCheck(byte[] journal, JsonElement? list = null, byte[]? chain = null)
    {
        var hash = Array.Empty<byte>();
        string[]? hashes = chain is null ? null : Encoding.ASCII.GetString(chain).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in Split(journal))
        {
            var number = Lines.Count + 1;
            if (Read(line) is not { } entry)
            {
                fault = $"第 {number} 条不是 JSON / entry {number} is not JSON";
                return;
            }

            if (!entry.TryGetProperty("n", out var n) || n.ValueKind != JsonValueKind.Number || n.GetInt64() != number)
            {
                fault = $"第 {number} 条的编号不对 / entry {number} has another number";
                return;
            }

            if (number == 1) hash = Seed(entry);
            hash = SHA256.HashData([1, .. hash, .. line.Span]);
            if (hashes is not null && hashes.ElementAtOrDefault(number - 1) != Convert.ToHexStringLower(hash))
            {
                fault = $"第 {number} 条已被改动 / entry {number} was changed";
                return;
            }

            Lines.Add(entry);
        }

        Head = Lines.Count == 0 ? null : Convert.ToHexStringLower(hash);
        fault = Lines.Count == 0 ? "没有记录 / there are no entries" : list is { } expected ? Compare(expected) : null;
    }

    /// <summary>The entries that could be read, in their order.</summary>
    public List<JsonElement> Lines { get; } = [];

    /// <summary>Hash after the last entry, hexadecimal.</summary>
    public string? Head { get; }

    public IEnumerable<Finding> Findings() => [new($"{What}：{Lines.Count} 条 entries，{Head}", fault)];

    private string? Compare(JsonElement list) =>
        Lines.Count != list.GetProperty("entries").GetInt64()
            ? $"{Lines.Count} 条，应为 {list.GetProperty("entries").GetInt64()} 条 / entries are missing or too many"
            : Head != list.GetProperty("head").GetString() ? $"末条校验值不符：从某一条起被改动 / the head differs: some entry was changed ({Head} ≠ {list.GetProperty("head").GetString()})" : null;

    private static byte[] Seed(JsonElement first) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes($"{Text(first, "i")}\n{Text(first, "h")}")]);

    private static string Text(JsonElement entry, string member) => entry.TryGetProperty(member, out var value) ? value.ToString() : "";

    private static JsonElement? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonElement.Parse(line.Span) is { ValueKind: JsonValueKind.Object } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Split(byte[] journal)
    {
        for (var start = 0; start < journal.Length;)
        {
            var end = Array.IndexOf(journal, (byte)'\n', start);
            if (end < 0) end = journal.Length;
            yield return journal.AsMemory(start, end - start);
            start = end + 1;
        }
    }
}
