using System.Diagnostics;

namespace Gongtui.Benchmarks;

/// <summary>Repeats work for a while and says how fast it went.</summary>
internal static class Pace
{
    /// <summary>Times per second, after a warm-up of a fifth of the time.</summary>
    /// <param name="during">How long to measure.</param>
    /// <param name="batch">How many times <paramref name="work"/> does its thing in one call.</param>
    /// <param name="work">Given the number of the call, from zero.</param>
    public static double Of(TimeSpan during, int batch, Action<long> work)
    {
        var calls = 0L;
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < during / 5;) work(calls++);
        var first = calls;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < during) work(calls++);
        return (calls - first) * (double)batch / watch.Elapsed.TotalSeconds;
    }
}
