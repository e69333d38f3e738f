using System.Security.Cryptography;
using System.Text;

namespace Gongtui.Host.Boxes;

/// <summary>Receipts of the last day by attempt, so that a double click gets its receipt again. In memory only.</summary>
/// <remarks>Entries are keyed by a hash over box, elector and the client's random text: who does not know that text learns
/// from this memory nothing about who holds which receipt. For one thread at a time.</remarks>
public sealed class AttemptMemory(TimeProvider time)
{
    private const int Most = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // The newest half at least is always there: a forgotten receipt is a smaller harm than a process out of memory.
    private Dictionary<string, (Receipt Receipt, DateTimeOffset Until)> _newer = new(StringComparer.Ordinal);
    private Dictionary<string, (Receipt Receipt, DateTimeOffset Until)> _older = [];

    /// <summary>The key of an attempt; null when there is nothing to remember it by.</summary>
    public static string? KeyOf(string box, string elector, string attempt) => attempt.Length == 0
        ? null
        : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{box}\0{elector}\0{attempt}")));

    public Receipt? Find(string? key) =>
        key is not null && (_newer.TryGetValue(key, out var kept) || _older.TryGetValue(key, out kept)) && time.GetUtcNow() < kept.Until ? kept.Receipt : null;

    public void Keep(string? key, Receipt receipt)
    {
        if (key is null) return;
        if (_newer.Count >= Most / 2) (_older, _newer) = (_newer, new(StringComparer.Ordinal));
        _newer[key] = (receipt, time.GetUtcNow() + Kept);
    }
}
