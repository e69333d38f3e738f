using System.Text.Json;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>What people get wrong, against the running procedure: a refusal, and a journal as long as before.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_roll_with_homonyms_starts_nothing()
    {
        var desk = new Desk();

        Assert.IsType<Refusal>(await desk.StartAsync([.. Given.People, new Person("z", "党员01", PersonKind.Full)]));
        Assert.Null(desk.Standing);
    }

    [Fact]
    public async Task A_start_without_roll_is_refused() =>
        Assert.Equal(RefusalKinds.Malformed, Assert.IsType<Refusal>(await new Desk().StartAsync(new Dictionary<string, object?>())).Kind);

    [Fact]
    public async Task Whoever_drafted_the_plan_cannot_approve_it()
    {
        var desk = new Desk();
        await desk.StartAsync();
        await desk.DoAsync(TaskKinds.Plan, Given.Staff, Decisions.Submit, Given.Plan);
        var both = Given.Staff with { Principals = [.. Given.Staff.Principals, .. Given.Superior.Principals] };

        Assert.Equal(RefusalKinds.Excluded, (await desk.TryAsync(TaskKinds.Approval, both, Decisions.Approve, new ApprovalForm("1号")))!.Kind);
    }

    [Fact]
    public async Task A_task_cannot_be_done_twice()
    {
        var desk = new Desk();
        await desk.StartAsync();
        var task = desk.Task(TaskKinds.Plan);
        await desk.DoAsync(TaskKinds.Plan, Given.Staff, Decisions.Submit, Given.Plan);
        var before = desk.Standing!.Sequence;

        Assert.NotNull(await desk.TryAsync(task, Given.Staff, Decisions.Submit, FormReader.Write(Given.Plan)));
        Assert.Equal(before, desk.Standing.Sequence);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"plan\"")]
    [InlineData("{\"parameters\":{},\"meetingOn\":\"never\",\"place\":\"x\",\"conditions\":\"y\"}")]
    [InlineData("{\"parameters\":null,\"meetingOn\":\"2026-06-10\",\"place\":\"x\",\"conditions\":\"y\"}")]
    public async Task A_form_that_cannot_be_read_is_refused(string fields)
    {
        var desk = new Desk();
        await desk.StartAsync();

        var refusal = await desk.TryAsync(desk.Task(TaskKinds.Plan), Given.Staff, Decisions.Submit, JsonSerializer.Deserialize<JsonElement>(fields));

        Assert.Equal(RefusalKinds.Malformed, Assert.IsType<Refusal>(refusal).Kind);
        Assert.Equal([TaskKinds.Plan], desk.Open);
    }

    [Fact]
    public async Task A_refused_plan_leaves_the_journal_as_it_was_and_can_be_handed_in_again()
    {
        var desk = new Desk();
        await desk.StartAsync();
        var before = await desk.FactsAsync();

        Assert.NotNull(await desk.TryAsync(TaskKinds.Plan, Given.Staff, Decisions.Submit, Given.Plan with { Place = "" }));
        Assert.Equal(before, await desk.FactsAsync());

        await desk.DoAsync(TaskKinds.Plan, Given.Staff, Decisions.Submit, Given.Plan);
        Assert.Equal([TaskKinds.Approval], desk.Open);
    }

    [Fact]
    public async Task Only_the_tellers_close_the_ballot()
    {
        var desk = new Desk();
        await desk.ToMeetingAsync();
        await desk.OpenMeetingAsync();

        Assert.Equal(RefusalKinds.NotAssigned, (await desk.TryAsync(TaskKinds.CloseBallot, Given.Staff, Decisions.Count, desk.Account(30)))!.Kind);
        Assert.Equal(RefusalKinds.NotAssigned, (await desk.TryAsync(TaskKinds.CloseBallot, Given.Voter("a05"), Decisions.Count, desk.Account(30)))!.Kind);
    }

    [Fact]
    public async Task Declaring_a_vote_void_needs_a_reason()
    {
        var desk = new Desk();
        await desk.ToMeetingAsync();
        await desk.OpenMeetingAsync();

        Assert.Equal("reason", (await desk.TryAsync(TaskKinds.CloseBallot, Given.Voter("a20"), Decisions.Void, desk.Account(30) with { Count = [] }))!.Field);
        await desk.DoAsync(TaskKinds.CloseBallot, Given.Voter("a20"), Decisions.Void, desk.Account(30) with { Count = [], Reason = "票箱曾被打开" });
        Assert.Equal([TaskKinds.Notice], desk.Open);
    }

    [Fact]
    public async Task An_objection_after_the_period_is_refused()
    {
        var desk = new Desk();
        await desk.ToPublicityAsync();
        var mailbox = desk.Task(TaskKinds.Objection);
        await desk.DoAsync(TaskKinds.Objection, Given.Voter("a15"), Decisions.Submit, new Publicity.ObjectionForm("a06", "一"));
        await desk.DoAsync(TaskKinds.Objection, Given.Voter("a16"), Decisions.Submit, new Publicity.ObjectionForm("a05", "二"));
        Assert.Equal(2, desk.Open.Count(kind => kind == TaskKinds.Inquiry));

        await desk.PassAsync(mailbox.Due!.Value);

        Assert.Equal(RefusalKinds.TaskClosed, Assert.IsType<Refusal>(await desk.TryAsync(
            mailbox, Given.Voter("a17"), Decisions.Submit, FormReader.Write(new Publicity.ObjectionForm("a05", "三")))).Kind);
    }

    [Fact]
    public async Task A_write_in_nominee_cannot_be_teller_in_the_next_round()
    {
        var desk = new Desk();
        await desk.ToMeetingAsync();
        await desk.OpenMeetingAsync();
        await desk.VoteAsync(30, (Given.Secretary, "a01", 28), (Given.Deputy, "a02", 0), (Given.Deputy, "a20", 12), (Given.Member, "a03", 25), (Given.Member, "a04", 22), (Given.Member, "a05", 18));
        await desk.DoAsync(TaskKinds.Shortage, Given.Staff, Decisions.Submit, new ShortageForm([new(Given.Deputy, ShortageChoice.Again, "另行选举")]));
        await desk.DoAsync(TaskKinds.Attendance, Given.Staff, Decisions.Open, new AttendanceForm(Given.Ids(1, 30), []));

        var refusal = await desk.TryAsync(TaskKinds.Tellers, Given.Staff, Decisions.Adopt, new TellersForm(["a20"], ["a21"], 30, Rules: new(30, 0, 0)));

        Assert.Contains("党员20", refusal!.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("22", refusal.Article!.Zh, StringComparison.Ordinal);
    }
}
