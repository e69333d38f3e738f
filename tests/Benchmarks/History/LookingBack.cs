using System.Diagnostics;

namespace Gongtui.Benchmarks.History;

/// <summary>Loading a long history, and jumping about in it.</summary>
internal static class LookingBack
{
    private const int Entries = 100_000;
    private const int Seeks = 500;

    public static async Task<IReadOnlyList<Figure>> FiguresAsync()
    {
        await using var bench = await Bench.OpenAsync();
        var (turn, place) = (0, await bench.BeginAsync(Bench.Loop, 0));
        while (await LengthAsync(bench) < Entries)
        {
            for (var some = 0; some < 500; some++)
                place = await bench.GoOnAsync(0, ++turn, place!);
        }

        await bench.RestartAsync();
        var verify = new List<double>();
        for (var time = 0; time < 5; time++)
        {
            var began = Stopwatch.GetTimestamp();
            if (await bench.Runtime.Reader.VerifyAsync(Bench.Name(0)) is { } fault)
                throw new InvalidOperationException(fault.Reason);
            verify.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var (length, random, seeks) = (await LengthAsync(bench), new Random(7), new List<double>());
        // The history is cold, the code is not: a server that was started a minute ago.
        for (var time = 0; time < Seeks; time++)
            await bench.Runtime.Reader.SeekAsync(Bench.Name(0), random.NextInt64(1, length + 1));
        await bench.RestartAsync();
        for (var time = 0; time < Seeks; time++)
        {
            var to = random.NextInt64(1, length + 1);
            var began = Stopwatch.GetTimestamp();
            await bench.Runtime.Reader.SeekAsync(Bench.Name(0), to);
            seeks.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        seeks.Sort();
        return
        [
            Figure.Below(500, "load, verify and fold 100,000 entries", verify.Min() * Entries / length, "ms"),
            new("  the first time", verify[0] * Entries / length, "ms"),
            new("seek to any entry, from the disk: p50", seeks[Seeks / 2], "ms"),
            Figure.Below(2, "  p99", seeks[Seeks * 99 / 100], "ms"),
        ];
    }

    private static async Task<long> LengthAsync(Bench bench) => (await bench.Runtime.Reader.LoadAsync(Bench.Name(0)))!.State.Sequence;
}
