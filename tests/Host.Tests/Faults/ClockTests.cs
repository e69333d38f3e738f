using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Kernel;
using Gongtui.Host.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>The machine's clock is wrong, jumps, or has gone on while the program slept.</summary>
public sealed class ClockTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gongtui-clock-");

    [SkippableFact]
    public async Task Jumps_backward_and_forward_stop_nobody_and_turn_no_journal_around()
    {
        using var shim = new Shim(_directory.FullName);
        using var crowd = new Crowd(20, output);
        await using (var host = await HostToKill.StartAsync(_directory.FullName, shim.Settings))
        {
            await crowd.WorkAsync(host, 20);
            foreach (var jump in new[] { TimeSpan.FromDays(-2), TimeSpan.FromDays(3), TimeSpan.FromDays(-400), TimeSpan.Zero })
            {
                shim.SetClock(jump);
                await crowd.WorkAsync(host, 20);
            }

            await host.KillAsync();
        }

        await crowd.CheckAsync(_directory.FullName);
        await using var after = new At(_directory.FullName);
        foreach (var (instance, times) in await TimesAsync(after))
        {
            Assert.True(times.SequenceEqual(times.Order()), $"{instance}: {string.Join(", ", times)}");
        }
    }

    /// <summary>Of a hundred runs, each with a day of its own, those that came due while the program was off go on once when it is started, and only once.</summary>
    [SkippableFact]
    public async Task A_month_asleep()
    {
        const int Runs = 100, Due = 62;
        using var shim = new Shim(_directory.FullName);
        await PrepareAsync(Enumerable.Range(1, Runs).Select(number => TimeSpan.FromHours(12 * number)));
        shim.SetClock(TimeSpan.FromHours((12 * Due) + 6));

        for (var start = 0; start < 2; start++)
        {
            await using var host = await HostToKill.StartAsync(_directory.FullName, shim.Settings);
            await UntilLeftAsync(Runs - Due);
            Assert.Equal(0, await host.TerminateAsync(TimeSpan.FromSeconds(10)));
        }

        await using var after = new At(_directory.FullName);
        Assert.Equal(Due, await FiredOnceAsync(after));
    }

    /// <summary>While the program works: forward, back, and forward again over the same timer.</summary>
    [SkippableFact]
    public async Task A_timer_fires_once_however_the_clock_jumps()
    {
        using var shim = new Shim(_directory.FullName);
        await PrepareAsync([TimeSpan.FromHours(1), TimeSpan.FromHours(5)]);
        await using (var host = await HostToKill.StartAsync(_directory.FullName, shim.Settings))
        {
            shim.SetClock(TimeSpan.FromHours(2));
            await UntilLeftAsync(1);
            shim.SetClock(TimeSpan.FromHours(-3));
            await Task.Delay(500);
            shim.SetClock(TimeSpan.FromHours(6));
            await UntilLeftAsync(0);
            Assert.Equal(0, await host.TerminateAsync(TimeSpan.FromSeconds(10)));
        }

        await using var after = new At(_directory.FullName);
        Assert.Equal(2, await FiredOnceAsync(after));
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private async Task PrepareAsync(IEnumerable<TimeSpan> delays)
    {
        await using (var host = new At(_directory.FullName))
        {
            var number = 0;
            foreach (var delay in delays)
            {
                await host.PublishAsync(SmallProcedures.Delay($"wait-{++number}", 1, delay));
                Assert.IsType<Outcome.Accepted>(await host.StartAsync($"wait-{number}", $"run-{number}"));
            }
        }

        SqliteConnection.ClearAllPools();
    }

    private async Task UntilLeftAsync(long timers)
    {
        var left = -1L;
        for (var patience = 0; patience < 400 && left != timers; patience++)
        {
            await Task.Delay(100);
            await using var database = new SqliteConnection($"Data Source={Path.Combine(_directory.FullName, "gongtui.db")};Mode=ReadOnly;Pooling=False");
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = "SELECT count(*) FROM timer";
            left = (long)(await command.ExecuteScalarAsync())!;
        }

        Assert.Equal(timers, left);
    }

    /// <returns>How many runs went on; each did so once, and not before it was due.</returns>
    private static async Task<int> FiredOnceAsync(TestHost host)
    {
        var (reader, fired) = (host.Services.GetRequiredService<JournalReader>(), 0);
        foreach (var instance in await host.Services.GetRequiredService<IJournalDatabase>().InstancesAsync())
        {
            Assert.Null(await reader.VerifyAsync(instance));
            var entries = await reader.EntriesAsync(instance, 0, long.MaxValue);
            if (entries.OfType<TimerFired>().ToArray() is not [_, ..] went) continue;
            Assert.True(Assert.Single(went).At >= entries.OfType<Waiting>().Single().Due);
            Assert.NotNull((await reader.LoadAsync(instance))!.State.End);
            fired++;
        }

        return fired;
    }

    private static async Task<IReadOnlyList<(string Instance, DateTimeOffset[] Times)>> TimesAsync(TestHost host)
    {
        var (reader, all) = (host.Services.GetRequiredService<JournalReader>(), new List<(string, DateTimeOffset[])>());
        foreach (var instance in await host.Services.GetRequiredService<IJournalDatabase>().InstancesAsync())
            all.Add((instance, [.. (await reader.EntriesAsync(instance, 0, long.MaxValue)).OfType<CommandEntry>().Select(entry => entry.At)]));
        return all;
    }

    private sealed class At(string directory) : TestHost(("Gongtui:DataDirectory", directory));
}
