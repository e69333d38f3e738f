using System.Diagnostics;
using System.Globalization;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace Gongtui.Benchmarks.History;

/// <summary>What runs cost when nothing happens: bytes on the disk, bytes of memory.</summary>
internal static class Footprint
{
    private const int Completed = 2000;
    private const int Waiting = 10_000;
    private const int AtOnce = 64;

    public static async Task<IReadOnlyList<Figure>> FiguresAsync() => [.. await DiskAsync(), await MemoryAsync()];

    private static async Task<IReadOnlyList<Figure>> DiskAsync()
    {
        await using var bench = await Bench.OpenAsync();
        var empty = new FileInfo(bench.File).Length;
        await Parallel.ForAsync(0, Completed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (instance, _) =>
        {
            var place = await bench.BeginAsync(Bench.Tasks, instance);
            for (var turn = 1; place is not null; turn++)
                place = await bench.GoOnAsync(instance, turn, place);
        });
        await bench.Store.DisposeAsync();
        var grown = new FileInfo(bench.File).Length;
        Vacuum(bench.File);
        return
        [
            Figure.Below(9 * 1024, "disk for a finished run of 7 tasks", (double)(grown - empty) / Completed, "bytes"),
            new("  after VACUUM", (double)(new FileInfo(bench.File).Length - empty) / Completed, "bytes"),
        ];
    }

    private static void Vacuum(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var vacuum = connection.CreateCommand();
        vacuum.CommandText = "VACUUM";
        vacuum.ExecuteNonQuery();
    }

    /// <summary>The real product, started on a directory in which ten thousand runs wait.</summary>
    private static async Task<Figure> MemoryAsync()
    {
        await using var bench = await Bench.OpenAsync();
        await Parallel.ForAsync(0, Waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (instance, _) => await bench.BeginAsync(Bench.Tasks, instance));
        await bench.Store.DisposeAsync();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(JournalDatabase).Assembly.Location, "--Gongtui:DataDirectory", bench.Folder, "--urls", "http://127.0.0.1:0" })
            start.ArgumentList.Add(argument);
        using var host = Process.Start(start)!;
        try
        {
            while (await host.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Gongtui ready", StringComparison.Ordinal))
                continue;
            await Task.Delay(TimeSpan.FromSeconds(10));
            return Figure.Below(200, "memory of the idle product with 10,000 waiting runs", Resident(host.Id) / 1024.0, "MB");
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
        }
    }

    /// <summary>Resident kibibytes.</summary>
    private static long Resident(int process) =>
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var size, ..]
            ? long.Parse(size, CultureInfo.InvariantCulture) : 0;
}
