using System.Text;
using System.Text.Json.Nodes;
using Elsa.Workflows;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Tests.Support;
using Xunit;

namespace Gongtui.Engine.Tests.Definitions;

public sealed class DefinitionTests
{
    [Fact]
    public void Nothing_is_lost_that_the_kernel_does_not_know()
    {
        var json = new Diagram().Write("a").Json();
        json["zzz"] = new JsonObject { ["big"] = 12345678901234567, ["exact"] = 0.1000, ["文"] = "字 <>&'" };
        json["root"]!["activities"]![0]!["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 1.5, ["y"] = -3 } } };
        var once = WorkflowDefinition.Parse(json.ToJsonString()).ToCanonicalBytes();
        var twice = WorkflowDefinition.Parse(once).ToCanonicalBytes();
        Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(twice));
        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(once)));
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("{\"name\":\"x\"}", "$.root")]
    public void What_is_no_definition_is_refused_with_its_place(string text, string path) =>
        Assert.Equal(path, Assert.Throws<DefinitionException>(() => WorkflowDefinition.Parse(text)).Faults[0].Path);

    [Fact]
    public void A_malformed_structure_is_refused_with_every_place()
    {
        var json = new Diagram().Write("a").Write("a").Connect("a > nowhere").Json();
        ((JsonObject)json["root"]!["activities"]![0]!).Remove("type");
        var faults = Assert.Throws<DefinitionException>(() => Diagram.Compiler.Compile(WorkflowDefinition.From(json))).Faults;
        Assert.Contains(faults, f => f.Path == "$.root.activities[0].type");
        Assert.Contains(faults, f => f.Path == "$.root.connections[0].target");
    }

    [Fact]
    public void The_same_id_twice_is_refused_naming_both_places()
    {
        var fault = Assert.Throws<DefinitionException>(() => new Diagram().Write("a").Write("a").Compile()).Faults.Single();
        Assert.Equal("$.root.activities[1].id", fault.Path);
        Assert.Contains("$.root.activities[0]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_activity_type_loads_and_shows_and_refuses_to_run()
    {
        var graph = new Diagram().Write("a").Add("u", "Acme.Rocket").Connect("a > u").Compile();
        Assert.Equal("Acme.Rocket", graph.Find("u")!.Activity.Type);
        Assert.Equal("$.root.activities[1].type", graph.Faults.Single().Path);
        var bench = new Bench(graph);
        var refused = Assert.IsType<Outcome.Refused>(await bench.StartAsync(graph));
        Assert.Equal(RefusalKind.InvalidDefinition, Assert.IsType<Refusal>(refused.Reason).Kind);
        Assert.Null(await bench.Runtime.Reader.LoadAsync("i1"));
    }

    [Fact]
    public void Node_ids_are_Elsas_paths() =>
        Assert.Equal("Workflow1:flow:a", new Diagram().Write("a").Compile().Find("a")!.NodeId);

    [Fact]
    public void A_draft_may_hold_expressions_that_do_not_parse_and_names_the_place() =>
        Assert.Equal("$.root.activities[0].text.expression", new Diagram().Add("a", "WriteLine", ("text", Diagram.Script("1 +"))).Compile().Faults.Single().Path);

    [Theory]
    [InlineData("Variable", "订单审批")]
    [InlineData("Input", "whatever")]
    [InlineData("Object", "{")]
    public void Studio_may_leave_any_text_behind_when_the_syntax_changes(string type, string text) =>
        Assert.NotNull(new Diagram().Add("a", "WriteLine", ("text", Diagram.Expression(type, text))).Compile());
}
