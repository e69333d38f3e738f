using Gongtui.Host.Tests.Persistence;
using Npgsql;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>The real process with its database at the end of a line that becomes slow, hangs and is cut, while people work.</summary>
public sealed class SlowDatabaseTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task A_slow_line_a_stuck_one_and_a_cut_one_lose_nothing_and_the_work_goes_on()
    {
        var database = new NpgsqlConnectionStringBuilder(PostgresServer.NewDatabase());
        await using var line = new SlowLine(database.Host!, database.Port);
        var direct = database.ConnectionString;
        (database.Host, database.Port) = ("127.0.0.1", line.Port);
        var directory = Directory.CreateTempSubdirectory("gongtui-slow-").FullName;
        using var crowd = new Crowd(12, output);
        await using (var host = await HostToKill.StartAsync(directory, Settings(database.ConnectionString)))
        {
            await crowd.WorkAsync(host, 10);
            line.Delay = TimeSpan.FromMilliseconds(15);
            await crowd.WorkAsync(host, 5);
            line.Stuck = true;
            var stuck = crowd.WorkAsync(host, 3);
            await Task.Delay(TimeSpan.FromSeconds(4));
            line.Stuck = false;
            await stuck;
            line.Delay = TimeSpan.Zero;
            await crowd.WorkAsync(host, 5, async () =>
            {
                line.Cut();
                await Task.Delay(TimeSpan.FromSeconds(1));
                line.Cut();
            });
            await crowd.WorkAsync(host, 8);
            Assert.Equal(0, await host.TerminateAsync(TimeSpan.FromSeconds(10)));
        }

        await crowd.CheckAsync(directory, [.. Settings(direct).Select(setting => (setting.Name.Replace("__", ":", StringComparison.Ordinal), setting.Value))]);
        Directory.Delete(directory, recursive: true);
    }

    private static (string Name, string Value)[] Settings(string address) => [("Database__Provider", "Postgres"), ("ConnectionStrings__Default", address)];
}
