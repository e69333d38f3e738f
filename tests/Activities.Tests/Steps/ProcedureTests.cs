using Elsa.Workflows;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>The procedure of the Housing Bureau on the real kernel.</summary>
public sealed class ProcedureTests
{
    [Fact]
    public void The_diagram_can_run()
    {
        Assert.Empty(Desk.Procedure.Faults);
        Assert.Equal("zhujian", Desk.Procedure.DefinitionId);
    }

    [Fact]
    public async Task From_plan_to_ratification()
    {
        var desk = new Desk();
        await desk.ToResultAsync();

        Assert.Equal([TaskKinds.Announce], desk.Open);
        Assert.False(desk.Election.Voting.Announced);

        await desk.ToEndAsync();

        Assert.Equal(WorkflowSubStatus.Finished, desk.Standing!.SubStatus);
        Assert.Empty(desk.Open);
        Assert.Equal(["a01"], desk.Election.Ratification!.Announced[0].People);
        Assert.Equal(["a02"], desk.Election.Ratification.Announced[1].People);
        Assert.Equal(["a03", "a04", "a05"], desk.Election.Ratification.Announced[2].People.Order());
        Assert.Equal("固建党〔2026〕15号", desk.Election.Ratification.Ratified);
        Assert.Equal("备〔2026〕7号", desk.Election.Ratification.Filed);
        await desk.ReplayIsEqualAsync();
    }

    [Fact]
    public async Task A_returned_plan_is_drafted_again_and_a_declined_one_ends()
    {
        var desk = new Desk();
        await desk.StartAsync();
        await desk.DoAsync(TaskKinds.Plan, Given.Staff, Decisions.Submit, Given.Plan);
        await desk.DoAsync(TaskKinds.Approval, Given.Superior, Decisions.Return, new ApprovalForm(Reason: "地点太小"));

        Assert.Equal("地点太小", desk.Task(TaskKinds.Plan).Content()!.Reason);

        await desk.DoAsync(TaskKinds.Plan, Given.Staff, Decisions.Submit, Given.Plan with { Place = "礼堂" });
        Assert.Equal(2, desk.Election.Plan!.Version);

        await desk.DoAsync(TaskKinds.Approval, Given.Superior, Decisions.Decline, new ApprovalForm(Reason: "暂缓"));
        Assert.Equal(WorkflowSubStatus.Finished, desk.Standing!.SubStatus);
    }

    [Fact]
    public async Task Three_channels_run_at_once_and_the_summary_waits_for_all()
    {
        var desk = new Desk();
        await desk.ToApprovedPlanAsync();

        Assert.Equal([TaskKinds.CloseBox, TaskKinds.CloseBox, TaskKinds.Organisation, TaskKinds.Recommend, TaskKinds.Recommend], desk.Open);

        await desk.RecommendAsync(Given.Ids(3, 7));

        Assert.Equal([TaskKinds.Summary], desk.Open);
    }

    [Fact]
    public async Task Too_few_nominees_are_filled_up_by_a_second_recommendation()
    {
        var desk = new Desk();
        await desk.ToApprovedPlanAsync();
        await desk.RecommendAsync(Given.Ids(3, 5));
        await desk.DoAsync(TaskKinds.Summary, Given.Staff, Decisions.Adopt, new SummaryForm([]));

        Assert.Equal(5, desk.Open.Count);

        await desk.RecommendAsync(Given.Ids(6, 8));
        await desk.DoAsync(TaskKinds.Summary, Given.Staff, Decisions.Adopt, new SummaryForm([]));

        Assert.Equal([TaskKinds.Qualification], desk.Open);
        Assert.Equal(Given.Ids(3, 8), desk.Election.NomineesOf(Given.Member).Order());
    }

    [Fact]
    public async Task An_assessment_with_four_fifths_exactly_is_held_again()
    {
        var desk = new Desk();
        await desk.ToNomineesAsync();
        await desk.DoAsync(TaskKinds.Qualification, Given.Superior, Decisions.Submit,
            new Qualification.QualificationForm([.. desk.Election.Nominees().Select(id => new Qualification.QualificationResult(id, true))]));
        await desk.NoticeAsync();
        await desk.AssessAsync(24);

        Assert.Equal([TaskKinds.Notice], desk.Open);
        Assert.Equal(NoticeKinds.Nominees, desk.Task(TaskKinds.Notice).Content()!.Subject);

        await desk.NoticeAsync();
        await desk.AssessAsync(25);

        Assert.Equal([TaskKinds.Speeches], desk.Open);
    }

    [Fact]
    public async Task An_upheld_objection_leads_back_to_the_shortlist()
    {
        var desk = new Desk();
        await desk.ToPublicityAsync();
        await desk.DoAsync(TaskKinds.Objection, Given.Voter("a15"), Decisions.Submit, new Publicity.ObjectionForm("a06", "隐瞒兼职"));
        await desk.DoAsync(TaskKinds.Inquiry, Given.Superior, Decisions.Uphold, new Publicity.InquiryForm("属实"));

        Assert.Equal([TaskKinds.Objection], desk.Open);

        await desk.PassAsync(desk.Task(TaskKinds.Objection).Due!.Value);

        Assert.Equal([TaskKinds.Shortlist], desk.Open);
        Assert.Contains("a06", desk.Election.Barred.Keys);

        await desk.ShortlistAsync(["a03", "a04", "a05", "a07"]);
        Assert.Equal([TaskKinds.Objection], desk.Open);
    }

    [Fact]
    public async Task An_open_inquiry_holds_the_meeting_but_not_the_notice()
    {
        var desk = new Desk();
        await desk.ToPublicityAsync();
        await desk.DoAsync(TaskKinds.Objection, Given.Voter("a15"), Decisions.Submit, new Publicity.ObjectionForm("a06", "不团结"));
        await desk.PassAsync(desk.Task(TaskKinds.Objection).Due!.Value);

        Assert.Equal([TaskKinds.Inquiry], desk.Open);
        Assert.True(desk.Election.Publicity!.IsOver);

        await desk.DoAsync(TaskKinds.Inquiry, Given.Superior, Decisions.Dismiss, new Publicity.InquiryForm("查无实据"));
        Assert.Equal([TaskKinds.Notice], desk.Open);
    }

    [Fact]
    public async Task Without_quorum_the_meeting_is_put_off_and_called_again()
    {
        var desk = new Desk();
        await desk.ToMeetingAsync();

        var refusal = await desk.TryAsync(TaskKinds.Attendance, Given.Staff, Decisions.Open, new AttendanceForm(Given.Ids(1, 23), []));
        Assert.Equal("5×23=115 ≥ 4×30=120", refusal!.Found);

        await desk.DoAsync(TaskKinds.Attendance, Given.Staff, Decisions.Adjourn, new AttendanceForm(Given.Ids(1, 23), [], Reason: "大雪"));
        Assert.Equal([TaskKinds.Notice], desk.Open);

        await desk.NoticeAsync();
        await desk.OpenMeetingAsync(24);
        Assert.Equal(2, desk.Election.Voting.Round);
        Assert.Equal([TaskKinds.Ballot, TaskKinds.CloseBallot], desk.Open);
    }

    [Fact]
    public async Task A_void_vote_is_repeated_with_the_same_ballot()
    {
        var desk = new Desk();
        await desk.ToMeetingAsync();
        await desk.OpenMeetingAsync();
        var contests = desk.Election.Voting.Contests.Select(contest => contest.Post);
        await desk.DoAsync(TaskKinds.CloseBallot, Given.Voter("a20"), Decisions.Count, desk.Account(30) with { Returned = 31 });

        Assert.Equal([TaskKinds.Notice], desk.Open);
        await desk.NoticeAsync();
        Assert.Equal(contests, desk.Election.Voting.Contests.Select(contest => contest.Post));
        Assert.Contains(nameof(VoteVoided), await desk.FactsAsync());
        Assert.DoesNotContain(nameof(ContestsCounted), await desk.FactsAsync());
    }

    [Fact]
    public async Task The_tied_are_voted_on_again_and_more_votes_win()
    {
        var desk = new Desk();
        await desk.ToMeetingAsync();
        await desk.OpenMeetingAsync();
        await desk.VoteAsync(30, (Given.Secretary, "a01", 28), (Given.Deputy, "a02", 27), (Given.Member, "a03", 25), (Given.Member, "a04", 22), (Given.Member, "a05", 18), (Given.Member, "a06", 18));

        var contest = Assert.Single(desk.Election.Voting.Contests);
        Assert.Equal((ContestKind.AmongTied, 1), (contest.Kind, contest.Seats));
        Assert.Equal(["a05", "a06"], contest.Candidates.Order());
        Assert.Empty(contest.Eligible);

        await desk.OpenMeetingAsync(26);
        await desk.VoteAsync(26, (Given.Member, "a05", 12), (Given.Member, "a06", 11));

        Assert.Equal([TaskKinds.Announce], desk.Open);
        Assert.Equal(["a03", "a04", "a05"], desk.Election.Voting.Posts[2].Elected.Select(holder => holder.Person));
        await desk.ReplayIsEqualAsync();
    }

    [Fact]
    public async Task After_the_planned_number_of_ties_people_decide()
    {
        var desk = new Desk();
        await desk.ToMeetingAsync();
        await desk.OpenMeetingAsync();
        await desk.VoteAsync(30, (Given.Secretary, "a01", 28), (Given.Deputy, "a02", 27), (Given.Member, "a03", 25), (Given.Member, "a04", 22), (Given.Member, "a05", 18), (Given.Member, "a06", 18));
        for (var loop = 0; loop < 2; loop++)
        {
            await desk.OpenMeetingAsync();
            await desk.VoteAsync(30, (Given.Member, "a05", 15), (Given.Member, "a06", 15));
        }

        Assert.Equal([TaskKinds.Tie], desk.Open);
        await desk.DoAsync(TaskKinds.Tie, Given.Staff, Decisions.Vacant, new TieForm("大会决定暂缺"));

        Assert.Equal([TaskKinds.Announce], desk.Open);
        Assert.Equal(1, desk.Election.Voting.Posts[2].Vacant);
    }

    [Fact]
    public async Task A_shortage_can_be_elected_again_with_a_write_in_standing()
    {
        var desk = new Desk();
        await desk.ToMeetingAsync();
        await desk.OpenMeetingAsync();
        await desk.VoteAsync(30, (Given.Secretary, "a01", 28), (Given.Deputy, "a02", 15), (Given.Deputy, "a20", 9), (Given.Member, "a03", 25), (Given.Member, "a04", 22), (Given.Member, "a05", 18));

        Assert.Equal([TaskKinds.Shortage], desk.Open);
        var option = Assert.Single(Shortages.Options(desk.Election));
        Assert.Equal(["a02"], option.Candidates);
        Assert.False(option.Close.Holds);

        await desk.DoAsync(TaskKinds.Shortage, Given.Staff, Decisions.Submit, new ShortageForm([new(Given.Deputy, ShortageChoice.Again, "另行选举")]));
        Assert.Equal(["a02"], Assert.Single(desk.Election.Voting.Contests).Candidates);
        Assert.DoesNotContain("a01", desk.Election.Voting.Contests[0].Eligible);

        await desk.OpenMeetingAsync();
        await desk.VoteAsync(30, (Given.Deputy, "a02", 10), (Given.Deputy, "a03", 18));

        var posts = desk.Election.Voting.Posts;
        Assert.Equal("a03", Assert.Single(posts[1].Elected).Person);
        Assert.Equal(["a04", "a05"], posts[2].Elected.Select(holder => holder.Person));
        Assert.Equal([TaskKinds.Shortage], desk.Open);
        Assert.Equal(PendingKind.Shortage, posts[2].Pending);
        await desk.ReplayIsEqualAsync();
    }

    [Fact]
    public async Task A_refused_result_ends_without_ratification()
    {
        var desk = new Desk();
        await desk.ToResultAsync();
        await desk.DoAsync(TaskKinds.Announce, Given.Staff, Decisions.Announce, new Ratification.AnnounceForm());
        await desk.DoAsync(TaskKinds.Ratify, Given.Superior, Decisions.Decline, new Ratification.RatifyForm(Reason: "程序有瑕疵"));

        Assert.Equal(WorkflowSubStatus.Finished, desk.Standing!.SubStatus);
        Assert.True(desk.Election.Ratification!.Refused);
    }
}
