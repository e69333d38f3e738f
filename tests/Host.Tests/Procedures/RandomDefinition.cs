using System.Globalization;
using System.Text.Json.Nodes;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>Definitions of every shape that an editor or a file may hold: known and unknown steps, nested charts, all kinds of expressions, arrows to nothing.</summary>
internal sealed class RandomDefinition(int seed)
{
    private static readonly string[] Types =
    [
        "Gongtui.DraftPlan", "Gongtui.Approval", "Gongtui.CollectRecommendations", "Gongtui.PublicityPeriod", "Elsa.FlowDecision", "Elsa.FlowFork", "Elsa.FlowJoin",
        "Elsa.FlowSwitch", "Elsa.SetVariable", "Elsa.Delay", "Elsa.WriteLine", "Elsa.If", "Elsa.Flowchart", "Elsa.Sequence", "Acme.Unknown",
    ];

    private static readonly string[] Texts = ["", "a", "公示 5 天", "<b>\"quoted\"</b> & 'x'", "line\nline\ttab", "{{ not.a.template }}", "😀 𠮷", "\\u4e2d", "null", "1"];
    private readonly Random random = new(seed);
    private int next;

    public JsonObject Make() => new()
    {
        ["name"] = "随机 " + seed.ToString(CultureInfo.InvariantCulture),
        ["description"] = Maybe(Text()),
        ["toolVersion"] = "3.8.2.0",
        ["variables"] = List(3, i => new JsonObject
        {
            ["id"] = $"v{i}", ["name"] = Text() + i, ["typeName"] = Pick("String", "Boolean", "Int32", "Object"), ["isArray"] = Chance(4), ["value"] = Maybe(Text()),
            ["storageDriverTypeName"] = Maybe("WorkflowInstanceStorageDriver"),
        }),
        ["inputs"] = Maybe(List(2, i => new JsonObject { ["type"] = "String", ["name"] = $"i{i}", ["displayName"] = Maybe(Text()), ["uiHint"] = "singleline" })),
        ["outputs"] = Maybe(List(2, i => new JsonObject { ["type"] = "Object", ["name"] = $"o{i}", ["description"] = Text() })),
        ["outcomes"] = Maybe(List(3, i => (JsonNode)$"出口{i}")),
        ["customProperties"] = Maybe(new JsonObject { ["team"] = Text(), ["nested"] = new JsonObject { ["a"] = new JsonArray(1, 2.5, true, null) } }),
        ["options"] = Maybe(new JsonObject { ["usableAsActivity"] = false, ["activationStrategyType"] = null }),
        ["root"] = Chart(0),
    };

    private JsonObject Chart(int depth)
    {
        var chart = Activity("Elsa.Flowchart");
        var members = List(random.Next(1, depth == 0 ? 12 : 4), _ => Member(depth));
        var ids = members.Select(member => (string)member!["id"]!).Append("nowhere").ToArray();
        chart["activities"] = members;
        chart["connections"] = List(random.Next(0, 12), _ => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = Pick(ids), ["port"] = Maybe(Pick("Done", "True", "批准")) },
            ["target"] = new JsonObject { ["activity"] = Pick(ids), ["port"] = Maybe("In") },
            ["vertices"] = Maybe(List(2, i => new JsonObject { ["x"] = random.Next(-500, 500), ["y"] = random.NextDouble() * 100 })),
        });
        return chart;
    }

    private JsonObject Member(int depth)
    {
        var type = Pick(Types);
        if (type == "Elsa.Flowchart" && depth < 3) return Chart(depth + 1);
        var activity = Activity(type);
        if (type == "Elsa.Sequence" && depth < 3) activity["activities"] = List(random.Next(0, 3), _ => Member(depth + 1));
        if (type == "Elsa.If" && depth < 3) activity["then"] = Chart(depth + 1);
        foreach (var input in new[] { "condition", "subject", "channel", "value", "text", "assignee", "anything" })
            if (Chance(3)) activity[input] = Value();
        if (type == "Elsa.SetVariable") activity["variable"] = new JsonObject { ["id"] = "v0", ["name"] = "x", ["typeName"] = "String" };
        if (type == "Elsa.FlowSwitch") activity["cases"] = List(2, i => new JsonObject { ["label"] = $"{i}", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" }, ["activity"] = null });
        return activity;
    }

    private JsonObject Activity(string type) => new()
    {
        ["id"] = $"{Pick("a", "b", "节点", "x-y")}{next++}",
        ["name"] = Maybe(Text()),
        ["type"] = type,
        ["version"] = 1,
        ["customProperties"] = Maybe(new JsonObject { ["canStartWorkflow"] = Chance(2), ["mergeMode"] = "Stream" }),
        ["metadata"] = Maybe(new JsonObject
        {
            ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = random.Next(-1000, 1000), ["y"] = 12.5 }, ["size"] = new JsonObject { ["width"] = 180, ["height"] = 50 } },
            ["displayText"] = Text(),
        }),
    };

    private JsonObject Value() => new()
    {
        ["typeName"] = Maybe("String"),
        ["expression"] = new JsonObject
        {
            ["type"] = Pick("Literal", "Object", "JavaScript", "Variable", "Input", "Liquid"),
            ["value"] = random.Next(4) switch { 0 => null, 1 => new JsonObject { ["id"] = "v1", ["name"] = Text() }, 2 => "[\"a\",\"b\"]", _ => Text() },
        },
        ["memoryReference"] = null,
    };

    private string Text() => Pick(Texts);

    private bool Chance(int of) => random.Next(of) == 0;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private JsonNode? Maybe(JsonNode value) => Chance(4) ? null : value;

    private static JsonArray List(int count, Func<int, JsonNode> item) => new([.. Enumerable.Range(0, count).Select(item)]);
}
