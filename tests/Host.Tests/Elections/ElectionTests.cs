using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gongtui.Host.Tests.Support;
using Xunit;
using static Gongtui.Host.Tests.Support.Course;

namespace Gongtui.Host.Tests.Elections;

public sealed class ElectionTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Starting_takes_the_roll_and_asks_for_the_plan()
    {
        var course = await StartAsync(host);
        var election = await course.NowAsync();

        Assert.Equal(40, election.People.Count);
        Assert.Equal(["plan-1"], election.Tasks.Keys);
        var shown = await (await course.AsAsync(Staff)).Client.GetFromJsonAsync<JsonElement>($"/api/elections/{course.Instance}");
        Assert.Equal("Running", shown.GetProperty("election").GetProperty("status").GetString());
        Assert.Equal("Waiting", shown.GetProperty("steps")[0].GetProperty("state").GetString());
        Assert.Equal(await course.HeadAsync(), shown.GetProperty("election").GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task Starting_twice_with_one_id_starts_once()
    {
        var course = await StartAsync(host);

        await course.RefusedAsync(HttpStatusCode.Conflict, "conflict", () =>
            course.PostAsync(Staff, "/api/elections", new { unit = "zj", procedure = "zhujian", title = "又一次", id = course.Instance }));
    }

    [Theory]
    [InlineData(Member, "zj", "zhujian", "选举", HttpStatusCode.Forbidden, "forbidden")]
    [InlineData(Staff, "gw", "zhujian", "选举", HttpStatusCode.Forbidden, "forbidden")]
    [InlineData(Staff, "zj", "no-such", "选举", HttpStatusCode.NotFound, "not-found")]
    [InlineData(Staff, "zj", "zhujian", " ", HttpStatusCode.BadRequest, "invalid")]
    public async Task What_cannot_be_started_is_refused(string person, string unit, string procedure, string title, HttpStatusCode status, string kind)
    {
        var course = new Course(host, "never-begun");

        await course.RefusedAsync(status, kind, () => course.PostAsync(person, "/api/elections", new { unit, procedure, title, id = course.Instance }));

        Assert.Equal(0, await course.HeadAsync());
    }

    [Fact]
    public async Task A_section_is_no_election_and_says_what_to_start_instead()
    {
        var course = new Course(host, "never-begun-section");

        var problem = await course.RefusedAsync(HttpStatusCode.BadRequest, "invalid", () =>
            course.PostAsync(Staff, "/api/elections", new { unit = "zj", procedure = "voting", title = "选举", id = course.Instance }));

        Assert.Contains("组合环节", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("请启动用到它的程序", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await course.HeadAsync());
    }

    [Fact]
    public async Task Cancelling_needs_the_right_and_a_reason()
    {
        var course = await StartAsync(host);
        var path = $"/api/elections/{course.Instance}/cancel";

        await course.RefusedAsync(HttpStatusCode.Forbidden, "forbidden", () => course.PostAsync(Member, path, new { reason = "不想选了" }));
        await course.RefusedAsync(HttpStatusCode.BadRequest, "incomplete", () => course.PostAsync(Staff, path, new { reason = "" }));
        await course.RefusedAsync(HttpStatusCode.NotFound, "not-found", () => course.PostAsync(Staff, "/api/elections/no-such/cancel", new { reason = "x" }));
    }

    [Fact]
    public async Task The_page_shows_the_diagram_in_its_colours_and_who_is_next()
    {
        var course = await StartAsync(host);
        await course.DoneAsync(Staff, "plan-1", "submit", Plan());

        var page = await (await course.AsAsync(Superior)).ReadAsync($"/elections/{course.Instance}");

        Assert.Contains("class=\"node done ", page, StringComparison.Ordinal);
        Assert.Contains("制订方案 — 已完成", page, StringComparison.Ordinal);
        Assert.Contains("审批方案 — 等待办理", page, StringComparison.Ordinal);
        Assert.Contains($"/tasks/{await course.NumberAsync("approval-1")}", page, StringComparison.Ordinal);
        Assert.Contains("终止选举", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_speak_English_when_asked()
    {
        var course = await StartAsync(host);
        var staff = await host.EnterAsync(Staff);
        await staff.GetAsync("/language/en");

        Assert.Contains("Draft the plan", await staff.ReadAsync($"/elections/{course.Instance}"), StringComparison.Ordinal);
        Assert.Contains("Posts and seats", await staff.ReadAsync($"/tasks/{await course.NumberAsync("plan-1")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_go_on_from_where_the_page_before_ended()
    {
        for (var i = 0; i < 3; i++) await StartAsync(host);
        var staff = (await host.EnterAsync(Staff)).Client;

        var first = await staff.GetFromJsonAsync<JsonElement>("/api/elections?take=2");
        var second = await staff.GetFromJsonAsync<JsonElement>($"/api/elections?take=2&before={first.GetProperty("next").GetString()}");

        var seen = new[] { first, second }.SelectMany(part => part.GetProperty("elections").EnumerateArray())
            .Select(election => election.GetProperty("instance").GetString()).ToList();
        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }
}
