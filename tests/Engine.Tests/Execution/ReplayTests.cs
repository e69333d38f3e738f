using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Engine.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Engine.Tests.Execution;

/// <summary>
/// Random diagram, random path; after every step the process is restarted, the journal is folded from the beginning, from snapshots and up to a random entry,
/// and the whole state is compared with the one that went on living.
/// </summary>
public sealed class ReplayTests(ITestOutputHelper output)
{
    private static readonly string[] Modes = ["Stream", "Merge", "Converge", "Cascade", "Race", "None"];

    [Fact]
    public async Task What_is_folded_equals_what_ran()
    {
        for (var round = 0; round < 60; round++)
        {
            var seed = Environment.GetEnvironmentVariable("GONGTUI_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
            try
            {
                await WalkAsync(new Random(seed));
            }
            catch
            {
                output.WriteLine($"Run again with GONGTUI_SEED={seed}");
                throw;
            }
        }
    }

    private static async Task WalkAsync(Random random)
    {
        var bench = new Bench { Options = new RuntimeOptions { SnapshotEvery = random.Next(2, 40), CachedInstances = 1, Limits = new BurstLimits(40, TimeSpan.FromSeconds(20)), NewId = () => Guid.Empty } };
        bench.Restart();
        // The same moment, as a calendar of Beijing says it: what a timer waits for is computed in local time.
        if (random.Next(2) == 0) bench.Now = bench.Now.ToOffset(TimeSpan.FromHours(8));
        await bench.RunAsync(RandomDiagram(random));
        for (var step = 0; step < 10; step++)
        {
            var state = await CompareAsync(bench, random);
            if (state.End is not null || !await StepAsync(bench, state, random))
                break;
        }
        await CompareAsync(bench, random);
    }

    private static async Task<InstanceState> CompareAsync(Bench bench, Random random)
    {
        var loaded = await bench.StateAsync();
        Assert.Null(await bench.Runtime.Reader.VerifyAsync("i1"));
        var whole = bench.Runtime.Reader.Empty();
        foreach (var entry in await bench.Runtime.Reader.EntriesAsync("i1", 0, long.MaxValue))
            whole.Apply(entry);
        Assert.Equal(loaded.Save(), whole.Save());
        var at = random.NextInt64(1, loaded.Sequence + 1);
        var part = bench.Runtime.Reader.Empty();
        foreach (var entry in await bench.Runtime.Reader.EntriesAsync("i1", 0, at))
            part.Apply(entry);
        Assert.Equal(part.Save(), (await bench.Runtime.Reader.SeekAsync("i1", at))!.Save());
        if (random.Next(2) == 0)
            bench.Restart();
        return loaded;
    }

    private static async Task<bool> StepAsync(Bench bench, InstanceState state, Random random)
    {
        bench.Now = bench.Now.AddHours(random.Next(1, 50));
        if (state.Incidents.FirstOrDefault(i => i.Open) is { } incident && random.Next(2) == 0)
        {
            await bench.Runtime.SendAsync(random.Next(2) == 0 ? new RetryCommand("i1", incident.Number) { Now = bench.Now } : new SkipCommand("i1", incident.Number, "Done", null) { Now = bench.Now });
            return true;
        }
        if (await bench.Runtime.FireTimersAsync(bench.Now) > 0)
            return true;
        if (state.Bookmarks.Count == 0)
            return false;
        var place = state.Bookmarks.ElementAt(random.Next(state.Bookmarks.Count));
        var input = new Dictionary<string, object?> { ["answer"] = random.Next(6) == 0 ? "refuse" : "Done", ["close"] = random.Next(3) == 0 };
        await bench.Runtime.SendAsync(new ResumeCommand("i1", place.Id) { Now = bench.Now, By = $"p{random.Next(5)}", Input = input });
        return true;
    }

    private static Diagram RandomDiagram(Random random)
    {
        var diagram = new Diagram().Variable("N", "Int32", "0").Variable("Text", "String").Fork("s0", "A", "B");
        var size = random.Next(3, 12);
        for (var i = 1; i <= size; i++)
            AddStep(diagram, $"s{i}", random);
        diagram.Connect($"s0:A > s1", $"s0:B > s{random.Next(1, size + 1)}");
        for (var i = 1; i <= size; i++)
        {
            foreach (var _ in Enumerable.Range(0, random.Next(1, 3)))
            {
                var target = random.Next(5) == 0 ? random.Next(1, size + 1) : random.Next(i, size + 1);
                diagram.Connect(target == i ? $"s{i}:Other > s{target}" : $"s{i} > s{target}");
            }
        }
        return diagram;
    }

    private static void AddStep(Diagram diagram, string id, Random random)
    {
        var mode = ("customProperties", (System.Text.Json.Nodes.JsonNode)new System.Text.Json.Nodes.JsonObject { ["mergeMode"] = Modes[random.Next(Modes.Length)] });
        _ = random.Next(8) switch
        {
            0 => diagram.Add(id, "WriteLine", mode, ("text", Diagram.Script("'n is ' + variables.N + ' 字'"))),
            1 => diagram.Add(id, "SetVariable", mode, ("variable", Diagram.VariableNamed("N")), ("value", Diagram.Script("getN() + 0.5"))),
            2 => diagram.Add(id, "SetVariable", mode, ("variable", Diagram.VariableNamed("Text")), ("value", Diagram.Script("({ a: [1, null, 'x'], n: getN() })"))),
            3 => diagram.Add(id, "Delay", mode, ("timeSpan", Diagram.Literal("1.00:00:00"))),
            4 => diagram.Add(id, "Test.Mailbox", mode),
            5 => diagram.Add(id, "Test.Fragile", mode, ("broken", Diagram.Script("getN() > 1"))),
            6 => diagram.Add(id, "SetOutput", mode, ("outputName", Diagram.Literal("Out")), ("outputValue", Diagram.Script("getN()"))),
            _ => diagram.Add(id, "Test.Ask", mode),
        };
    }
}
