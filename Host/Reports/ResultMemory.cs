using System.Collections.Concurrent;

namespace Gongtui.Host.Reports;

/// <summary>The results that were asked for lately: a whole meeting opens the same page at once, and gathering it reads the whole journal.</summary>
public sealed class ResultMemory
{
    private const int Most = 64;
    private readonly ConcurrentDictionary<string, ElectionResults> results = new(StringComparer.Ordinal);

    /// <summary>The result as of this entry of its journal; null when it is not known, or the journal has moved on.</summary>
    public ElectionResults? Find(string instance, long entries) =>
        results.TryGetValue(instance, out var known) && known.Entries == entries ? known : null;

    public ElectionResults Keep(string instance, ElectionResults result)
    {
        if (results.Count >= Most) results.Clear();
        return results[instance] = result;
    }
}
