using System.Net;
using System.Text.Json.Nodes;
using Gongtui.Host.Audit;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Api;

/// <summary>What the editor's viewer shows of an election, and to whom.</summary>
public sealed class InstanceTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Auditor = "gw-05";
    private const string Plan = "Workflow1:zhujian-flow:plan";

    [Fact]
    public async Task The_diagram_is_coloured_by_what_the_journal_says()
    {
        var course = await Course.StartAsync(host);
        await course.DoneAsync(Course.Staff, "plan-1", "submit", Course.Plan());
        var designer = await Designer.EnterAsync(host);

        var stats = (await designer.AskAsync(HttpMethod.Post, "activity-executions/report", new JsonObject
        {
            ["workflowInstanceId"] = course.Instance,
            ["activityNodeIds"] = new JsonArray(Plan, "Workflow1:zhujian-flow:approve-plan", "Workflow1:zhujian-flow:ratify"),
        }))["stats"]!.AsArray();

        Assert.Equal([(1, 1, false), (1, 0, true)], stats.Select(stat => ((int)stat!["startedCount"]!, (int)stat["completedCount"]!, (bool)stat["isBlocked"]!)));
        var execution = (await designer.AskAsync(HttpMethod.Get, $"activity-executions/list?WorkflowInstanceId={course.Instance}&ActivityNodeId=Workflow1:zhujian-flow:approve-plan"))["items"]![0]!;
        Assert.Equal("plan", (string?)execution["schedulingActivityId"]);
        Assert.Equal("plan", (string?)execution["activityState"]!["Subject"]);
        Assert.Equal("Running", (string?)execution["status"]);
        var stack = await designer.AskAsync(HttpMethod.Get, $"activity-executions/{execution["id"]}/call-stack?includeCrossWorkflowChain=True");
        Assert.Equal(["zhujian-flow", "plan", "approve-plan"], stack["items"]!.AsArray().Select(step => (string)step!["activityId"]!));
    }

    [Fact]
    public async Task Designers_see_the_flow_and_auditors_what_was_recorded()
    {
        var course = await Course.StartAsync(host);
        var (designer, auditor) = (await Designer.EnterAsync(host), await Designer.MakeAsync(host, Auditor));
        var path = $"workflow-instances/{course.Instance}/journal?skip=0&take=110";

        var flow = (await designer.AskAsync(HttpMethod.Post, path, new JsonObject()))["items"]!.AsArray();
        var record = (await auditor.AskAsync(HttpMethod.Post, path, new JsonObject()))["items"]!.AsArray();

        Assert.Equal(flow.Count, record.Count);
        Assert.Null(flow.Single(line => (string?)line!["eventName"] == FactWords.Of("RollTaken").Zh)!["payload"]);
        Assert.NotEmpty(record.Single(line => (string?)line!["eventName"] == FactWords.Of("RollTaken").Zh)!["payload"]!["people"]!.AsArray());
        Assert.DoesNotContain("people", (await designer.AskAsync(HttpMethod.Get, $"workflow-instances/{course.Instance}")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_filters_and_members_do_not_get_it()
    {
        var course = await Course.StartAsync(host);
        var designer = await Designer.EnterAsync(host);
        JsonObject Filter(string status) => new()
        {
            ["page"] = 0, ["pageSize"] = 100, ["definitionIds"] = new JsonArray("zhujian"), ["statuses"] = new JsonArray(status), ["isSystem"] = false, ["searchTerm"] = course.Instance,
        };

        Assert.Equal(1, (int)(await designer.AskAsync(HttpMethod.Post, "workflow-instances", Filter("Running")))["totalCount"]!);
        Assert.Equal(0, (int)(await designer.AskAsync(HttpMethod.Post, "workflow-instances", Filter("Finished")))["totalCount"]!);
        var member = await course.AsAsync(Course.Member);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/elsa/api/workflow-instances")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync($"/elsa/api/workflow-instances/{course.Instance}")).StatusCode);
    }

    [Fact]
    public async Task Ending_an_election_is_for_its_staff_and_leaves_a_line_in_the_journal()
    {
        var course = await Course.StartAsync(host);
        var (designer, staff) = (await Designer.EnterAsync(host), await Designer.MakeAsync(host, Course.Staff));
        var cancel = $"cancel/workflow-instances/{course.Instance}";
        await designer.RefusedAsync(HttpStatusCode.Forbidden, HttpMethod.Post, cancel, new JsonObject());

        await staff.AskAsync(HttpMethod.Post, cancel, new JsonObject());

        var lines = (await staff.AskAsync(HttpMethod.Get, $"workflow-instances/{course.Instance}/journal"))["items"]!.AsArray();
        var asked = lines.Single(line => (string?)line!["eventName"] == "要求终止");
        Assert.Equal(Course.Staff, (string?)asked!["source"]);
        Assert.Equal("Cancelled", (string?)(await designer.AskAsync(HttpMethod.Get, $"workflow-instances/{course.Instance}"))["subStatus"]);
    }

    [Fact]
    public async Task A_draft_does_not_run_and_an_election_is_not_started_from_the_editor()
    {
        var designer = await Designer.EnterAsync(host);
        var draft = await designer.SaveAsync(Designer.Chart("not published", ("a", "Elsa.WriteLine")));

        var (_, message) = await designer.RefusedAsync(
            HttpStatusCode.BadRequest, HttpMethod.Post, $"workflow-definitions/{draft["definitionId"]}/execute", new JsonObject { ["versionOptions"] = "Latest" });
        Assert.Contains("发布", message, StringComparison.Ordinal);
        await designer.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, "workflow-definitions/zhujian/dispatch", new JsonObject());
    }

    [Theory]
    [InlineData("execute")]
    [InlineData("dispatch")]
    [InlineData("bulk-dispatch")]
    public async Task A_section_does_not_run_by_itself(string how)
    {
        var designer = await Designer.EnterAsync(host);
        var section = Designer.Chart("part " + how, ("a", "Elsa.WriteLine"));
        section["options"] = new JsonObject { ["usableAsActivity"] = true };
        var id = (await designer.SaveAsync(section, publish: true))["definitionId"];

        var (_, message) = await designer.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, $"workflow-definitions/{id}/{how}", new JsonObject());

        Assert.Contains("组合环节", message, StringComparison.Ordinal);
        Assert.Contains("请启动用到它的程序", message, StringComparison.Ordinal);
    }
}
