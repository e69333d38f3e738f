using Elsa.Workflows;
using Gongtui.Engine.Tests.Support;
using Xunit;

namespace Gongtui.Engine.Tests.Expressions;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("getVariable('Count') + 1", "3")]
    [InlineData("variables.Count * 2", "4")]
    [InlineData("getCount() + getInput('Who')", "2甲")]
    [InlineData("getWho()", "甲")]
    [InlineData("[1,2,3].map(x => x * 2).join('-')", "2-4-6")]
    [InlineData("return 'with return';", "with return")]
    [InlineData("toJson({ a: 1 })", "{\"a\":1}")]
    [InlineData("isNullOrWhiteSpace(' ') && newGuidString().length === 36", "True")]
    [InlineData("getWorkflowDefinitionId() + '/' + getWorkflowInstanceId()", "test/i1")]
    [InlineData("setVariable('Count', 9); getVariable('Count')", "9")]
    [InlineData("typeof importNamespace + typeof System", "undefinedundefined")]
    public async Task Scripts_see_what_Elsa_shows_them(string script, string line)
    {
        var bench = new Bench();
        var graph = bench.Know(new Diagram().Variable("Count", "Int32", "2").Input("Who", "String").Add("a", "WriteLine", ("text", Diagram.Script(script))).Compile());
        await bench.StartAsync(graph, input: new Dictionary<string, object?> { ["Who"] = "甲" });
        Assert.Equal([line], bench.Lines);
    }

    [Fact]
    public async Task An_assignment_to_variables_is_kept()
    {
        var bench = new Bench();
        var state = await bench.RunAsync(new Diagram().Variable("Count", "Int32", "2").Add("a", "WriteLine", ("text", Diagram.Script("variables.Count = 5; 'x'"))));
        Assert.Equal(5L, state.AllVariables().Single().Value);
    }

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("let a = []; while (true) a.push(new Array(10000).join('x'))")]
    [InlineData("(function f() { f(); })()")]
    [InlineData("throw new Error('mine')")]
    [InlineData("nobody.knows")]
    [InlineData("/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')")]
    public async Task A_script_that_fails_or_never_ends_is_an_incident(string script)
    {
        var bench = new Bench();
        var state = await bench.RunAsync(new Diagram().Add("a", "WriteLine", ("text", Diagram.Script(script))).Write("b").Connect("a > b"));
        Assert.Equal(WorkflowSubStatus.Faulted, state.SubStatus);
        Assert.Equal("a", state.Incidents.Single().Activity);
        Assert.Empty(bench.Lines);
    }

    [Fact]
    public async Task Results_and_outcomes_of_earlier_steps_can_be_read()
    {
        var bench = new Bench();
        await bench.RunAsync(new Diagram().Add("ask", "Test.Ask").Add("a", "WriteLine", ("text", Diagram.Script("getLastResult() + getOutcome('ask') + getOutputFrom('ask', 'Result') + getResultFromAsk()"))).Connect("ask:Yes > a"));
        await bench.ResumeAsync("ask", input: new Dictionary<string, object?> { ["answer"] = "Yes" });
        Assert.Equal(["YesYesYesYes"], bench.Lines);
    }
}
