using System.Globalization;
using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>People who work at a Host, and what they were told was done.</summary>
internal sealed class Crowd : IDisposable
{
    /// <summary>Set it to the printed number to have the same people make the same choices again.</summary>
    private const string SeedVariable = "GONGTUI_KILL_SEED";

    private readonly ITestOutputHelper _output;
    private readonly List<Person> _people;

    /// <param name="mayStart">Asked before an election is started.</param>
    public Crowd(int people, ITestOutputHelper output, Func<bool>? mayStart = null)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"{SeedVariable}={seed}");
        (_output, Random) = (output, new Random(seed));
        var all = Demo();
        _people = [.. Enumerable.Range(0, people).Select(number => all[number % all.Length]).Select(person => new Person(person.Id, person.IsStaff, Ledger, Random.Next(), mayStart))];
    }

    public Ledger Ledger { get; } = new();

    public Random Random { get; }

    /// <summary>They work until so much more was confirmed to them, and go on while <paramref name="then"/> happens, which ends the Host or them.</summary>
    public async Task WorkAsync(HostToKill host, int deeds, Func<Task> then)
    {
        using var gone = new CancellationTokenSource();
        var work = Task.WhenAll(_people.Select(person => person.WorkAsync(host.Address, gone.Token)));
        var until = Ledger.Count + deeds;
        for (var patience = 0; Ledger.Count < until && patience < 6000; patience++) await Task.Delay(10);
        var reached = Ledger.Count;
        await then();
        await gone.CancelAsync();
        await work;
        _output.WriteLine($"acknowledged so far: {string.Join(", ", Ledger.Acknowledged.Select(done => $"{done.Count()} {done.Key}"))}");
        Assert.True(reached >= until, $"In a minute only {reached} of {until} things were done. The Host said:\n{host.Output}");
    }

    /// <summary>They work for a while, and all is well.</summary>
    public Task WorkAsync(HostToKill host, int deeds) => WorkAsync(host, deeds, () => Task.CompletedTask);

    /// <summary>Nothing that was acknowledged is lost, nothing is there twice, and every chain verifies.</summary>
    public async Task CheckAsync(string directory, params (string Key, string Value)[] settings)
    {
        await using var aftermath = new Aftermath(directory, settings);
        await aftermath.CheckJournalsAsync();
        await aftermath.CheckProjectionsAsync();
        await aftermath.CheckLedgerAsync(Ledger);
    }

    public void Dispose() => _people.ForEach(person => person.Dispose());

    /// <summary>The demo's people: once each, and in a larger crowd some of them a second time at another device.</summary>
    private static (string Id, bool IsStaff)[] Demo()
    {
        using var seeds = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SourceFiles.Root, "seeds", "demo.json")));
        return [.. seeds.RootElement.GetProperty("people").EnumerateArray().Select(person => (
            person.GetProperty("id").GetString()!,
            person.TryGetProperty("roles", out var roles) && roles.EnumerateArray().Any(role => role.GetString()!.StartsWith("staff", StringComparison.Ordinal))))];
    }
}
