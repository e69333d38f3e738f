using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Host.Tests.Support;
using Xunit;
using static Gongtui.Host.Tests.Support.Course;

namespace Gongtui.Host.Tests.Inbox;

/// <summary>Every way in which completing a task goes wrong: a clear refusal, and a journal that has not moved.</summary>
public sealed class TaskRefusalTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_unknown_election_and_an_unknown_task_are_told_apart()
    {
        var course = await StartAsync(host);

        await course.RefusedAsync(HttpStatusCode.NotFound, "unknown-task", () => course.CompleteAsync(Staff, "plan-7", "submit", Plan()));
        await course.RefusedAsync(HttpStatusCode.NotFound, "not-found", () =>
            course.PostAsync(Staff, "/api/tasks/no-such/plan-1/complete", new { decision = "submit" }));
    }

    [Fact]
    public async Task A_task_is_completed_once()
    {
        var course = await StartAsync(host);
        await course.DoneAsync(Staff, "plan-1", "submit", Plan());

        var problem = await course.RefusedAsync(HttpStatusCode.Conflict, "task-closed", () => course.CompleteAsync(Staff, "plan-1", "submit", Plan()));

        Assert.Equal("plan-1", problem.GetProperty("found").GetString());
        Assert.NotEqual("", problem.GetProperty("nextStep").GetString());
    }

    [Fact]
    public async Task Of_many_who_complete_a_task_at_once_one_does()
    {
        var course = await StartAsync(host);
        await course.AsAsync(Staff);
        await course.AsAsync(OtherStaff);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            course.CompleteAsync(i % 2 == 0 ? Staff : OtherStaff, "plan-1", "submit", Plan())));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(1, (await course.NowAsync()).Plan!.Version);
    }

    [Fact]
    public async Task The_wrong_person_cannot_complete_it()
    {
        var course = await StartAsync(host);

        await course.RefusedAsync(HttpStatusCode.Forbidden, "not-assigned", () => course.CompleteAsync(Member, "plan-1", "submit", Plan()));
        await course.DoneAsync(Staff, "plan-1", "submit", Plan());
        await course.RefusedAsync(HttpStatusCode.Forbidden, "not-assigned", () =>
            course.CompleteAsync(Staff, "approval-1", "approve", new { number = "1" }));
    }

    [Fact]
    public async Task Nobody_completes_a_task_of_a_cancelled_election()
    {
        var course = await StartAsync(host);
        var cancelled = await course.PostAsync(Staff, $"/api/elections/{course.Instance}/cancel", new { reason = "试验结束" });
        Assert.True(cancelled.IsSuccessStatusCode);

        await course.RefusedAsync(HttpStatusCode.Conflict, "election-over", () => course.CompleteAsync(Staff, "plan-1", "submit", Plan()));
        await course.RefusedAsync(HttpStatusCode.Conflict, "election-over", () =>
            course.PostAsync(Staff, $"/api/elections/{course.Instance}/cancel", new { reason = "再次" }));
    }

    [Fact]
    public async Task A_plan_with_impossible_ratios_is_refused_with_its_inequality()
    {
        var course = await StartAsync(host);

        var problem = await course.RefusedAsync(HttpStatusCode.UnprocessableEntity, "rule", () =>
            course.CompleteAsync(Staff, "plan-1", "submit", Plan(candidates: 3)));

        Assert.Equal("5×(3−3)=0 ≥ 3", problem.GetProperty("found").GetString());
        Assert.Equal("4", problem.GetProperty("expected").GetString());
        Assert.Contains("第13条", problem.GetProperty("article").GetString(), StringComparison.Ordinal);
        Assert.Equal("parameters.member.candidates", problem.GetProperty("field").GetString());
        Assert.Null((await course.NowAsync()).Plan);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"parameters":{"posts":[null]},"meetingOn":"2099-01-05","place":"x","conditions":"x"}""")]
    [InlineData("""{"parameters":{"posts":[]},"meetingOn":"soon","place":"x","conditions":"x"}""")]
    [InlineData("[1,2,3]")]
    public async Task A_form_of_another_shape_is_refused(string fields)
    {
        var course = await StartAsync(host);
        using var body = new StringContent($$"""{"decision":"submit","fields":{{fields}}}""", Encoding.UTF8, "application/json");
        var staff = await course.AsAsync(Staff);

        await course.RefusedAsync(HttpStatusCode.BadRequest, "malformed", () =>
            staff.Client.PostAsync($"/api/tasks/{course.Instance}/plan-1/complete", body));
    }

    [Theory]
    [InlineData("""{"posts":[{"post":"member","name":{"zh":"委员","en":"M"},"seats":2147483647,"mode":"Differential"}]}""")]
    [InlineData("""{"posts":[{"post":"member","name":{"zh":"委员","en":"M"},"seats":-1,"mode":"Differential"}]}""")]
    [InlineData("""{"posts":[{"post":"member","name":{"zh":"委员","en":"M"},"seats":3,"mode":"Differential","investigated":2147483647}]}""")]
    [InlineData("""{"posts":[{"post":"a","name":{"zh":"委员","en":"M"},"seats":1,"mode":"Equal"},{"post":"a","name":{"zh":"委员","en":"M"},"seats":1,"mode":"Equal"}]}""")]
    [InlineData("""{"posts":[]}""")]
    [InlineData("""{"investigationRatio":"2147483647/1"}""")]
    [InlineData("""{"recommendationRatio":"-3/2"}""")]
    [InlineData("""{"assessmentParticipation":{"ratio":"9/5","strict":false}}""")]
    [InlineData("""{"publicityWorkingDays":2147483647}""")]
    [InlineData("""{"tieLoops":-1}""")]
    [InlineData("""{"tellers":0}""")]
    [InlineData("""{"rulePackId":"none"}""")]
    [InlineData("""{"rulePackId":null}""")]
    [InlineData("""{"mode":"TwoRounds"}""")]
    [InlineData("""{"mode":99}""")]
    [InlineData("""{"counting":null}""")]
    [InlineData("""{"approvals":[]}""")]
    public async Task A_plan_that_no_election_can_use_is_refused_and_breaks_nothing(string change)
    {
        var course = await StartAsync(host);
        var plan = JsonSerializer.SerializeToNode(Plan())!;
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) plan["parameters"]![name] = value?.DeepClone();
        plan["reasons"] = "有理由";
        var before = await course.HeadAsync();

        var answer = await course.CompleteAsync(Staff, "plan-1", "submit", plan);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, await answer.Content.ReadAsStringAsync());
        Assert.Equal(before, await course.HeadAsync());
    }

    [Fact]
    public async Task Bodies_that_are_no_JSON_or_too_long_are_refused()
    {
        var course = await StartAsync(host);
        var staff = await course.AsAsync(Staff);
        var path = $"/api/tasks/{course.Instance}/plan-1/complete";
        using var garbage = new StringContent("{\"decision\":", Encoding.UTF8, "application/json");
        using var endless = new StringContent($$"""{"decision":"{{new string('x', (2 * 1024 * 1024) + 1)}}"}""", Encoding.UTF8, "application/json");

        await course.RefusedAsync(HttpStatusCode.BadRequest, "invalid", () => staff.Client.PostAsync(path, garbage));
        await course.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "too-large", () => staff.Client.PostAsync(path, endless));
        await course.RefusedAsync(HttpStatusCode.BadRequest, "invalid", () =>
            course.PostAsync(Staff, path, new { decision = "submit", comment = new string('x', 4001), fields = Plan() }));
    }

    [Fact]
    public async Task A_decision_that_the_task_does_not_offer_is_refused()
    {
        var course = await StartAsync(host);

        await course.RefusedAsync(HttpStatusCode.UnprocessableEntity, "unknown-decision", () => course.CompleteAsync(Staff, "plan-1", "approve", Plan()));
    }

    [Fact]
    public async Task A_task_that_somebody_took_on_is_theirs_until_they_give_it_back()
    {
        var course = await StartAsync(host);
        var path = $"/api/tasks/{course.Instance}/plan-1";
        Assert.True((await course.PostAsync(Staff, path + "/claim", null)).IsSuccessStatusCode);

        await course.RefusedAsync(HttpStatusCode.Conflict, "claimed", () => course.CompleteAsync(OtherStaff, "plan-1", "submit", Plan()));
        await course.RefusedAsync(HttpStatusCode.Conflict, "claimed", () => course.PostAsync(OtherStaff, path + "/claim", null));
        await course.RefusedAsync(HttpStatusCode.Forbidden, "not-assigned", () => course.PostAsync(OtherStaff, path + "/release", null));
        await course.RefusedAsync(HttpStatusCode.Forbidden, "not-assigned", () => course.PostAsync(Member, path + "/claim", null));

        Assert.True((await course.PostAsync(Staff, path + "/release", null)).IsSuccessStatusCode);
        await course.DoneAsync(OtherStaff, "plan-1", "submit", Plan());
    }

    [Fact]
    public async Task A_visitor_gets_401_and_no_redirect()
    {
        var course = await StartAsync(host);
        var visitor = host.Visit();

        await course.RefusedAsync(HttpStatusCode.Unauthorized, "sign-in-required", () =>
            visitor.Client.PostAsync($"/api/tasks/{course.Instance}/plan-1/complete", null));
    }
}
