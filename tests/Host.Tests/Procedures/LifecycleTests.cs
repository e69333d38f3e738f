using System.Net;
using System.Text.Json.Nodes;
using Gongtui.Engine.State;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>Drafts, publishing, retracting, rolling back and deleting, as the editor asks for them.</summary>
public sealed class LifecycleTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Saving_over_a_published_version_begins_the_next_draft_and_elections_keep_theirs()
    {
        var designer = await Designer.EnterAsync(host);
        var course = await Course.StartAsync(host);
        var published = await designer.LatestAsync("zhujian");
        var before = await course.RunAsync();

        published["description"] = "changed " + Guid.NewGuid();
        var draft = await designer.SaveAsync(published);

        Assert.NotEqual((string?)published["id"], (string?)draft["id"]);
        Assert.Equal((int)published["version"]! + 1, (int)draft["version"]!);
        Assert.True((bool)draft["isLatest"]!);
        Assert.False((bool)draft["isPublished"]!);

        draft["description"] = "changed again " + Guid.NewGuid();
        var again = await designer.SaveAsync(draft);
        Assert.Equal((string?)draft["id"], (string?)again["id"]);

        await designer.AskAsync(HttpMethod.Post, "workflow-definitions/zhujian/publish", new JsonObject());
        Assert.Equal(before.Graph.VersionId, (await course.RunAsync()).Graph.VersionId);
        Assert.Equal((string?)draft["id"], (await (await Course.StartAsync(host)).RunAsync()).Graph.VersionId);
    }

    [Fact]
    public async Task What_was_published_never_changes_not_even_retracted()
    {
        var designer = await Designer.EnterAsync(host);
        var model = await designer.SaveAsync(Designer.Chart("immutable", ("a", "Elsa.WriteLine")), publish: true);
        var id = (string)model["definitionId"]!;
        var versionId = (string)model["id"]!;
        await designer.AskAsync(HttpMethod.Post, $"workflow-definitions/{id}/retract", new JsonObject());

        model["description"] = "later";
        var draft = await designer.SaveAsync(model);

        Assert.NotEqual(versionId, (string?)draft["id"]);
        Assert.Null((await designer.AskAsync(HttpMethod.Get, $"workflow-definitions/by-id/{versionId}"))["description"]);
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_has_changed()
    {
        var designer = await Designer.EnterAsync(host);
        var model = await designer.SaveAsync(Designer.Chart("the same", ("a", "Elsa.WriteLine")), publish: true);

        var again = await designer.AskAsync(HttpMethod.Post, "workflow-definitions", Designer.Envelope(model, publish: true));

        Assert.True((bool)again["alreadyPublished"]!);
        Assert.Equal((string?)model["id"], (string?)again["workflowDefinition"]!["id"]);
    }

    [Fact]
    public async Task Opening_a_procedure_of_the_product_and_saving_it_as_it_is_begins_no_draft()
    {
        var designer = await Designer.EnterAsync(host);
        var model = await designer.LatestAsync("linye");

        Assert.Equal((string?)model["id"], (string?)(await designer.SaveAsync(StudioClient.Pass(model)))["id"]);
    }

    [Fact]
    public async Task Rolling_back_makes_a_draft_of_an_earlier_version_and_loses_none()
    {
        var designer = await Designer.EnterAsync(host);
        var first = await designer.SaveAsync(Designer.Chart("history", ("a", "Elsa.WriteLine")), publish: true);
        var id = (string)first["definitionId"]!;
        var second = first.DeepClone();
        second["description"] = "second";
        await designer.SaveAsync(second, publish: true);

        var back = await designer.AskAsync(HttpMethod.Post, $"workflow-definitions/{id}/revert/1", new JsonObject());

        Assert.Equal(3, (int)back["version"]!);
        Assert.Null((await designer.LatestAsync(id))["description"]);
        var versions = (await designer.AskAsync(HttpMethod.Get, $"workflow-definitions?versionOptions=AllVersions&Page=0&PageSize=10&DefinitionIds={id}&OrderBy=Version&OrderDirection=Descending"))["items"]!.AsArray();
        Assert.Equal([3, 2, 1], versions.Select(version => (int)version!["version"]!));
        Assert.Equal([false, true, false], versions.Select(version => (bool)version!["isPublished"]!));
    }

    [Fact]
    public async Task A_procedure_with_running_elections_stays_and_one_without_goes_but_for_the_replay()
    {
        var designer = await Designer.EnterAsync(host);
        var copy = await designer.LatestAsync("zhujian");
        (copy["id"], copy["definitionId"], copy["name"]) = (null, null, "to be deleted " + Guid.NewGuid());
        copy = await designer.SaveAsync(copy, publish: true);
        var id = (string)copy["definitionId"]!;
        var course = new Course(host, $"t-{Guid.NewGuid():N}"[..20]);
        var started = await course.PostAsync(Course.Staff, "/api/elections", new { unit = "zj", procedure = id, title = "t", id = course.Instance });
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);

        var (_, message) = await designer.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Delete, $"workflow-definitions/{id}");
        Assert.Contains("1 场选举", message, StringComparison.Ordinal);
        await designer.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Delete, $"workflow-definition-versions/{copy["id"]}");

        await course.PostAsync(Course.Staff, $"/api/elections/{course.Instance}/cancel", new { reason = "试验" });
        Assert.Equal(HttpStatusCode.NoContent, (await designer.SendAsync(HttpMethod.Delete, $"workflow-definitions/{id}")).StatusCode);
        await designer.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Get, $"workflow-definitions/by-definition-id/{id}");
        Assert.Null(await host.Services.GetRequiredService<JournalReader>().VerifyAsync(course.Instance));
    }

    [Fact]
    public async Task Deleting_the_latest_version_brings_the_one_before_forward()
    {
        var designer = await Designer.EnterAsync(host);
        var first = await designer.SaveAsync(Designer.Chart("two versions", ("a", "Elsa.WriteLine")), publish: true);
        var draft = first.DeepClone();
        draft["description"] = "draft";
        draft = await designer.SaveAsync(draft);

        Assert.Equal(HttpStatusCode.NoContent, (await designer.SendAsync(HttpMethod.Delete, $"workflow-definition-versions/{draft["id"]}")).StatusCode);

        Assert.Equal((string?)first["id"], (string?)(await designer.LatestAsync((string)first["definitionId"]!))["id"]);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_again_one_file_or_an_archive()
    {
        var designer = await Designer.EnterAsync(host);
        var file = await designer.AskAsync(HttpMethod.Get, "workflow-definitions/zhujian/export?versionOptions=1&includeConsumingWorkflows=False");
        Assert.StartsWith("https://elsaworkflows.io/schemas/workflow-definition", (string?)file["$schema"], StringComparison.Ordinal);
        Assert.Null(file["customProperties"]!["gongtuiRevision"]);

        file["definitionId"] = "imported-" + Guid.NewGuid().ToString("N");
        file["id"] = file["definitionId"] + "-1";
        var imported = await designer.AskAsync(HttpMethod.Post, "workflow-definitions/import", file);
        Assert.False((bool)imported["isPublished"]!);
        Assert.Equal((string?)file["id"], (string?)imported["id"]);
        Assert.Equal(file["root"]!["activities"]!.AsArray().Count, imported["root"]!["activities"]!.AsArray().Count);

        var zip = await designer.SendAsync(HttpMethod.Post, "bulk-actions/export/workflow-definitions", new JsonObject { ["ids"] = new JsonArray((string)imported["id"]!, "zhujian-1") });
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await zip.Content.ReadAsByteArrayAsync()), "files", "workflow-definitions.zip" } };
        var answer = await designer.Client.PostAsync("/elsa/api/workflow-definitions/import-files", form);
        Assert.Equal("""{"count":2}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_section_is_an_activity_of_the_palette_and_keeps_its_place_in_diagrams()
    {
        var designer = await Designer.EnterAsync(host);
        var all = (await designer.AskAsync(HttpMethod.Get, "descriptors/activities?Refresh=True"))["items"]!.AsArray();
        var model = await designer.AskAsync(HttpMethod.Get, "workflow-definitions/by-id/zhujian-1");

        foreach (var activity in model["root"]!["activities"]!.AsArray())
            Assert.Contains(all, item => (string?)item!["typeName"] == (string?)activity!["type"] && (int)item["version"]! == (int)activity["version"]!);
        var section = all.First(item => (string?)item!["customProperties"]!["WorkflowDefinitionId"] == "examination")!;
        Assert.Equal("examination-1", (string?)section["constructionProperties"]!["WorkflowDefinitionVersionId"]);
        Assert.Contains("TooFew", section["ports"]!.AsArray().Select(port => (string?)port!["name"]));
        var inner = await designer.AskAsync(HttpMethod.Get, "workflow-definitions/subgraph/zhujian-1?parentNodeId=Workflow1:zhujian-flow:examination");
        Assert.NotEmpty(inner["activity"]!["root"]!["activities"]!.AsArray());
        var consumers = await designer.AskAsync(HttpMethod.Get, "workflow-definitions/examination/consumers");
        Assert.Contains("zhujian", consumers["consumingWorkflowDefinitionIds"]!.AsArray().Select(id => (string?)id));
    }

    [Theory]
    [InlineData(Course.Member, HttpStatusCode.Forbidden)]
    [InlineData(Course.Staff, HttpStatusCode.Forbidden)]
    [InlineData("gw-05", HttpStatusCode.Forbidden)]
    [InlineData(Designer.Admin, HttpStatusCode.Forbidden)]
    [InlineData(Designer.Person, HttpStatusCode.OK)]
    public async Task Only_designers_read_and_save(string person, HttpStatusCode status)
    {
        var designer = await Designer.EnterAsync(host, person);
        foreach (var path in new[] { "workflow-definitions", "descriptors/activities", "workflow-instances/none/journal", "features/installed" })
            Assert.Equal(status == HttpStatusCode.Forbidden, (await designer.SendAsync(HttpMethod.Get, path)).StatusCode == HttpStatusCode.Forbidden);

        var answer = await designer.SendAsync(HttpMethod.Post, "workflow-definitions", Designer.Envelope(Designer.Chart("by " + person, ("a", "Elsa.WriteLine"))));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_page_and_a_foreign_page_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Visit().GetAsync("/elsa/api/workflow-definitions")).StatusCode);
        var designer = await Designer.EnterAsync(host);
        designer.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await designer.SendAsync(HttpMethod.Post, "workflow-definitions", new JsonObject())).StatusCode);
    }
}
