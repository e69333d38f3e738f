using System.Diagnostics;
using System.Globalization;
using Gongtui.Benchmarks.History;

namespace Gongtui.Benchmarks.Growth;

/// <summary>What one more waiting election costs when there are many: the same file grows from one to a million runs that each wait for a person,
/// and at each size people complete tasks of runs that are not in memory, the real product starts on it, and its idle memory is read.</summary>
internal static class WaitingElections
{
    private const int AtOnce = 256;
    private const int Resumed = 400;
    private static readonly int[] Sizes = [1, 1_000, 100_000, 1_000_000];

    public static async Task<IReadOnlyList<Figure>> FiguresAsync()
    {
        await using var bench = await Bench.OpenAsync();
        var (figures, begun) = (new List<Figure>(), 0);
        var (places, turns) = (new string?[Sizes[^1]], new int[Sizes[^1]]);
        foreach (var size in Sizes)
        {
            await Parallel.ForAsync(begun, size, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (run, _) => places[run] = await bench.BeginAsync(Bench.Tasks, run));
            begun = size;
            await bench.RestartAsync();
            figures.AddRange(await ResumesAsync(bench, size, places, turns));
            await bench.Store.DisposeAsync();
            figures.Add(new("  disk for each", (double)new FileInfo(bench.File).Length / size, "bytes"));
            figures.AddRange(await StartUpAsync(bench.Folder, size == Sizes[^1]));
            await bench.RestartAsync();
        }

        return figures;
    }

    /// <summary>The process has just started and each run is met once, so each is read from the disk.</summary>
    private static async Task<IReadOnlyList<Figure>> ResumesAsync(Bench bench, int size, string?[] places, int[] turns)
    {
        var (random, times) = (new Random(size), new List<double>());
        foreach (var run in Enumerable.Range(0, Resumed).Select(_ => random.Next(size)).Distinct())
        {
            if (places[run] is not { } place) continue;
            var began = Stopwatch.GetTimestamp();
            places[run] = await bench.GoOnAsync(run, ++turns[run], place);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"{size:N0} waiting: a task of a run that is not in memory, p50"), times[times.Count / 2], "ms"),
            new("  p99", times[(int)(0.99 * (times.Count - 1))], "ms"),
        ];
    }

    /// <summary>Twice: at the first start every journal is new to the checkpoint that is made after a minute; what counts is a start on a day like any other.</summary>
    private static async Task<IReadOnlyList<Figure>> StartUpAsync(string folder, bool largest)
    {
        double first;
        await using (var host = await IdleHost.StartAsync(folder))
        {
            await host.CheckpointAsync();
            first = host.Megabytes;
        }

        await using var again = await IdleHost.StartAsync(folder);
        await again.CheckpointAsync();
        return
        [
            largest ? Figure.Below(5, "  start-up of the product", again.StartUp.TotalSeconds, "s") : new("  start-up of the product", again.StartUp.TotalSeconds, "s"),
            largest ? Figure.Below(300, "  its memory when it has looked at every journal", again.Megabytes, "MB") : new("  its memory when it has looked at every journal", again.Megabytes, "MB"),
            new("  and when all of them are new to a checkpoint", first, "MB"),
        ];
    }
}
