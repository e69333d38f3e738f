using Gongtui.Benchmarks.History;
using Gongtui.Benchmarks.Limits;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Sqlite;

namespace Gongtui.Benchmarks.Casting;

/// <summary>How many sheets a second are on the disk, flag and sheet together, before their electors hold a receipt.</summary>
internal static class CastFigures
{
    /// <summary>More electors than this machine lets cast in the time.</summary>
    private const int Electors = 600_000;

    private const int SheetLength = 256;

    /// <remarks>The limit is a machine that does nothing but insert the flag and the sheet, on one core (ENGINE 1).</remarks>
    public static async Task<IReadOnlyList<Figure>> FiguresAsync(TimeSpan each, MachineLimits limits)
    {
        var figures = new List<Figure>();
        foreach (var voters in new[] { 16, 64, 256 })
        {
            var cast = await CastAsync(voters, each);
            figures.Add(Figure.OfLimit(0.15, $"sheets cast, durable, {voters} voters at a time", cast.PerSecond, "sheets/s", limits.Insert / 2));
            figures.Add(new("  receipt p50", cast.At(0.5), "ms"));
            figures.Add(new("  receipt p99", cast.At(0.99), "ms"));
            figures.Add(new("  processor time of a sheet", cast.Processor, "µs"));
        }

        return figures;
    }

    private static async Task<Latencies> CastAsync(int voters, TimeSpan each)
    {
        var folder = Directory.CreateTempSubdirectory("gongtui-bench-");
        try
        {
            using var boxes = new BoxDatabase(new SqliteBoxes(Path.Combine(folder.FullName, "boxes.db")), TimeProvider.System, reason => throw reason);
            var electors = Enumerable.Range(0, Electors).Select(n => $"p-{n:D7}").ToArray();
            await boxes.OpenAsync("bench/1", electors);
            // People come in no order of the roll.
            new Random(7).Shuffle(electors);
            var (next, sheet) = (-1, new byte[SheetLength]);
            return await Latencies.OfAsync(voters, each, async _ =>
            {
                var elector = electors[Interlocked.Increment(ref next)];
                if ((await boxes.CastAsync("bench/1", elector, sheet, elector)).Status != CastStatus.Accepted) throw new InvalidOperationException("A sheet was refused.");
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
