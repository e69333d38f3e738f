using System.Text.Json.Nodes;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Studio;

/// <summary>What the palette offers and in which drawers.</summary>
public sealed class PaletteTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Drawers_stand_in_the_order_of_the_policy_and_each_number_once()
    {
        var drawers = await DrawersAsync();

        Assert.Equal(
            ["1 方案与公告", "2 推荐与资格", "3 测评与考察", "4 预备人选与公示", "5 大会选举", "6 批复与备案", "7 任期与宣传动员", "8 组合环节", "9 流程与时间"],
            drawers.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Gongtui.PublicityWork", drawers["7 任期与宣传动员"]);
        Assert.All(drawers.Where(drawer => drawer.Key[0] < '8').SelectMany(drawer => drawer.Value), type => Assert.StartsWith("Gongtui.", type, StringComparison.Ordinal));
        Assert.All(drawers["9 流程与时间"], type => Assert.StartsWith("Elsa.", type, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh", "依据：")]
    [InlineData("en", "Rule: ")]
    public async Task Every_input_of_ours_has_an_editor_and_names_its_rule(string language, string rule)
    {
        var designer = await Designer.EnterAsync(host);
        await designer.Client.GetAsync($"/language/{language}");
        string[] editors = ["singleline", "checkbox", "dropdown", "datetime-picker", "checklist", "multiline", "dynamic-outcomes"];
        var all = (await designer.AskAsync(HttpMethod.Get, "descriptors/activities"))["items"]!.AsArray();

        foreach (var step in all.Where(one => ((string)one!["typeName"]!).StartsWith("Gongtui.", StringComparison.Ordinal)))
            foreach (var input in step!["inputs"]!.AsArray())
            {
                var what = $"{step["typeName"]}.{input!["name"]}";
                Assert.True(((string)input["description"]!).Contains(rule, StringComparison.Ordinal), what);
                Assert.True(editors.Contains((string)input["uiHint"]!), what);
                Assert.True((string)input["uiHint"]! != "dropdown" || input["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray().Count > 1, what);
            }
    }

    private async Task<Dictionary<string, List<string>>> DrawersAsync()
    {
        var designer = await Designer.EnterAsync(host);
        var all = (await designer.AskAsync(HttpMethod.Get, "descriptors/activities"))["items"]!.AsArray();
        return all.Where(one => (bool)one!["isBrowsable"]!).GroupBy(one => (string)one!["category"]!).ToDictionary(group => group.Key, group => group.Select(one => (string)one!["typeName"]!).ToList());
    }
}
