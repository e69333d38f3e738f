using System.Globalization;
using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>kill -9 of the real process at random moments while fifty people work.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 4;
    private const int People = 50;
    private const int MostBetweenKills = 120;

    /// <summary>Set it to the printed number to have the same people make the same choices again.</summary>
    private const string SeedVariable = "GONGTUI_KILL_SEED";

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"{SeedVariable}={seed}");
        var (random, ledger) = (new Random(seed), new Ledger());
        var directory = Directory.CreateTempSubdirectory("gongtui-kill-").FullName;
        var people = Crowd(ledger, random);

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostToKill.StartAsync(directory);
            using var gone = new CancellationTokenSource();
            var work = Task.WhenAll(people.Select(person => person.WorkAsync(host.Address, gone.Token)));
            var until = ledger.Count + random.Next(5, MostBetweenKills);
            for (var patience = 0; ledger.Count < until && patience < 6000; patience++) await Task.Delay(10);
            await Task.Delay(random.Next(100));
            await host.KillAsync();
            await gone.CancelAsync();
            await work;
            output.WriteLine($"killed after {string.Join(", ", ledger.Acknowledged.Select(deeds => $"{deeds.Count()} {deeds.Key}"))}");
            Assert.True(ledger.Count >= until, $"In a minute only {ledger.Count} of {until} things were done. The Host said:\n{host.Output}");
        }

        people.ForEach(person => person.Dispose());
        await using (var aftermath = new Aftermath(directory))
        {
            await aftermath.CheckJournalsAsync();
            await aftermath.CheckProjectionsAsync();
            await aftermath.CheckLedgerAsync(ledger);
        }

        Directory.Delete(directory, recursive: true);
    }

    /// <summary>The demo's people, once each and then some of them a second time at another device.</summary>
    private static List<Person> Crowd(Ledger ledger, Random random)
    {
        using var seeds = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SourceFiles.Root, "seeds", "demo.json")));
        var all = seeds.RootElement.GetProperty("people").EnumerateArray().Select(person => (
            Id: person.GetProperty("id").GetString()!,
            IsStaff: person.TryGetProperty("roles", out var roles) && roles.EnumerateArray().Any(role => role.GetString()!.StartsWith("staff", StringComparison.Ordinal)))).ToArray();
        return [.. Enumerable.Range(0, People).Select(number => all[number % all.Length]).Select(person => new Person(person.Id, person.IsStaff, ledger, random.Next()))];
    }
}
