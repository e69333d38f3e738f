using System.Text.Json.Nodes;
using Elsa.Workflows;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Tests.Support;
using Xunit;

namespace Gongtui.Engine.Tests.Execution;

/// <summary>A workflow that runs inside another as one of its activities: one run, one journal.</summary>
public sealed class SectionTests
{
    private static readonly Diagram Part = new Diagram { Id = "part" }.Write("in").Add("ask", "Test.Ask")
        .Add("leave", "Elsa.Complete", ("outcomes", Diagram.Literal("Left"))).Connect("in > ask", "ask > leave");

    private static Diagram Whole(string version) => new Diagram { Id = "whole" }.Write("before")
        .Add("first", "Part", ("workflowDefinitionVersionId", version)).Write("left").Write("done")
        .Add("second", "Part", ("workflowDefinitionVersionId", version)).Write("after")
        .Connect("before > first", "first:Left > left", "first:Done > done", "left > second", "second:Left > after");

    private static WorkflowGraph Compile(Diagram diagram, Diagram part) => new DefinitionCompiler(
        new ActivityRegistry(typeof(Diagram).Assembly), version => version == "part-1" ? WorkflowDefinition.From(part.Json()) : null)
        .Compile(WorkflowDefinition.From(diagram.Json()));

    [Fact]
    public async Task It_runs_in_the_same_journal_and_leaves_by_its_own_outcome()
    {
        var graph = Compile(Whole("part-1"), Part);
        var bench = new Bench(graph);
        await bench.StartAsync(graph);
        await bench.ResumeAsync("first.ask");
        Assert.Equal(["before", "in", "left", "in"], bench.Lines);
        await bench.ResumeAsync("second.ask");
        Assert.Equal(["before", "in", "left", "in", "after"], bench.Lines);
        Assert.Equal(WorkflowSubStatus.Finished, (await bench.StateAsync()).SubStatus);
    }

    [Fact]
    public void Its_version_is_part_of_the_hash()
    {
        var other = new Diagram { Id = "part" }.Write("elsewhere");
        Assert.NotEqual(Compile(Whole("part-1"), Part).Hash, Compile(Whole("part-1"), other).Hash);
        Assert.Equal(Compile(Whole("part-1"), Part).Hash, Compile(Whole("part-1"), Part).Hash);
    }

    [Fact]
    public void A_version_that_is_not_there_shows_and_does_not_run() =>
        Assert.Contains(Compile(Whole("part-2"), Part).Faults, fault => fault.ActivityId == "first");

    [Fact]
    public void A_section_that_contains_itself_is_refused()
    {
        var endless = new Diagram { Id = "part" }.Add("again", "Part", ("workflowDefinitionVersionId", (JsonNode)"part-1"));
        Assert.Contains("nested more than", Assert.Throws<DefinitionException>(() => Compile(Whole("part-1"), endless)).Message, StringComparison.Ordinal);
    }
}
