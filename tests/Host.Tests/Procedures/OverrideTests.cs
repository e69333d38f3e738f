using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Gongtui.Host.Inbox;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Overriding;
using Gongtui.Host.Tests.Support;
using Gongtui.Workflows.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>What the policy blocks is published only with the superior's approval of that very draft, and everybody can read that it was.</summary>
public sealed class OverrideTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_approval_publishes_the_draft_that_was_asked_for_and_all_pages_say_so()
    {
        var (designer, id, instance) = await AskAsync();
        var superior = await host.EnterAsync(Course.Superior);
        var task = await TaskAsync(instance);

        var inbox = await superior.ReadAsync("/tasks");
        var form = await superior.ReadAsync($"/tasks/{task}");
        var done = await superior.SubmitAsync($"/tasks/{task}", "task", ("decision", "approve"), ("number", "机工发〔2026〕特1号"));

        Assert.Contains("特批发布：", inbox, StringComparison.Ordinal);
        Assert.Contains("审批已由上级授权", form, StringComparison.Ordinal);
        Assert.Contains("应由上级党组织办理", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.True((await RowAsync(id)).IsPublished);
        Assert.True((await StateAsync(instance)).State.Published);
        Assert.Equal("Finished", (await host.InScopeAsync<GongtuiDb, ElectionRow>(db => db.Elections.SingleAsync(row => row.Instance == instance))).Status);
        var history = await designer.ReadAsync($"/design/{id}");
        Assert.Contains("特批发布", history, StringComparison.Ordinal);
        Assert.Contains("机工发〔2026〕特1号", history, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await superior.GetAsync($"/elections/{instance}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await host.EnterAsync("gw-05")).GetAsync($"/audit/{instance}")).StatusCode);

        // An election on that version carries the mark.
        var staff = await host.EnterAsync(Course.Staff);
        var course = new Course(host, $"t-{Guid.NewGuid():N}"[..20]);
        var started = await course.PostAsync(Course.Staff, "/api/elections", new { unit = "zj", procedure = id, title = "特批版选举", id = course.Instance });
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        Assert.Contains("经上级特批发布", await staff.ReadAsync($"/audit/{course.Instance}"), StringComparison.Ordinal);
        var zip = new ZipArchive(await (await staff.GetAsync($"/api/elections/{course.Instance}/dossier")).Content.ReadAsStreamAsync());
        Assert.NotNull(zip.GetEntry($"overrides/{instance}.ndjson"));
        Assert.Contains("机工发〔2026〕特1号", await new StreamReader(await zip.GetEntry("report.html")!.OpenAsync()).ReadToEndAsync(), StringComparison.Ordinal);
        // It is offered to nobody as an election of their own.
        Assert.DoesNotContain("value=\"tefa\"", await staff.ReadAsync("/elections/start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_changed_meanwhile_cannot_be_approved()
    {
        var (_, id, instance) = await AskAsync();
        var designer = await Designer.EnterAsync(host);
        var draft = await designer.LatestAsync(id);
        draft["description"] = "又改了";
        await designer.SaveAsync(draft);
        var superior = await host.EnterAsync(Course.Superior);

        var refused = await superior.SubmitAsync($"/tasks/{await TaskAsync(instance)}", "task", ("decision", "approve"), ("number", "1号"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("草稿又改过", await Visitor.TextOf(refused), StringComparison.Ordinal);
        Assert.False((await RowAsync(id)).IsPublished);
        Assert.Null((await StateAsync(instance)).State.Approved);
    }

    [Fact]
    public async Task Declining_needs_a_reason_and_tells_it()
    {
        var (designer, id, instance) = await AskAsync();
        var superior = await host.EnterAsync(Course.Superior);
        var page = $"/tasks/{await TaskAsync(instance)}";

        var without = await superior.SubmitAsync(page, "task", ("decision", "decline"));
        var declined = await superior.SubmitAsync(page, "task", ("decision", "decline"), ("reason", "公示不能缩短"));

        Assert.NotEqual(HttpStatusCode.Found, without.StatusCode);
        Assert.Equal(HttpStatusCode.Found, declined.StatusCode);
        Assert.False((await RowAsync(id)).IsPublished);
        var history = await designer.ReadAsync($"/design/{id}");
        Assert.Contains("公示不能缩短", history, StringComparison.Ordinal);
        Assert.Contains("未获特批", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_does_not_approve_and_nobody_asks_twice_or_without_need()
    {
        await host.GrantAsync(Course.Superior, Gongtui.Host.Identity.Roles.Designer);
        var (_, id, instance) = await AskAsync(Course.Superior);
        var asker = await host.EnterAsync(Course.Superior);
        var task = await TaskAsync(instance);

        var own = await host.InScopeAsync<GongtuiDb, TaskRow>(db => db.Tasks.SingleAsync(row => row.Id == task));
        var twice = await asker.ReadAsync($"/design/{id}");
        var needless = await asker.ReadAsync("/design/zhujian");

        Assert.Contains($"person:{Course.Superior}", own.Excluded, StringComparison.Ordinal);
        Assert.DoesNotContain($"/tasks/{task}\"", await asker.ReadAsync("/tasks"), StringComparison.Ordinal);
        var refused = await asker.Client.PostAsync($"/api/tasks/{instance}/override-1/complete", System.Net.Http.Json.JsonContent.Create(new { decision = "approve", fields = new { number = "1号" } }));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False((await RowAsync(id)).IsPublished);
        Assert.Contains("等待决定", twice, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"override\"", needless, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Elsa.DispatchWorkflow", "Literal", "tefa")]
    [InlineData("Elsa.ExecuteWorkflow", "Literal", "tefa")]
    [InlineData("Elsa.DispatchWorkflow", "JavaScript", "'tefa'")]
    public async Task A_diagram_that_would_start_an_override_is_not_published_by_anybody(string type, string syntax, string value)
    {
        var designer = await Designer.EnterAsync(host);
        var (id, saved) = await SaveStarterAsync(designer, type, syntax, value);

        var (problem, said) = await designer.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, $"workflow-definitions/{id}/publish");
        var asked = await new Visitor(designer.Client).Client.GetAsync($"/design/{id}");
        var override_ = await host.InScopeAsync<GongtuiDb, int>(db => db.Elections.CountAsync(row => row.Procedure == "tefa" && row.TitleZh.Contains(saved)));

        Assert.Contains("特批只能由设计员在程序页面上请求", said + problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(0, override_);
    }

    [Fact]
    public async Task A_name_that_is_only_known_when_it_runs_starts_no_override_either()
    {
        var (id, name) = ($"starter-{Guid.NewGuid():N}"[..20], $"run-{Guid.NewGuid():N}"[..16]);
        await Kernel.SmallProcedures.PublishAsync(host, $$"""
            {"definitionId":"{{id}}","id":"{{id}}-1","version":1,"name":"{{id}}","root":{"id":"start","type":"Elsa.DispatchWorkflow","waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true} },
             "workflowDefinitionId":{"typeName":"String","expression":{"type":"JavaScript","value":"'te' + 'fa'"} } } }
            """);
        var before = await OverridesAsync();

        await Kernel.SmallProcedures.StartAsync(host, id, name);
        var state = await Kernel.SmallProcedures.UntilAsync(host, name, run => run.End is not null || run.Incidents.Any());

        Assert.True(state.End is not null || state.Incidents.Any(), "the step neither ended nor failed");
        Assert.Equal(before, await OverridesAsync());

        Task<int> OverridesAsync() => host.InScopeAsync<GongtuiDb, int>(db => db.Elections.CountAsync(row => row.Procedure == "tefa"));
    }

    [Fact]
    public async Task An_approval_that_a_crash_kept_from_publishing_is_finished_at_the_next_start()
    {
        var (_, id, instance) = await AskAsync();
        var superior = await host.EnterAsync(Course.Superior);
        var task = await host.InScopeAsync<GongtuiDb, TaskRow>(db => db.Tasks.SingleAsync(row => row.Instance == instance && row.State == TaskCase.Open));
        // As the handler does it, without what comes after.
        await host.Services.GetRequiredService<Gongtui.Engine.Execution.Runtime>().SendAsync(new Gongtui.Engine.Execution.ResumeCommand(instance, task.Bookmark!)
        {
            Now = DateTimeOffset.UtcNow,
            By = Course.Superior,
            Input = new Dictionary<string, object?>
            {
                ["actor"] = Gongtui.Activities.Elections.FormReader.Write(new Gongtui.Activities.Elections.Actor(Course.Superior, "上级", ["role:superior"])),
                ["completion"] = Gongtui.Activities.Elections.FormReader.Write(new Gongtui.Activities.Tasks.TaskCompletion(
                    task.Task, "approve", null, Gongtui.Activities.Elections.FormReader.Write(new Gongtui.Activities.Overriding.OverrideForm("2号")))),
            },
        });
        Assert.False((await RowAsync(id)).IsPublished);

        var waiting = await host.InScopeAsync<OverrideBook, IReadOnlyList<string>>(book => book.WaitingAsync(default));
        await new OverrideRecovery(host.Services.GetRequiredService<IServiceScopeFactory>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<OverrideRecovery>.Instance).StartAsync(default);
        for (var i = 0; i < 100 && !(await StateAsync(instance)).State.Published; i++) await Task.Delay(50);

        Assert.Contains(instance, waiting);
        Assert.True((await RowAsync(id)).IsPublished);
        Assert.True((await StateAsync(instance)).State.Published);
    }

    /// <summary>A draft with approvals by the staff, and the question for its override.</summary>
    private async Task<(Visitor Designer, string Procedure, string Instance)> AskAsync(string person = Designer.Person)
    {
        var designer = await Designer.EnterAsync(host, person);
        var json = ProductProcedures.All().Select(bytes => JsonNode.Parse(bytes)!.AsObject()).Single(document => (string?)document["definitionId"] == "zhujian");
        foreach (var name in new[] { "id", "definitionId", "version", "isPublished", "isLatest" }) json.Remove(name);
        json["name"] = $"特批 {Guid.NewGuid():N}"[..12];
        foreach (var node in json["root"]!["activities"]!.AsArray().Where(node => (string?)node!["type"] == "Gongtui.Approval"))
            node!["assignee"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "role:staff" } };
        var id = (string)(await designer.SaveAsync(json))["definitionId"]!;
        var visitor = new Visitor(designer.Client);
        var asked = await visitor.SubmitAsync($"/design/{id}", "override", ("reason", "审批已由上级授权"));
        Assert.True(asked.StatusCode == HttpStatusCode.Found, await Visitor.TextOf(asked));
        var row = await RowAsync(id);
        return (visitor, id, (await host.InScopeAsync<OverrideBook, IReadOnlyList<KnownOverride>>(book => book.OfAsync([row.Id], default))).Single().Instance);
    }

    private Task<ProcedureRow> RowAsync(string id) => host.InScopeAsync<GongtuiDb, ProcedureRow>(db => db.Procedures.SingleAsync(row => row.DefinitionId == id && row.IsLatest));

    private async Task<KnownOverride> StateAsync(string instance) => (await host.InScopeAsync<OverrideBook, KnownOverride?>(book => book.FindAsync(instance, default)))!;

    private Task<long> TaskAsync(string instance) =>
        host.InScopeAsync<GongtuiDb, long>(async db => (await db.Tasks.SingleAsync(row => row.Instance == instance && row.State == TaskCase.Open)).Id);

    /// <summary>A draft with one step that starts another procedure.</summary>
    private static async Task<(string Id, string Name)> SaveStarterAsync(Designer designer, string type, string syntax, string value)
    {
        var name = $"启动 {Guid.NewGuid():N}"[..14];
        var model = JsonNode.Parse($$"""
            {"name":"{{name}}","customProperties":{"policy":"其他"},"root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[
              {"id":"start","type":"{{type}}","version":1,"name":"Start1","workflowDefinitionId":{"typeName":"String","expression":{"type":"{{syntax}}","value":"{{value}}"} } },
              {"id":"end","type":"Elsa.Finish","version":1,"name":"Finish1"}],
             "connections":[{"source":{"activity":"start","port":"Done"},"target":{"activity":"end","port":"In"} }] } }
            """)!;
        return ((string)(await designer.SaveAsync(model))["definitionId"]!, name);
    }
}
