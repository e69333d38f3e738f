using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Engine.Tests.Support;
using Xunit;

namespace Gongtui.Engine.Tests.Journal;

/// <summary>
/// Histories that an older release wrote, with their definition and the state that came of them. They are never deleted and never rewritten: a history of release N
/// replays in every later one. A new one is recorded by running this test with GONGTUI_RECORD set to its name.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Journal", "Golden");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.journal.ndjson").Select(f => Path.GetFileName(f)[..^".journal.ndjson".Length]).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_old_history_replays_to_the_state_it_had(string name)
    {
        var graph = Diagram.Compiler.Compile(WorkflowDefinition.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder, $"{name}.definition.json"))));
        var state = new InstanceState(new Bench(graph), []);
        foreach (var entry in Engine.Journal.EntryReader.Read(await File.ReadAllBytesAsync(Path.Combine(Folder, $"{name}.journal.ndjson"))))
            state.Apply(entry);
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.state.json")));
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(state.Save())), $"{name} folds to another state now: {System.Text.Encoding.UTF8.GetString(state.Save())}");
    }

    [Fact]
    public async Task There_are_golden_histories_and_a_new_one_can_be_recorded()
    {
        if (Environment.GetEnvironmentVariable("GONGTUI_RECORD") is { Length: > 0 } name)
            await RecordAsync(name);
        Assert.NotEmpty(Names);
    }

    /// <summary>A run that meets loops, joins, refusals, timers, failures and facts, and stops in the middle.</summary>
    private static async Task RecordAsync(string name)
    {
        var bench = new Bench();
        var diagram = new Diagram { Id = "golden" }.Variable("N", "Int32", "0").Input("Who", "String").Fork("fork", "A", "B", "C")
            .Add("ask", "Test.Ask").Add("sleep", "Delay", ("timeSpan", Diagram.Literal("5.00:00:00"))).Add("box", "Test.Mailbox")
            .Add("more", "SetVariable", ("variable", Diagram.VariableNamed("N")), ("value", Diagram.Script("getN() + 1")))
            .Add("fragile", "Test.Fragile", ("broken", Diagram.Script("getN() > 1"))).Write("joined", "Merge").Add("last", "Test.Ask")
            .Connect("fork:A > ask", "fork:B > sleep", "fork:C > box", "ask:Again > more", "more > fragile", "fragile > ask", "ask > joined", "sleep > joined", "box > joined", "joined > last");
        var graph = bench.Know(diagram.Compile());
        await bench.StartAsync(graph, input: new Dictionary<string, object?> { ["Who"] = "甲" });
        await bench.ResumeAsync("ask", input: new Dictionary<string, object?> { ["answer"] = "Again" });
        await bench.ResumeAsync("box");
        await bench.ResumeAsync("ask", input: new Dictionary<string, object?> { ["answer"] = "Again" });
        await bench.Runtime.SendAsync(new SkipCommand("i1", 1, "Done", "known") { Now = bench.Now, By = "staff" });
        bench.Now = bench.Now.AddDays(6);
        await bench.Runtime.FireTimersAsync(bench.Now);
        await bench.ResumeAsync("ask");
        await bench.ResumeAsync("box", input: new Dictionary<string, object?> { ["close"] = true });
        var source = Path.Combine(Folder, "..", "..", "..", "..", "..", "Journal", "Golden");
        var lines = (await bench.Store.ReadAsync("i1", 0, long.MaxValue)).SelectMany(b => b.Lines).ToArray();
        await File.WriteAllBytesAsync(Path.Combine(source, $"{name}.journal.ndjson"), lines);
        await File.WriteAllTextAsync(Path.Combine(source, $"{name}.definition.json"), diagram.Json().ToJsonString());
        await File.WriteAllBytesAsync(Path.Combine(source, $"{name}.state.json"), (await bench.StateAsync()).Save());
    }
}
