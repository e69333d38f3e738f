using Elsa.Workflows;
using Gongtui.Engine.Tests.Support;
using Xunit;

namespace Gongtui.Engine.Tests.Flow;

/// <summary>The token rules of Elsa 3.8's flowchart. The expected lines are what Elsa itself writes.</summary>
public sealed class MergeTests
{
    private static Diagram ThreeBranches(string? mode) => new Diagram()
        .Fork("fork", "A", "B", "C").Write("a").Write("b").Write("c").Write("b2").Write("m", mode).Write("z")
        .Connect("fork:A > a", "fork:B > b", "fork:C > c", "b > b2", "a > m", "b2 > m", "c > m", "m > z");

    [Theory]
    [InlineData(null, "a b c b2 m z", WorkflowSubStatus.Finished)]
    [InlineData("Stream", "a b c b2 m z", WorkflowSubStatus.Finished)]
    [InlineData("Merge", "a b c b2 m z", WorkflowSubStatus.Finished)]
    [InlineData("Converge", "a b c b2 m z", WorkflowSubStatus.Finished)]
    [InlineData("Race", "a b c m b2 z", WorkflowSubStatus.Suspended)]
    [InlineData("Cascade", "a b c m b2 z", WorkflowSubStatus.Suspended)]
    public async Task Branches_meet_by_the_mode_of_the_target(string? mode, string lines, WorkflowSubStatus status)
    {
        var bench = new Bench();
        var state = await bench.RunAsync(ThreeBranches(mode));
        Assert.Equal(lines, string.Join(' ', bench.Lines));
        Assert.Equal(status, state.SubStatus);
    }

    [Theory]
    [InlineData("WaitAll", "a c")]
    [InlineData("WaitAny", "a c z")]
    public async Task A_join_waits_for_all_or_for_the_first(string mode, string before)
    {
        var bench = new Bench();
        var state = await bench.RunAsync(new Diagram().Fork("fork", "A", "B", "C").Write("a").Add("ask", "Test.Ask").Write("c")
            .Add("join", "FlowJoin", ("mode", Diagram.Literal(mode))).Write("z")
            .Connect("fork:A > a", "fork:B > ask", "fork:C > c", "a > join", "ask > join", "c > join", "join > z"));
        Assert.Equal(before, string.Join(' ', bench.Lines));
        if (mode == "WaitAny")
        {
            Assert.Empty(state.Bookmarks);
            Assert.Equal(WorkflowSubStatus.Finished, state.SubStatus);
            return;
        }
        await bench.ResumeAsync("ask");
        Assert.Equal("a c z", string.Join(' ', bench.Lines));
        Assert.Equal(WorkflowSubStatus.Finished, (await bench.StateAsync()).SubStatus);
    }

    [Theory]
    [InlineData("Stream", "A C", WorkflowSubStatus.Finished)]
    [InlineData("Merge", "A", WorkflowSubStatus.Suspended)]
    [InlineData("Converge", "A", WorkflowSubStatus.Suspended)]
    public async Task A_dead_branch_blocks_all_but_streams(string mode, string lines, WorkflowSubStatus status)
    {
        var bench = new Bench();
        var state = await bench.RunAsync(new Diagram().Fork("fork", "1", "2").Write("A").Add("never", "FlowDecision", ("condition", Diagram.Script("false"))).Write("B").Write("C", mode)
            .Connect("fork:1 > A", "fork:2 > never", "never:True > B", "A > C", "B > C"));
        Assert.Equal(lines, string.Join(' ', bench.Lines));
        Assert.Equal(status, state.SubStatus);
    }

    [Fact]
    public async Task A_loop_back_runs_the_same_step_again()
    {
        var bench = new Bench();
        var state = await bench.RunAsync(new Diagram().Variable("N", "Int32", "0").Write("start")
            .Add("more", "SetVariable", ("variable", Diagram.VariableNamed("N")), ("value", Diagram.Script("getN() + 1")))
            .Add("enough", "FlowDecision", ("condition", Diagram.Script("variables.N >= 3"))).Write("end")
            .Connect("start > more", "more > enough", "enough:False > more", "enough:True > end"));
        Assert.Equal("start end", string.Join(' ', bench.Lines));
        Assert.Equal(3, state.Counts["more"].Completed);
        Assert.Equal(3L, state.AllVariables().Single().Value);
    }

    [Fact]
    public async Task Finish_ends_everything_and_End_leaves_what_was_scheduled_to_run()
    {
        static Diagram With(string terminal) => new Diagram().Fork("fork", "A", "B").Add("last", terminal).Write("b").Connect("fork:A > last", "fork:B > b");
        var finish = new Bench();
        Assert.Equal(WorkflowSubStatus.Finished, (await finish.RunAsync(With("Finish"))).SubStatus);
        Assert.Empty(finish.Lines);
        var end = new Bench();
        Assert.Equal(WorkflowSubStatus.Finished, (await end.RunAsync(With("End"))).SubStatus);
        Assert.Equal(["b"], end.Lines);
    }

    [Fact]
    public async Task A_switch_leaves_by_the_first_match_by_all_or_by_default()
    {
        static Diagram With(string mode, string x, string y) => new Diagram()
            .Add("sw", "FlowSwitch", ("mode", Diagram.Literal(mode)), ("cases", new System.Text.Json.Nodes.JsonArray(Case("x", x), Case("y", y))))
            .Write("x").Write("y").Write("d").Connect("sw:x > x", "sw:y > y", "sw:Default > d");
        static System.Text.Json.Nodes.JsonObject Case(string label, string script) =>
            new() { ["label"] = label, ["condition"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "JavaScript", ["value"] = script } };
        async Task<string> Lines(string mode, string x, string y)
        {
            var bench = new Bench();
            await bench.RunAsync(With(mode, x, y));
            return string.Join(' ', bench.Lines);
        }
        Assert.Equal("x", await Lines("MatchFirst", "true", "true"));
        Assert.Equal("x y", await Lines("MatchAny", "true", "true"));
        Assert.Equal("d", await Lines("MatchAny", "false", "1 > 2"));
    }
}
