using Gongtui.Benchmarks.Limits;

namespace Gongtui.Benchmarks.History;

/// <summary>How many runs and resumptions a second reach the disk.</summary>
internal static class Throughput
{
    private const int Starters = 128;

    public static async Task<IReadOnlyList<Figure>> FiguresAsync(TimeSpan each, MachineLimits limits)
    {
        var figures = new List<Figure>();
        await StartsAsync(each, limits, figures);
        foreach (var (people, bar) in new[] { (1, 0), (8, 3000), (64, 5000) })
            await ResumesAsync(each, people, bar, figures);
        return figures;
    }

    /// <summary>The limit is a machine that only inserts and hashes each entry.</summary>
    private static async Task StartsAsync(TimeSpan each, MachineLimits limits, List<Figure> figures)
    {
        await using var bench = await Bench.OpenAsync();
        var (next, entries) = (0, 0L);
        var starts = await Latencies.OfAsync(Starters, each, async _ => entries = await bench.StartAsync(Bench.Trivial, Interlocked.Increment(ref next)));
        figures.Add(Figure.AtLeast(4000, "7-step runs, persisted", starts.PerSecond, "runs/s"));
        figures.Add(Figure.OfLimit(0.15, "  entries of them", starts.PerSecond * entries, "entries/s", 1 / ((1 / limits.Insert) + (1 / limits.Hash96))));
        figures.Add(new($"  p99 with {Starters} callers", starts.At(0.99), "ms"));
        figures.Add(new("  processor time of a run", starts.Processor, "µs"));
    }

    /// <summary>People complete the seven tasks of a run, each of another run, and start the next run when one is finished: one operation in eight.</summary>
    private static async Task ResumesAsync(TimeSpan each, int people, int bar, List<Figure> figures)
    {
        await using var bench = await Bench.OpenAsync();
        var (runs, turns, places, next) = (new int[people], new int[people], new string?[people], 0);
        var resumes = await Latencies.OfAsync(people, each, async person =>
        {
            if (places[person] is { } place)
                places[person] = await bench.GoOnAsync(runs[person], ++turns[person], place);
            else
                (turns[person], places[person]) = (0, await bench.BeginAsync(Bench.Tasks, runs[person] = Interlocked.Increment(ref next)));
        });
        var name = $"complete → next task → on disk, {people} at a time";
        figures.Add(bar == 0 ? new(name, resumes.PerSecond, "tasks/s") : Figure.AtLeast(bar, name, resumes.PerSecond, "tasks/s"));
        figures.Add(new("  p50", resumes.At(0.5), "ms"));
        figures.Add(bar == 0 ? new("  p99", resumes.At(0.99), "ms") : Figure.Below(20, "  p99", resumes.At(0.99), "ms"));
        figures.Add(new("  processor time of a task", resumes.Processor, "µs"));
    }
}
