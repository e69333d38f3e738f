using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Gongtui.Host.Boxes;

/// <summary>Receipts of the last day by attempt, so that a double click gets its receipt again. In memory only.</summary>
/// <remarks>Entries are keyed by a hash over box, elector and the client's random text: who does not know that text learns
/// from this memory nothing about who holds which receipt.</remarks>
public sealed class AttemptMemory(TimeProvider time)
{
    private const int Most = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (Receipt Receipt, DateTimeOffset Until)> _receipts = new(StringComparer.Ordinal);

    /// <summary>The key of an attempt; null when there is nothing to remember it by.</summary>
    public static string? KeyOf(string box, string elector, string attempt) => attempt.Length == 0
        ? null
        : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{box}\0{elector}\0{attempt}")));

    public Receipt? Find(string? key) =>
        key is not null && _receipts.TryGetValue(key, out var kept) && time.GetUtcNow() < kept.Until ? kept.Receipt : null;

    public void Keep(string? key, Receipt receipt)
    {
        if (key is null) return;
        var now = time.GetUtcNow();
        if (_receipts.Count >= Most) Sweep(now);
        _receipts[key] = (receipt, now + Kept);
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, kept) in _receipts)
            if (kept.Until <= now) _receipts.TryRemove(key, out _);
        // A forgotten receipt is a smaller harm than a process out of memory.
        if (_receipts.Count >= Most) _receipts.Clear();
    }
}
