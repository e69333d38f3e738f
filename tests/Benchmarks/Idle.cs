using System.Globalization;

namespace Gongtui.Benchmarks;

/// <summary>How much of all cores nobody uses: numbers from a busy machine are lower bounds.</summary>
internal static class Idle
{
    private const string Source = "/proc/stat";

    /// <summary>The idle share over a while; null where the system does not tell.</summary>
    public static double? Share(TimeSpan during)
    {
        if (!File.Exists(Source)) return null;
        var before = Ticks();
        Thread.Sleep(during);
        var after = Ticks();
        return (double)(after.Idle - before.Idle) / Math.Max(1, after.All - before.All);
    }

    /// <summary>First line: "cpu user nice system idle iowait …", in ticks since boot.</summary>
    private static (long Idle, long All) Ticks()
    {
        var ticks = File.ReadLines(Source).First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return (ticks[3], ticks.Sum());
    }
}
