using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>kill -9 of the real process at random moments while fifty people work, at journals and at boxes.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 4;
    private const int People = 50;
    private const int MostBetweenKills = 120;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled()
    {
        var directory = Directory.CreateTempSubdirectory("gongtui-kill-").FullName;
        using var crowd = new Crowd(People, output);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostToKill.StartAsync(directory);
            await crowd.WorkAsync(host, crowd.Random.Next(5, MostBetweenKills), async () =>
            {
                await Task.Delay(crowd.Random.Next(100));
                await host.KillAsync();
            });
        }

        await crowd.CheckAsync(directory);
        Directory.Delete(directory, recursive: true);
    }
}
