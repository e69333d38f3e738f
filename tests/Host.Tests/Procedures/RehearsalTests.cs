using System.Net;
using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Host.Elections;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Rehearsing;
using Gongtui.Host.Tests.Support;
using Gongtui.Workflows.Policy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>Drafts are run before they are published, findings that one change puts right can be put right, and a move is rehearsed before it is made.</summary>
public sealed class RehearsalTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("zhujian")]
    [InlineData("renshe")]
    [InlineData("chengguan")]
    [InlineData("jianchayuan")]
    [InlineData("linye")]
    public async Task The_starter_procedures_come_to_their_end_in_every_way_and_keep_every_demand(string procedure)
    {
        var graph = host.Services.GetRequiredService<GraphCatalog>().Published(procedure)!;

        var rehearsed = await host.Services.GetRequiredService<Rehearsals>().RunAsync(graph, default);

        Assert.All(rehearsed.Ways, way => Assert.True(way.Stuck is null && way.Elected == way.Elects, $"{procedure}, {way.Name.En}: {way.Stuck} at {way.At}"));
        Assert.Empty(rehearsed.Findings);
        Assert.True(rehearsed.Ways[0].Days > 0);
        Assert.True(rehearsed.Ways[1].Steps.Count > rehearsed.Ways[0].Steps.Count);
    }

    [Fact]
    public async Task A_run_that_breaks_a_demand_is_named_with_the_scenario()
    {
        var graph = host.Services.GetRequiredService<GraphCatalog>().Published("zhujian")!;
        var gate = new PolicyGate(host.Services.GetRequiredService<ActivityRegistry>(), host.Services.GetRequiredService<SectionCatalog>().Find);
        var steps = (await host.Services.GetRequiredService<Rehearsals>().RunAsync(graph, default)).Ways[0].Steps;

        Assert.Empty(gate.CheckRun(graph.Definition, steps));
        foreach (var type in new[] { "Gongtui.Investigation", "Gongtui.Shortlist", "Gongtui.DemocraticAssessment", "Gongtui.QualificationReview" })
        {
            var without = steps.Where(id => graph.Find(id)?.Activity.Type != type);
            Assert.Contains(gate.CheckRun(graph.Definition, without), found => found.Severity == GateSeverity.Block && found.Rule.Length > 0);
        }
    }

    [Fact]
    public async Task A_draft_that_nobody_can_finish_is_said_to_be_stuck_where_it_is()
    {
        var definition = WorkflowDefinition.Parse(System.Text.Encoding.UTF8.GetBytes((await ZhujianAsync(json =>
        {
            var arrows = json["root"]!["connections"]!.AsArray();
            arrows.Remove(arrows.First(arrow => (string?)arrow!["source"]!["activity"] == "announce"));
        })).ToJsonString()));
        var graph = host.Services.GetRequiredService<DefinitionCompiler>().Compile(definition);

        var rehearsed = await host.Services.GetRequiredService<Rehearsals>().RunAsync(graph, default);

        Assert.Contains(rehearsed.Findings, found => found.Kind == Rehearsals.Kind);
    }

    [Fact]
    public async Task One_click_gives_an_approval_back_to_the_superior_and_nothing_else_can_be_changed_so()
    {
        var designer = await Designer.EnterAsync(host);
        var id = await DraftAsync(designer, json => Set(json, "Gongtui.Approval", "assignee", "role:staff"));
        var visitor = new Visitor(designer.Client);
        var before = await visitor.ReadAsync($"/design/{id}");
        var node = System.Text.RegularExpressions.Regex.Match(before, "value=\"([^\"]+\\|assignee\\|role:superior)\"").Groups[1].Value;

        Assert.NotEqual("", node);
        var other = await visitor.SubmitAsync($"/design/{id}", "fix", ("fix", "plan|assignee|person:zj-11"));
        var mended = await visitor.SubmitAsync($"/design/{id}", "fix", ("fix", node));

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(HttpStatusCode.Found, mended.StatusCode);
        Assert.DoesNotContain("|assignee|role:superior", await visitor.ReadAsync($"/design/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_is_rehearsed_on_a_copy_and_shows_where_the_election_lands_and_that_nothing_runs_again()
    {
        var course = await Course.AtRecommendationAsync(host);
        var head = await course.HeadAsync();
        var designer = await Designer.EnterAsync(host);
        var latest = await designer.LatestAsync("zhujian");
        latest["description"] = "另一版";
        await designer.SaveAsync(latest, publish: true);

        var page = await new Visitor(designer.Client).ReadAsync($"/design/zhujian/elections/{course.Instance}");
        var rehearsal = await new Visitor(designer.Client).ReadAsync("/design/zhujian/rehearsal");

        Assert.Contains("一个也没有重新执行", page, StringComparison.Ordinal);
        Assert.Contains("推荐", page[page.IndexOf("<dt>落在", StringComparison.Ordinal)..page.IndexOf("<dt>新产生的待办", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal(head, await course.HeadAsync());
        Assert.Contains("一路顺利", rehearsal, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await designer.Client.GetAsync("/design/zhujian/elections/none")).StatusCode);
    }

    [Fact]
    public async Task What_differs_is_drawn_and_said_with_the_values()
    {
        var designer = await Designer.EnterAsync(host);
        var id = await DraftAsync(designer, json => Set(json, "Gongtui.Approval", "assignee", "role:staff"));
        var versions = await host.InScopeAsync<GongtuiDb, List<ProcedureRow>>(db => db.Procedures.Where(row => row.DefinitionId == id || row.DefinitionId == "zhujian").ToListAsync());
        var (old, now) = (versions.First(row => row.DefinitionId == "zhujian").Id, versions.First(row => row.DefinitionId == id).Id);

        var page = await new Visitor(designer.Client).ReadAsync($"/design/{id}/compare?before={old}&after={now}");

        Assert.Contains("assignee", page, StringComparison.Ordinal);
        Assert.Contains("→ \"role:staff\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"node notreached  changed\"", page, StringComparison.Ordinal);
    }

    private static void Set(JsonNode json, string type, string input, string value)
    {
        foreach (var node in json["root"]!["activities"]!.AsArray().Where(node => (string?)node!["type"] == type))
            node![input] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
    }

    private static async Task<JsonObject> ZhujianAsync(Action<JsonObject> change)
    {
        await Task.Yield();
        var json = Gongtui.Workflows.Procedures.ProductProcedures.All().Select(bytes => JsonNode.Parse(bytes)!.AsObject()).Single(document => (string?)document["definitionId"] == "zhujian");
        change(json);
        return json;
    }

    private static async Task<string> DraftAsync(Designer designer, Action<JsonObject> change)
    {
        var json = await ZhujianAsync(change);
        foreach (var name in new[] { "id", "definitionId", "version", "isPublished", "isLatest" }) json.Remove(name);
        json["name"] = $"试验 {Guid.NewGuid():N}"[..12];
        return (string)(await designer.SaveAsync(json))["definitionId"]!;
    }
}
