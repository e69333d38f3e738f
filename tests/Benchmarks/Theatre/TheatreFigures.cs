using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Gongtui.Benchmarks.Limits;
using Gongtui.Benchmarks.Studio;

namespace Gongtui.Benchmarks.Theatre;

/// <summary>What an auditor waits for with a long history: the first picture, dragging the slider, and the verification.</summary>
internal static class TheatreFigures
{
    private const int Entries = 100_000;
    private const int Verifications = 5;

    public static async Task<IReadOnlyList<Figure>> FiguresAsync(MachineLimits limits)
    {
        var folder = Directory.CreateTempSubdirectory("gongtui-bench-");
        try
        {
            var keys = await LongElection.PrepareAsync(Path.Combine(folder.FullName, "gongtui.db"));
            long length;
            var (filling, fillingAddress) = await HostProcess.StartAsync(folder.FullName);
            await using (filling)
                length = await LongElection.FillAsync(fillingAddress, keys, Entries);

            // Nothing of the history is in memory, as after a restart in the night.
            var (host, address) = await HostProcess.StartAsync(folder.FullName, pages: true);
            await using (host)
                return [.. await ScreenFigures.FiguresAsync(address, LongElection.Instance), .. await VerifyingAsync(address, keys, length, limits)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The page's own verification: chain, fold, boxes, outcomes and every inequality.</summary>
    private static async Task<IReadOnlyList<Figure>> VerifyingAsync(Uri address, Keys keys, long length, MachineLimits limits)
    {
        using var auditor = LongElection.Client(address, keys.Auditor);
        var best = double.MaxValue;
        for (var time = 0; time < Verifications; time++)
        {
            var began = Stopwatch.GetTimestamp();
            var found = await auditor.GetFromJsonAsync<JsonElement>($"/api/elections/{LongElection.Instance}/journal/verify");
            if (!found.GetProperty("holds").GetBoolean()) throw new InvalidOperationException(found.ToString());
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return
        [
            Figure.OfLimit(0.4, "verify on the page: chain, fold, boxes, rules", length / best, "entries/s", 1 / ((1 / limits.Read) + (1 / limits.Hash288))),
            new("  of 100,000 entries", best * 1000 * Entries / length, "ms"),
        ];
    }
}
