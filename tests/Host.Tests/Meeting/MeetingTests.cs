using System.Net;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Reports;
using Gongtui.Host.Tests.Support;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Meeting;

/// <summary>The meeting on its pages: attendance, tellers, the account, ties and shortages, the result.</summary>
public sealed class MeetingTests(MeetingHost host) : IClassFixture<MeetingHost>
{
    [Fact]
    public async Task The_attendance_page_says_how_many_are_missing_and_opens_when_they_have_come()
    {
        var meeting = await host.MeetAsync();
        var staff = await host.EnterAsync(Staff);
        var page = $"/tasks/{await meeting.TaskAsync(TaskKinds.Attendance)}";

        var few = await Visitor.TextOf(await staff.SubmitAsync(page, "task", [("decision", Decisions.Open), .. Present(23)]));
        var preview = await Visitor.TextOf(await staff.SubmitAsync(page, "task", [("decision", "preview"), .. Present(22)]));
        var unknown = await staff.SubmitAsync(page, "task", [("decision", "x")]);
        var opened = await staff.SubmitAsync(page, "task", [("decision", Decisions.Open), .. Present(24)]);

        Assert.Contains("还差 1 人", few, StringComparison.Ordinal);
        Assert.Contains("5×23=115 ≥ 4×30=120", few, StringComparison.Ordinal);
        Assert.Contains("2 人", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal(24, (await meeting.ElectionAsync()).Voting.Attendance!.Present.Count);
    }

    [Fact]
    public async Task Leaving_people_out_needs_the_meetings_vote_and_lowers_the_number_due()
    {
        var meeting = await host.MeetAsync();
        var staff = await host.EnterAsync(Staff);
        var page = $"/tasks/{await meeting.TaskAsync(TaskKinds.Attendance)}";
        (string, string)[] form =
        [
            ("decision", Decisions.Open), .. Present(23), ("out-0", "zj-30"), ("ground-0", "LongIncapable"), ("evidence-0", "工委同意"),
            ("out-1", "zj-29"), ("ground-1", "AbroadPrivately"), ("evidence-1", "工委同意"),
        ];

        var unvoted = await Visitor.TextOf(await staff.SubmitAsync(page, "task", form));
        var voted = await staff.SubmitAsync(page, "task", [.. form, ("exclusionsYes", "23")]);

        Assert.Contains("须经大会表决", unvoted, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, voted.StatusCode);
        Assert.Equal(28, (await meeting.ElectionAsync()).Voting.Attendance!.Due);
    }

    [Fact]
    public async Task Candidates_cannot_be_chosen_as_tellers()
    {
        var meeting = await host.MeetAsync();
        await meeting.DoAsync(TaskKinds.Attendance, Staff, Decisions.Open, new AttendanceForm(Members(1, 30), []));
        var staff = await host.EnterAsync(Staff);
        var page = $"/tasks/{await meeting.TaskAsync(TaskKinds.Tellers)}";

        var html = await staff.ReadAsync(page);
        var refused = await Visitor.TextOf(await staff.SubmitAsync(page, "task",
            ("decision", Decisions.Adopt), ("role-zj-03", "s"), ("role-zj-21", "t"), ("yes", "30"), ("rulesFor", "30")));
        var adopted = await staff.SubmitAsync(page, "task",
            ("decision", Decisions.Adopt), ("role-zj-20", "s"), ("role-zj-21", "t"), ("yes", "30"), ("rulesFor", "30"));

        Assert.DoesNotContain("name=\"role-zj-03\"", html, StringComparison.Ordinal);
        Assert.Contains("是候选人", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, adopted.StatusCode);
    }

    [Fact]
    public async Task Only_the_adopted_tellers_close_the_box()
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        await meeting.VoteAsync((30, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]));

        var staff = await meeting.TryAsync(TaskKinds.CloseBallot, Staff, Decisions.Count, new { });
        var page = await (await host.EnterAsync(Scrutineer)).ReadAsync($"/tasks/{await meeting.TaskAsync(TaskKinds.CloseBallot)}");
        await meeting.CloseAsync();

        Assert.Equal(RefusalKinds.NotAssigned, staff!.Kind);
        Assert.Contains("30 / 30", page, StringComparison.Ordinal);
        Assert.Contains((await meeting.ElectionAsync()).Tasks.Values, task => task.Kind == TaskKinds.Announce);
    }

    [Fact]
    public async Task A_result_is_held_until_it_is_announced_and_then_shows_every_proof()
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        await meeting.VoteAsync((20, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]), (10, ["zj-03", "zj-05", "zj-08"]));
        await meeting.CloseAsync();
        var member = await host.EnterAsync("zj-22");
        var results = $"/elections/{meeting.Instance}/results";

        var held = await member.GetAsync(results);
        var heldApi = await member.GetAsync($"/api/elections/{meeting.Instance}/results");
        var hall = await member.ReadAsync($"/elections/{meeting.Instance}/hall");
        var task = await member.ReadAsync($"/tasks/{await meeting.TaskAsync(TaskKinds.Announce)}");
        await meeting.DoAsync(TaskKinds.Announce, Staff, Decisions.Announce, new AnnounceForm());
        var shown = await member.ReadAsync(results);
        var report = await member.ReadAsync($"{results}/report");

        Assert.Equal(HttpStatusCode.Conflict, held.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, heldApi.StatusCode);
        Assert.DoesNotContain("2×", hall, StringComparison.Ordinal);
        Assert.DoesNotContain("当选", hall, StringComparison.Ordinal);
        Assert.DoesNotContain("沈国梁", task, StringComparison.Ordinal);
        Assert.Contains("2×20=40 > 30", shown, StringComparison.Ordinal);
        Assert.Contains("2×10=20 > 30", shown, StringComparison.Ordinal);
        Assert.Contains("监票人签名", report, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/api/elections/{meeting.Instance}/results")).StatusCode);
    }

    [Fact]
    public async Task A_tie_is_voted_on_again_among_the_tied_then_people_decide()
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        await meeting.VoteAsync((15, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]), (15, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-08"]));
        await meeting.CloseAsync();
        // 15 of 30 is no majority: the third seat is short, and both stand again.
        await meeting.DoAsync(TaskKinds.Shortage, Staff, Decisions.Submit,
            new ShortageForm([new(Member, ShortageChoice.Again, "大会决定另行选举。")]));

        var voting = (await meeting.ElectionAsync()).Voting;
        Assert.Equal(["zj-07", "zj-08"], Assert.Single(voting.Contests).Candidates.Order(StringComparer.Ordinal));

        await meeting.OpenAsync();
        await meeting.VoteAsync((16, ["zj-07"]), (14, ["zj-08"]));
        await meeting.CloseAsync();
        await meeting.DoAsync(TaskKinds.Announce, Staff, Decisions.Announce, new AnnounceForm());
        var results = (await meeting.AsAsync("zj-02", new ShowResults(meeting.Instance))).Value!;

        Assert.Equal(2, results.Rounds.Count);
        Assert.Contains("zj-07", results.Announced[2].People);
    }

    [Fact]
    public async Task A_void_vote_leaves_nothing_counted()
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        await meeting.VoteAsync((30, ["zj-03", "zj-04", "zj-05"]));

        await meeting.DoAsync(TaskKinds.CloseBallot, Scrutineer, Decisions.Void, new { reason = "票箱被打翻" });

        var election = await meeting.ElectionAsync();
        Assert.Empty(election.Voting.Posts);
        Assert.Contains(election.Tasks.Values, task => task.Kind == TaskKinds.Notice);
    }

    private static IEnumerable<(string, string)> Present(int people) => Members(1, people).Select(person => ("present", person));
}
