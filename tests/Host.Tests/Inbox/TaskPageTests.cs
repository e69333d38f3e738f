using System.Net;
using Gongtui.Host.Tests.Support;
using Xunit;
using static Gongtui.Host.Tests.Support.Course;

namespace Gongtui.Host.Tests.Inbox;

/// <summary>The pages by which people without a program do their tasks: plain forms, nothing else.</summary>
public sealed class TaskPageTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly (string, string)[] GoodPlan =
    [
        ("secretary.seats", "1"), ("secretary.mode", "Equal"), ("member.seats", "3"), ("member.mode", "Differential"),
        ("meetingOn", "2099-01-05"), ("place", "会议室"), ("conditions", "正式党员"), ("rulePackId", "primary-2020"), ("decision", "submit"),
    ];

    [Fact]
    public async Task From_the_plan_to_a_receipt_by_forms_alone()
    {
        var course = await StartAsync(host);

        await DoneAsync(course, Staff, "plan-1", GoodPlan);
        await DoneAsync(course, Superior, "approval-1", ("number", "机工发〔2026〕1号"), ("decision", "approve"));
        await DoneAsync(course, Staff, "notice-1", ("title", "方案公告"), ("body", "正文"), ("audience", "member"), ("decision", "publish"));
        var cast = await SubmitAsync(course, Member, "recommend-1", ("recommend.secretary", "zj-03"), ("recommend.member", "zj-04"), ("recommend.member", "zj-05"), ("decision", "cast"));

        Assert.Equal(HttpStatusCode.OK, cast.StatusCode);
        Assert.Matches("class=\"receipt\">([0-9a-f]{4} ){15}[0-9a-f]{4}<", await Visitor.TextOf(cast));
        Assert.Contains("您已经投过", await (await course.AsAsync(Member)).ReadAsync($"/tasks/{await course.NumberAsync("recommend-1")}"), StringComparison.Ordinal);
        Assert.DoesNotContain("党员推荐", await (await course.AsAsync(Member)).ReadAsync("/tasks"), StringComparison.Ordinal);
        Assert.Contains("党员推荐", await (await course.AsAsync(OtherMember)).ReadAsync("/tasks"), StringComparison.Ordinal);

        await DoneAsync(course, Staff, "close-box-1", ("decision", "close"));
        Assert.Equal(1, (await course.NowAsync()).Boxes[$"{course.Instance}/1"].Submitted);
    }

    [Fact]
    public async Task A_refused_form_says_why_and_keeps_what_was_typed()
    {
        var course = await StartAsync(host);
        var head = await course.HeadAsync();

        var answer = await SubmitAsync(course, Staff, "plan-1", [.. GoodPlan, ("member.candidates", "3"), ("reasons", "试点经验")]);
        var page = await Visitor.TextOf(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("5×(3−3)=0 ≥ 3", page, StringComparison.Ordinal);
        Assert.Contains("第13条", page, StringComparison.Ordinal);
        Assert.Contains("须有 4 名候选人", page, StringComparison.Ordinal);
        Assert.Contains("试点经验", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2099-01-05\"", page, StringComparison.Ordinal);
        Assert.Equal(head, await course.HeadAsync());
    }

    [Fact]
    public async Task A_number_that_the_rules_do_not_allow_is_put_right_with_one_click_and_nothing_else_changes()
    {
        var course = await StartAsync(host);
        var head = await course.HeadAsync();
        (string, string)[] typed = [.. GoodPlan.Where(field => field.Item1 != "member.seats"), ("member.seats", "7"), ("member.candidates", "8"), ("reasons", "试点经验")];

        var refused = await Visitor.TextOf(await SubmitAsync(course, Staff, "plan-1", typed));
        var answer = await SubmitAsync(course, Staff, "plan-1", [.. typed, ("fill", "member.candidates=9")]);
        var filled = await Visitor.TextOf(answer);

        Assert.Contains("名额 7 须有 9 名候选人，不是 8 名", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"member.candidates=9\"", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("name=\"member.candidates\" inputmode=\"numeric\" size=\"4\" class=\"short\" aria-label=\"委员 候选人数\" value=\"9\"", filled, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"member.candidates=9\"", filled, StringComparison.Ordinal);
        Assert.Contains("试点经验", filled, StringComparison.Ordinal);
        Assert.Equal(head, await course.HeadAsync());
    }

    [Theory]
    [InlineData("member.seats", "three")]
    [InlineData("member.seats", "99999999999999999999")]
    [InlineData("meetingOn", "下周")]
    [InlineData("recommendationRatio", "1/0")]
    [InlineData("assessmentParticipation", "4/5")]
    [InlineData("member.mode", "Perhaps")]
    public async Task What_cannot_be_read_is_refused_in_words(string field, string value)
    {
        var course = await StartAsync(host);
        var head = await course.HeadAsync();

        var answer = await SubmitAsync(course, Staff, "plan-1", [.. GoodPlan.Where(pair => pair.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("有一栏没有填对", await Visitor.TextOf(answer), StringComparison.Ordinal);
        Assert.Equal(head, await course.HeadAsync());
    }

    [Fact]
    public async Task Checking_a_plan_hands_nothing_in()
    {
        var course = await StartAsync(host);
        var head = await course.HeadAsync();

        var answer = await SubmitAsync(course, Staff, "plan-1", [.. GoodPlan.Where(pair => pair.Item1 != "decision"), ("member.candidates", "3"), ("decision", "preview")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("不可行", await Visitor.TextOf(answer), StringComparison.Ordinal);
        Assert.Equal(head, await course.HeadAsync());
    }

    [Fact]
    public async Task Whoever_may_not_do_a_task_sees_why_and_no_form()
    {
        var course = await StartAsync(host);

        var page = await (await course.AsAsync(Member)).ReadAsync($"/tasks/{await course.NumberAsync("plan-1")}");

        Assert.Contains("不是交给", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"decision\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_done_task_shows_what_became_of_it()
    {
        var course = await StartAsync(host);
        await course.DoneAsync(Staff, "plan-1", "submit", Plan());
        await course.DoneAsync(Superior, "approval-1", "return", new { reason = "名额再议" });

        var staff = await course.AsAsync(Staff);
        Assert.Contains("潘定邦", await staff.ReadAsync($"/tasks/{await course.NumberAsync("approval-1")}"), StringComparison.Ordinal);
        Assert.Contains("名额再议", await staff.ReadAsync($"/tasks/{await course.NumberAsync("plan-2")}"), StringComparison.Ordinal);
        Assert.Contains("审批实施方案", await (await course.AsAsync(Superior)).ReadAsync("/tasks?view=done"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_left_open_while_the_task_was_done_elsewhere_is_refused_in_words()
    {
        var course = await StartAsync(host);
        var (staff, page) = (await course.AsAsync(Staff), $"/tasks/{await course.NumberAsync("plan-1")}");
        var (plan, claim) = (await staff.FillInAsync(page, "task", GoodPlan), await staff.FillInAsync(page, "claim"));
        await course.DoneAsync(Staff, "plan-1", "submit", Plan());
        var head = await course.HeadAsync();

        foreach (var left in new[] { plan, claim })
        {
            var answer = await staff.SendAsync(page, left);
            var said = await Visitor.TextOf(answer);

            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("已经办结或撤回", said, StringComparison.Ordinal);
            Assert.Contains("请刷新待办列表", said, StringComparison.Ordinal);
        }

        Assert.Equal(head, await course.HeadAsync());
    }

    [Fact]
    public async Task A_sheet_sent_twice_from_one_window_gets_its_receipt_twice_and_from_another_none()
    {
        var course = await AtRecommendationAsync(host);
        var (member, page) = (await course.AsAsync(Member), $"/tasks/{await course.NumberAsync("recommend-1")}");
        (string, string)[] names = [("recommend.secretary", "zj-03"), ("decision", "cast")];
        var (first, other) = (await member.FillInAsync(page, "task", names), await member.FillInAsync(page, "task", names));

        var receipt = ReceiptOf(await member.SendAsync(page, first));
        var again = ReceiptOf(await member.SendAsync(page, first));
        var second = await Visitor.TextOf(await member.SendAsync(page, other));

        Assert.Equal(await receipt, await again);
        Assert.Contains("您已经投过", second, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"receipt\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_confirm_reading_a_notice_once()
    {
        var course = await AtRecommendationAsync(host);
        var member = await course.AsAsync(Member);
        var link = (await member.ReadAsync($"/elections/{course.Instance}")).Split("href=\"/notices/")[1].Split('"')[0];

        await member.SubmitAsync($"/notices/{link}", "read");
        var head = await course.HeadAsync();
        Assert.Contains("已有 1 人阅知", await member.ReadAsync($"/notices/{link}"), StringComparison.Ordinal);

        Assert.True((await member.Client.PostAsync($"/api/notices/{link}/read", null)).IsSuccessStatusCode);
        Assert.Equal(head, await course.HeadAsync());
        Assert.Contains(Member, (await course.NowAsync()).Notices["notice-1"].Readers);
        await course.RefusedAsync(HttpStatusCode.Forbidden, "not-assigned", () => course.PostAsync(Superior, $"/api/notices/{link}/read", null));
    }

    private static async Task<HttpResponseMessage> SubmitAsync(Course course, string person, string task, params (string, string)[] fields) =>
        await (await course.AsAsync(person)).SubmitAsync($"/tasks/{await course.NumberAsync(task)}", "task", fields);

    private static async Task<string> ReceiptOf(HttpResponseMessage answer) =>
        (await Visitor.TextOf(answer)).Split("class=\"receipt\">")[1].Split('<')[0];

    private static async Task DoneAsync(Course course, string person, string task, params (string, string)[] fields)
    {
        var answer = await SubmitAsync(course, person, task, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Visitor.TextOf(answer));
    }
}
