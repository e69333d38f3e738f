using System.Diagnostics;

namespace Gongtui.Benchmarks.History;

/// <summary>How long each of many operations took.</summary>
/// <param name="PerSecond">Operations of all callers together.</param>
/// <param name="Milliseconds">Sorted.</param>
/// <param name="Processor">Microseconds of processor time for one operation, of all threads together: what a busy machine does not change much.</param>
internal sealed record Latencies(double PerSecond, double[] Milliseconds, double Processor)
{
    /// <param name="share">0.5 for the median.</param>
    public double At(double share) => Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(share * Milliseconds.Length))];

    /// <summary>Has people do something again and again, each waiting for the own answer.</summary>
    /// <param name="people">How many at a time.</param>
    /// <param name="during">How long, after a warm-up of half of it: the compiler goes on for a while.</param>
    /// <param name="act">What person n does.</param>
    public static async Task<Latencies> OfAsync(int people, TimeSpan during, Func<int, Task> act)
    {
        var (began, busy) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var operations = 0L;
        var (from, to) = (during / 2, during * 1.5);
        var all = await Task.WhenAll(Enumerable.Range(0, people).Select(person => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(began) is var asked && asked < to)
            {
                await act(person);
                Interlocked.Increment(ref operations);
                if (asked >= from)
                    own.Add((Stopwatch.GetElapsedTime(began) - asked).TotalMilliseconds);
            }
            return own;
        })));
        double[] sorted = [.. all.SelectMany(own => own).Order()];
        busy = Process.GetCurrentProcess().TotalProcessorTime - busy;
        return new Latencies(sorted.Length / during.TotalSeconds, sorted, busy.TotalMicroseconds / operations);
    }
}
