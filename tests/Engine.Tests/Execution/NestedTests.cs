using Elsa.Workflows;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Storage;
using Gongtui.Engine.Tests.Support;
using Xunit;

namespace Gongtui.Engine.Tests.Execution;

public sealed class NestedTests
{
    private static Diagram Parent(string type, string wait) => new Diagram { Id = "parent" }.Write("before")
        .Add("nested", type, ("workflowDefinitionId", Diagram.Literal("child")), ("waitForCompletion", Diagram.Literal(wait)))
        .Write("after").Connect("before > nested", "nested > after");

    private static Diagram Child() => new Diagram { Id = "child" }.Write("in").Add("ask", "Test.Ask").Write("out").Connect("in > ask", "ask > out");

    [Fact]
    public async Task A_parent_waits_for_its_child_to_end()
    {
        var bench = new Bench(Child().Compile());
        await bench.RunAsync(Parent("ExecuteWorkflow", "true"));
        Assert.Equal(["before", "in"], bench.Lines);
        bench.Restart();
        await bench.ResumeAsync("ask", await ChildOf(bench));
        Assert.Equal(["before", "in", "out", "after"], bench.Lines);
        Assert.Equal(WorkflowSubStatus.Finished, (await bench.StateAsync()).SubStatus);
    }

    [Theory]
    [InlineData("ExecuteWorkflow", "before in after")]
    [InlineData("DispatchWorkflow", "before after in")]
    public async Task A_parent_that_does_not_wait_goes_on(string type, string lines)
    {
        var bench = new Bench(Child().Compile());
        await bench.RunAsync(Parent(type, "false"));
        Assert.Equal(lines, string.Join(' ', bench.Lines));
    }

    [Fact]
    public async Task A_child_that_cannot_start_is_an_incident_of_its_parent()
    {
        var bench = new Bench();
        await bench.RunAsync(Parent("ExecuteWorkflow", "true"));
        Assert.Equal(WorkflowSubStatus.Faulted, (await bench.StateAsync()).SubStatus);
    }

    [Fact]
    public async Task What_is_owed_is_done_after_a_restart_and_only_once()
    {
        var bench = new Bench(Child().Compile());
        await bench.RunAsync(Parent("DispatchWorkflow", "true"));
        Assert.DoesNotContain(await bench.Store.OutboxAsync(10), i => i.Instance == "i1");
        var child = await ChildOf(bench);
        bench.Restart();
        await bench.Runtime.RecoverAsync(bench.Now);
        await bench.Runtime.RecoverAsync(bench.Now);
        Assert.Equal(["before", "in"], bench.Lines);
        await bench.ResumeAsync("ask", child);
        await bench.Runtime.RecoverAsync(bench.Now);
        Assert.Equal(["before", "in", "out", "after"], bench.Lines);
    }

    private static async Task<string> ChildOf(Bench bench) =>
        (await bench.Runtime.Reader.EntriesAsync("i1", 0, long.MaxValue)).OfType<Engine.Journal.Spawned>().Single().ChildInstance;
}
