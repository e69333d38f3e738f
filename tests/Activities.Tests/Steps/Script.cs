using Gongtui.Activities.Approval;
using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Speech;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>People who do their part as everything goes well: 书记 a01, 副书记 a02, 委员 a03–a07 nominated, a03–a06 on the ballot.</summary>
internal static class Script
{
    private const string Root = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4";

    public static async Task ToApprovedPlanAsync(this Desk desk)
    {
        await desk.StartAsync();
        await desk.DoAsync(TaskKinds.Plan, Given.Staff, Decisions.Submit, Given.Plan);
        await desk.DoAsync(TaskKinds.Approval, Given.Superior, Decisions.Approve, new ApprovalForm("固建党〔2026〕3号"));
        await desk.NoticeAsync();
    }

    public static async Task ToNomineesAsync(this Desk desk)
    {
        await desk.ToApprovedPlanAsync();
        await desk.RecommendAsync(Given.Ids(3, 7));
        await desk.DoAsync(TaskKinds.Summary, Given.Staff, Decisions.Adopt, new SummaryForm([]));
    }

    public static async Task ToAssessedAsync(this Desk desk)
    {
        await desk.ToNomineesAsync();
        await desk.DoAsync(TaskKinds.Qualification, Given.Superior, Decisions.Submit,
            new QualificationForm([.. desk.Election.Nominees().Select(id => new QualificationResult(id, true))]));
        await desk.NoticeAsync();
        await desk.AssessAsync(30);
    }

    public static async Task ToShortlistAsync(this Desk desk)
    {
        await desk.ToAssessedAsync();
        await desk.DoAsync(TaskKinds.Speeches, Given.Staff, Decisions.Submit,
            new SpeechesForm(Given.Today, "礼堂", [.. desk.Election.Nominees().Select(id => new CampaignSpeechRecord(id, ["每季度公开一次账目"], "我将尽责。"))]));
        await desk.DoAsync(TaskKinds.InvestigationList, Given.Staff, Decisions.Submit,
            new InvestigationListForm(Given.Lists(["a01"], ["a02"], Given.Ids(3, 7)), "推荐和测评得票"));
        await desk.DoAsync(TaskKinds.Investigation, Given.Investigator, Decisions.Submit,
            new InvestigationForm(["陈组长", "褚干事"], [.. Given.Ids(1, 7).Select(id => new InvestigationReport(id, "德能勤绩廉良好", "务实", "创新不足", true))]));
    }

    public static async Task ToPublicityAsync(this Desk desk)
    {
        await desk.ToShortlistAsync();
        await desk.ShortlistAsync(Given.Ids(3, 6));
    }

    public static async Task ToMeetingAsync(this Desk desk)
    {
        await desk.ToPublicityAsync();
        await desk.PassAsync(desk.Election.Tasks.Values.First(task => task.Kind == TaskKinds.Objection).Due!.Value);
        await desk.NoticeAsync();
    }

    public static async Task NoticeAsync(this Desk desk) => await desk.DoAsync(
        TaskKinds.Notice, Given.Staff, Decisions.Publish, NoticeText.For(desk.Election, desk.Task(TaskKinds.Notice).Content()!.Subject!));

    public static async Task ShortlistAsync(this Desk desk, IReadOnlyList<string> members)
    {
        await desk.DoAsync(TaskKinds.Shortlist, Given.Committee, Decisions.Adopt,
            new ShortlistForm(Given.Lists(["a01"], ["a02"], members), new(5, 5, 4)));
        await desk.DoAsync(TaskKinds.Approval, Given.Superior, Decisions.Approve, new ApprovalForm("固建党〔2026〕9号"));
    }

    /// <summary>All 30 members and 8 masses name a01, a02 and the given 委员; the organisation names the same.</summary>
    public static async Task RecommendAsync(this Desk desk, IReadOnlyList<string> members)
    {
        var lists = Given.Lists(["a01"], ["a02"], members);
        foreach (var (channel, people) in new[] { (Channels.Member, 30), (Channels.Masses, 8) })
        {
            var box = desk.Election.Boxes[desk.Task(TaskKinds.CloseBox, channel).Content()!.Box!];
            var count = RecommendationCount.Of(box.FormOf<RecommendationPaper>(), Enumerable.Repeat(new RecommendationSheet(lists), people));
            await desk.DoAsync(TaskKinds.CloseBox, Given.Staff, Decisions.Close, new CloseBoxForm(box.Id, people, Root, FormReader.Write(count)), channel);
        }

        await desk.DoAsync(TaskKinds.Organisation, Given.Committee, Decisions.Submit, new OrganisationForm(lists, "工作需要"));
    }

    public static async Task AssessAsync(this Desk desk, int members)
    {
        foreach (var (group, people) in new[] { (Principals.Member, members), (Principals.Masses, 8) })
        {
            var box = desk.Election.Boxes[desk.Task(TaskKinds.CloseBox, group).Content()!.Box!];
            var sheet = new AssessmentSheet([.. desk.Election.Nominees().Select(id => new AssessmentMark(id, Level.Excellent))]);
            var count = AssessmentCount.Of(box.FormOf<AssessmentPaper>(), Enumerable.Repeat(sheet, people));
            await desk.DoAsync(TaskKinds.CloseBox, Given.Staff, Decisions.Close, new CloseBoxForm(box.Id, people, Root, FormReader.Write(count)), group);
        }
    }

    /// <summary>Members 1 to <paramref name="present"/> come; a20 is scrutineer, a21 teller.</summary>
    public static async Task OpenMeetingAsync(this Desk desk, int present = 30)
    {
        await desk.DoAsync(TaskKinds.Attendance, Given.Staff, Decisions.Open, new AttendanceForm(Given.Ids(1, present), []));
        await desk.DoAsync(TaskKinds.Tellers, Given.Staff, Decisions.Adopt, new TellersForm(["a20"], ["a21"], present, Rules: new(present, 0, 0)));
    }

    /// <summary>Closes the ballot with approvals by name and post; the rest of the valid ballots are against.</summary>
    public static async Task VoteAsync(this Desk desk, int ballots, params (string Post, string Person, int Approve)[] votes) =>
        await desk.DoAsync(TaskKinds.CloseBallot, Given.Voter("a20"), Decisions.Count, desk.Account(ballots, votes));

    public static BallotAccountForm Account(this Desk desk, int ballots, params (string Post, string Person, int Approve)[] votes)
    {
        var voting = desk.Election.Voting;
        ContestTally[] count = [.. voting.Contests.Select(contest => new ContestTally(
            contest.Post, contest.Seats, ballots, 0,
            [
                .. contest.Candidates.Select(person => Printed(person, For(contest.Post, person), ballots)),
                .. votes.Where(vote => vote.Post == contest.Post && !contest.Candidates.Contains(vote.Person))
                    .Select(vote => new NameTally(vote.Person, false, vote.Approve, 0, 0)),
            ]))];
        return new(voting.Box!, ballots, Root, ballots, ballots, count);

        int For(string post, string person) => votes.Where(vote => vote.Post == post && vote.Person == person).Sum(vote => vote.Approve);
    }

    public static async Task ToResultAsync(this Desk desk)
    {
        await desk.ToMeetingAsync();
        await desk.OpenMeetingAsync();
        await desk.VoteAsync(30, (Given.Secretary, "a01", 28), (Given.Deputy, "a02", 27), (Given.Member, "a03", 25), (Given.Member, "a04", 22), (Given.Member, "a05", 18), (Given.Member, "a06", 9));
    }

    public static async Task ToEndAsync(this Desk desk)
    {
        await desk.DoAsync(TaskKinds.Announce, Given.Staff, Decisions.Announce, new AnnounceForm());
        await desk.DoAsync(TaskKinds.Ratify, Given.Superior, Decisions.Ratify, new RatifyForm("固建党〔2026〕15号", "备〔2026〕7号"));
    }

    private static NameTally Printed(string person, int approve, int ballots) => new(person, true, approve, ballots - approve, 0);
}
