using System.Diagnostics;
using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>The real process under people for half an hour. Run by the script <c>tests/soak</c>, not by <c>./test</c>.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    /// <summary>How long, in minutes.</summary>
    private const string Variable = "GONGTUI_SOAK_MINUTES";

    private const int People = 50;

    /// <summary>Elections a minute; many in the first third, the warm-up, in which everything that is kept in memory for a while fills.</summary>
    private const int StartsInWarmUp = 40, Starts = 6;

    private const double Flat = 1.10;

    [SkippableFact]
    public async Task Memory_stays_flat_within_ten_percent()
    {
        Skip.IfNot(double.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var minutes), "A soak of half an hour is a script of its own: tests/soak");
        var directory = Directory.CreateTempSubdirectory("gongtui-soak-").FullName;
        var (length, clock, samples) = (TimeSpan.FromMinutes(minutes), Stopwatch.StartNew(), new List<double>());
        var started = 0;
        using var crowd = new Crowd(People, output, () => Volatile.Read(ref started) < 5 + (StartsInWarmUp * Math.Min(clock.Elapsed.TotalMinutes, minutes / 3)) + (Starts * clock.Elapsed.TotalMinutes) && Interlocked.Increment(ref started) > 0);
        await using (var host = await HostToKill.StartAsync(directory))
        {
            Say("  minute   RSS MB   elections   deeds");
            await crowd.WorkAsync(host, 1, async () =>
            {
                for (clock.Restart(); clock.Elapsed < length;)
                {
                    await Task.Delay(TimeSpan.FromSeconds(10));
                    Assert.False(host.HasEnded, host.Output);
                    samples.Add(host.Resident / 1048576.0);
                    Say($"{clock.Elapsed.TotalMinutes,8:F1} {samples[^1],8:F0} {crowd.Ledger.Acknowledged[Deed.Start].Count(),11} {crowd.Ledger.Count,7}");
                }
            });
            Assert.Equal(0, await host.TerminateAsync(TimeSpan.FromSeconds(10)));
        }

        // The first third is the warm-up; then the middle third is held against the last.
        var third = samples.Count / 3;
        var (before, after) = (Median(samples[third..(2 * third)]), Median(samples[(2 * third)..]));
        Say($"after warm-up {before:F0} MB, at the end {after:F0} MB: {after / before - 1:P1} (bar {Flat - 1:P0})");
        Assert.InRange(after / before, 0, Flat);
        await crowd.CheckAsync(directory);
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>At once, for who watches.</summary>
    private void Say(string line)
    {
        output.WriteLine(line);
        Console.WriteLine(line);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
