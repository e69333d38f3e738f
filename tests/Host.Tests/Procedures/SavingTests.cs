using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>Two editors on one draft, and everything that can be wrong with what an editor sends.</summary>
public sealed class SavingTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_second_of_two_editors_is_told_and_both_texts_are_kept()
    {
        var (one, other) = (await Designer.EnterAsync(host, editor: "tab-1"), await Designer.MakeAsync(host, Designer.Admin, "tab-2"));
        var draft = await one.SaveAsync(Designer.Chart("two editors", ("a", "Elsa.WriteLine")));
        var (mine, theirs) = (await one.LatestAsync((string)draft["definitionId"]!), await other.LatestAsync((string)draft["definitionId"]!));
        mine["description"] = "first";
        await one.SaveAsync(mine);

        theirs["description"] = "second";
        var (problem, message) = await other.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, "workflow-definitions", Designer.Envelope(theirs));

        Assert.Contains("副本", message, StringComparison.Ordinal);
        Assert.Equal("first", (string?)(await one.LatestAsync((string)draft["definitionId"]!))["description"]);
        var copy = (string)problem["conflict"]!["yours"]!["definitionId"]!;
        Assert.Equal("second", (string?)(await other.LatestAsync(copy))["description"]);

        theirs["description"] = "second, further";
        var (again, _) = await other.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, "workflow-definitions", Designer.Envelope(theirs));
        Assert.Equal(copy, (string?)again["conflict"]!["yours"]!["definitionId"]);
        Assert.Equal("second, further", (string?)(await other.LatestAsync(copy))["description"]);
    }

    [Fact]
    public async Task A_tab_that_saves_again_before_its_answer_came_is_no_second_editor()
    {
        var tab = await Designer.EnterAsync(host, editor: "tab-3");
        var draft = await tab.SaveAsync(Designer.Chart("in flight", ("a", "Elsa.WriteLine")));
        draft["description"] = "one";
        await tab.SaveAsync(draft);

        draft["description"] = "two";

        Assert.Equal("two", (string?)(await tab.SaveAsync(draft))["description"]);
    }

    [Fact]
    public async Task Many_saves_at_one_instant_make_one_draft_and_no_fault()
    {
        var designer = await Designer.EnterAsync(host);
        var published = await designer.SaveAsync(Designer.Chart("all at once", ("a", "Elsa.WriteLine")), publish: true);
        ((JsonObject)published["customProperties"]!).Remove("gongtuiRevision");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var model = published.DeepClone();
            model["description"] = $"{i}";
            await designer.SaveAsync(model);
        }));

        var versions = await designer.AskAsync(HttpMethod.Get, $"workflow-definitions?versionOptions=AllVersions&DefinitionIds={published["definitionId"]}");
        Assert.Equal(2, (int)versions["totalCount"]!);
        Assert.Single(versions["items"]!.AsArray(), version => (bool)version!["isLatest"]!);
    }

    [Theory]
    [InlineData("{\"model\": {", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("{\"model\": 1}", "对象")]
    [InlineData("{\"model\": {\"name\": \"a\", \"name\": \"b\"}}", "重名")]
    [InlineData("{\"model\": {\"name\": \" \"}}", "名称")]
    [InlineData("{\"model\": {\"name\": \"m\", \"root\": {\"id\": \"r\", \"type\": \"Elsa.StateMachine\"}}}", "流程图")]
    [InlineData("{\"model\": {\"name\": \"m\", \"root\": {\"id\": \"r\"}}}", "没有类型")]
    [InlineData("{\"model\": {\"name\": \"m\", \"definitionId\": \"../x\"}}", "编号")]
    public async Task What_cannot_be_read_is_refused_in_words(string body, string word)
    {
        var designer = await Designer.EnterAsync(host);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await designer.Client.PostAsync("/elsa/api/workflow-definitions", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(word, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!["generalErrors"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_of_one_id_are_named()
    {
        var designer = await Designer.EnterAsync(host);

        var (_, message) = await designer.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, "workflow-definitions",
            Designer.Envelope(Designer.Chart("twins", ("twin", "Elsa.WriteLine"), ("twin", "Elsa.WriteLine"))));

        Assert.Contains("twin", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_arrow_to_nothing_is_laid_aside_and_comes_back_with_its_end()
    {
        var designer = await Designer.EnterAsync(host);
        var chart = Designer.Chart("dangling", ("a", "Elsa.WriteLine"));
        chart["root"]!["connections"]!.AsArray().Add(Designer.Arrow("a", "b"));

        var draft = await designer.SaveAsync(chart);
        Assert.Empty(draft["root"]!["connections"]!.AsArray());

        draft["root"]!["activities"]!.AsArray().Add(new JsonObject { ["id"] = "b", ["type"] = "Elsa.WriteLine", ["version"] = 1 });
        draft = await designer.SaveAsync(draft);
        Assert.Single(draft["root"]!["connections"]!.AsArray());
        Assert.Empty(draft["root"]!["customProperties"]!["notFoundConnections"]!.AsArray());
    }

    [Fact]
    public async Task A_type_that_is_not_known_is_shown_as_a_placeholder_and_kept_as_it_came()
    {
        var designer = await Designer.EnterAsync(host);
        var chart = Designer.Chart("unknown", ("a", "Acme.SendMail"));
        chart["root"]!["activities"]![0]!["to"] = "somebody";

        var draft = await designer.SaveAsync(chart);
        var shown = draft["root"]!["activities"]![0]!;
        Assert.Equal("Elsa.NotFoundActivity", (string?)shown["type"]);
        Assert.Equal("Workflow1:flow:a", (string?)shown["nodeId"]);
        shown["metadata"]!["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 7, ["y"] = 8 } };
        draft = await designer.SaveAsync(draft);

        var file = await designer.AskAsync(HttpMethod.Get, $"workflow-definitions/{draft["definitionId"]}/export?versionOptions=Latest");
        var original = file["root"]!["activities"]![0]!;
        Assert.Equal("Acme.SendMail", (string?)original["type"]);
        Assert.Equal("somebody", (string?)original["to"]);
        Assert.Equal(7, (int)original["metadata"]!["designer"]!["position"]!["x"]!);
        var (_, message) = await designer.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, $"workflow-definitions/{draft["definitionId"]}/publish", new JsonObject());
        Assert.Contains("“a”", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expression_that_does_not_parse_is_kept_in_a_draft_and_stops_publishing_with_the_name_of_its_node()
    {
        var designer = await Designer.EnterAsync(host);
        var chart = Designer.Chart("bad script", ("decide", "Elsa.FlowDecision"));
        chart["root"]!["activities"]![0]!["condition"] = new JsonObject { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "a ===" } };

        var draft = await designer.SaveAsync(chart);
        Assert.Equal("Boolean", (string?)draft["root"]!["activities"]![0]!["condition"]!["typeName"]);

        var (problem, message) = await designer.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, "workflow-definitions", Designer.Envelope(draft, publish: true));
        Assert.Contains("decide", message, StringComparison.Ordinal);
        Assert.Equal("decide", (string?)problem["findings"]![0]!["activityId"]);
    }

    [Fact]
    public async Task A_loop_in_which_nobody_waits_is_refused_without_a_way_out_and_noted_with_one()
    {
        var designer = await Designer.EnterAsync(host);
        var trap = Designer.Chart("trap", ("a", "Elsa.WriteLine"), ("b", "Elsa.WriteLine"));
        trap["root"]!["connections"]!.AsArray().Add(Designer.Arrow("b", "a"));
        await designer.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, "workflow-definitions", Designer.Envelope(trap, publish: true));

        var spin = Designer.Chart("spin", ("a", "Elsa.WriteLine"), ("d", "Elsa.FlowDecision"), ("end", "Elsa.End"));
        spin["root"]!["connections"] = new JsonArray(Designer.Arrow("a", "d"), Designer.Arrow("d", "a", "True"), Designer.Arrow("d", "end", "False"));
        var noted = await designer.AskAsync(HttpMethod.Post, "workflow-definitions", Designer.Envelope(spin, publish: true));
        Assert.Equal("loop", (string?)noted["validationErrors"]![0]!["kind"]);

        var waiting = Designer.Chart("waiting loop", ("a", "Elsa.Delay"), ("b", "Elsa.WriteLine"));
        waiting["root"]!["connections"]!.AsArray().Add(Designer.Arrow("b", "a"));
        await designer.SaveAsync(waiting, publish: true);
    }

    [Fact]
    public async Task A_definition_may_be_ten_megabytes_and_not_more()
    {
        var designer = await Designer.EnterAsync(host);
        var chart = Designer.Chart("large", ("a", "Elsa.WriteLine"));
        chart["description"] = new string('x', 9 * 1024 * 1024);
        await designer.SaveAsync(chart);

        using var content = new ByteArrayContent(new byte[11 * 1024 * 1024]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await designer.Client.PostAsync("/elsa/api/workflow-definitions", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
