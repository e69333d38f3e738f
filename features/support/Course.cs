using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Speech;
using Gongtui.Activities.Tasks;
using Xunit;
using State = Gongtui.Activities.Elections.Election;

namespace Gongtui.Features.Support;

/// <summary>The course of an election in which everything goes well: it brings the election from wherever it stands to the step that
/// a scenario is about.</summary>
public sealed class Course
{
    private const int MostSteps = 60;
    private readonly Election election;
    private readonly Papers papers;
    private readonly Meeting meeting;
    private readonly Clock clock;
    private readonly Dictionary<string, Func<Task>> passing;
    private PlanForm followed = Usual;

    public Course(Election election, Papers papers, Meeting meeting, Clock clock)
    {
        (this.election, this.papers, this.meeting, this.clock) = (election, papers, meeting, clock);
        passing = new(StringComparer.Ordinal)
        {
            ["制订方案"] = () => election.DoAsync(Who.Staff, TaskKinds.Plan, Decisions.Submit, Plan),
            ["审批方案"] = () => ApproveAsync("固建党〔2026〕3号"),
            ["发布方案公告"] = PublishAsync,
            ["公开推荐"] = RecommendAsync,
            ["推荐汇总"] = () => election.DoAsync(Who.Staff, TaskKinds.Summary, Decisions.Adopt, new SummaryForm([])),
            ["资格审查"] = ReviewAsync,
            ["发布初步人选公告"] = PublishAsync,
            ["民主测评"] = AssessAsync,
            ["竞职演说"] = SpeakAsync,
            ["确定考察对象"] = async () => await election.DoAsync(
                Who.Staff, TaskKinds.InvestigationList, Decisions.Submit, new InvestigationListForm(await ListsAsync(await NomineesAsync()), "推荐和测评得票")),
            ["组织考察"] = InvestigateAsync,
            ["确定预备人选"] = async () => await election.DoAsync(
                Who.Committee, TaskKinds.Shortlist, Decisions.Adopt, new ShortlistForm(await ListsAsync(await SuitableAsync()), new(5, 5, 4))),
            ["审批预备人选"] = () => ApproveAsync("固建党〔2026〕9号"),
            ["公示"] = clock.PassPublicityAsync,
            ["发布会议通知"] = PublishAsync,
            ["清点到会人数"] = async () => await election.DoAsync(Who.Staff, TaskKinds.Attendance, Decisions.Open, await meeting.ComingAsync(30)),
            ["通过监票人、计票人"] = meeting.AdoptTellersAsync,
            ["投票"] = VoteAsync,
            ["宣布结果"] = () => election.DoAsync(Who.Staff, TaskKinds.Announce, Decisions.Announce, new AnnounceForm()),
            ["批复与备案"] = () => election.DoAsync(Who.Superior, TaskKinds.Ratify, Decisions.Ratify, new RatifyForm("固建党〔2026〕15号", "备〔2026〕7号")),
        };
    }

    /// <summary>Handed in when the plan is drafted; a scenario may change it before.</summary>
    public PlanForm Plan { get; set; } = Usual;

    /// <summary>Follows another procedure: its voting mode, and in two rounds five 委员, from whom 书记 and 副书记 come.</summary>
    public void Follow(string procedure)
    {
        election.Procedure = procedure;
        Plan = procedure switch
        {
            "renshe" or "chuantong" => Usual with { Parameters = Posts.Plan(5, VotingMode.TwoRounds) },
            "linye" => Usual with { Parameters = Posts.Plan(3, VotingMode.NoCandidates) },
            _ => Usual,
        };
        followed = Plan;
    }

    /// <summary>The steps in which everything goes well, in their order.</summary>
    public IReadOnlyList<string> InOrder => [.. passing.Keys];

    /// <summary>Whether the plan is still the usual one.</summary>
    public bool IsUsual => Plan == followed;

    private static PlanForm Usual { get; } = new(Posts.Plan(3), new(2026, 12, 10), "三楼会议室", "德才兼备，群众公认。");

    /// <summary>Changes the parameters of the plan; a plan that departs from what the product proposes gives its reason.</summary>
    public void Change(Func<PlanParameters, PlanParameters> change) =>
        Plan = Plan with { Parameters = change(Plan.Parameters), Reasons = "按上级要求从严" };

    /// <summary>Starts the election when it has not begun and passes step after step until this one waits for people.</summary>
    public async Task ReachAsync(string step)
    {
        if (!election.HasStarted) await election.StartAsync();
        for (var passed = 0; await StepAsync() is var waiting && waiting != step; passed++)
        {
            Assert.True(passed < MostSteps && passing.ContainsKey(waiting), $"The election waits at {waiting} and does not come to {step}.");
            await passing[waiting]();
        }
    }

    /// <summary>Passes the step that waits, whatever it is.</summary>
    public async Task PassAsync() => await passing[await StepAsync()]();

    /// <summary>Name of the step that waits for people; 结束 when none does.</summary>
    public async Task<string> StepAsync() => Steps.Of(await election.NowAsync());

    private Task ApproveAsync(string number) =>
        election.DoAsync(Who.Superior, TaskKinds.Approval, Decisions.Approve, new ApprovalForm(number));

    private async Task PublishAsync()
    {
        var now = await election.NowAsync();
        var subject = (await election.TaskAsync(TaskKinds.Notice)).Content()!.Subject!;
        await election.DoAsync(Who.Staff, TaskKinds.Notice, Decisions.Publish, NoticeText.For(now, subject));
    }

    /// <summary>Ten members, three of the masses and the organisation agree; enough for more than half of the forms.</summary>
    private async Task RecommendAsync()
    {
        var now = await election.NowAsync();
        var lists = await ListsAsync(post => Wanted(now, post, now.ToRecommend(post)));
        var open = now.Tasks.Values.Select(task => (task.Kind, task.Content()?.Group)).ToHashSet();
        foreach (var (channel, people) in new[] { (Channels.Member, 10), (Channels.Masses, 3), (Channels.Meeting, 28) }
            .Where(box => open.Contains((TaskKinds.CloseBox, box.Item1))))
        {
            await papers.RecommendAsync(channel, people, lists.SelectMany(list => list.People.Select(person => (list.Post, person, people))));
            await papers.CloseAsync(channel);
        }

        if (open.Contains((TaskKinds.CloseNomination, Channels.Self)))
        {
            await election.DoAsync(Who.Deputy, TaskKinds.SelfNomination, Decisions.Submit, new SelfNominationForm(Posts.Deputy, "熟悉党务工作"));
            await election.DoAsync(Who.Staff, TaskKinds.CloseNomination, Decisions.Close, new CloseNominationForm());
        }

        if (open.Contains((TaskKinds.Organisation, Channels.Organisation)))
            await election.DoAsync(Who.Committee, TaskKinds.Organisation, Decisions.Submit, new OrganisationForm(lists, "工作需要"));
    }

    private async Task ReviewAsync()
    {
        var nominees = (await election.NowAsync()).Nominees();
        await election.DoAsync(Who.Superior, TaskKinds.Qualification, Decisions.Submit,
            new QualificationForm([.. nominees.Select(person => new QualificationResult(person, true))]));
    }

    private async Task AssessAsync()
    {
        foreach (var (group, people) in new[] { (Principals.Member, 25), (Principals.Masses, 3) })
        {
            await papers.AssessAsync(group, people, new Dictionary<string, int[]>());
            await papers.CloseAsync(group);
        }
    }

    private async Task SpeakAsync()
    {
        var now = await election.NowAsync();
        await election.DoAsync(Who.Staff, TaskKinds.Speeches, Decisions.Submit, new SpeechesForm(
            clock.Today, "礼堂", [.. now.Nominees().Select(person => new CampaignSpeechRecord(person, ["每季度公开一次账目"], "我将尽责。"))]));
    }

    private async Task InvestigateAsync()
    {
        var people = (await election.NowAsync()).Investigation!.Lists.SelectMany(list => list.People).Distinct(StringComparer.Ordinal);
        await election.DoAsync(Who.Investigator, TaskKinds.Investigation, Decisions.Submit,
            new InvestigationForm(Who.Team, [.. people.Select(person => new InvestigationReport(person, "德能勤绩廉良好", "务实", "创新不足", true))]));
    }

    /// <summary>The wanted win by a good margin: each seat's name has all votes but two, where there are so many.</summary>
    private async Task VoteAsync()
    {
        var (paper, now) = (await meeting.PaperAsync(), await election.NowAsync());
        var present = now.Voting.Attendance!.Present.Count;
        await meeting.CastAsync(BallotPile.Of(paper, present, 0, [.. paper.Contests.SelectMany(contest =>
            (contest.Candidates.Count > 0 ? LeadersFirst(now, contest.Candidates) : Wanted(now, now.Post(contest.Post), contest.Seats)).Take(contest.Seats)
            .Select(person => new Votes(contest.Post, person, Math.Max(present - 2, (present / 2) + 1))))]));
        await meeting.CountAsync();
    }

    /// <summary>书记 and 副书记 to be must first be elected 委员 where there are two rounds.</summary>
    private static IEnumerable<string> LeadersFirst(State now, IEnumerable<string> people) =>
        people.OrderBy(person => now.NameOf(person) is Who.Secretary or Who.Deputy ? 0 : 1);

    private async Task<Func<PostPlan, IEnumerable<string>>> NomineesAsync()
    {
        var now = await election.NowAsync();
        return post => LeadersFirst(now, now.NomineesOf(post.Post)).Take(now.ToInvestigate(post));
    }

    private async Task<Func<PostPlan, IEnumerable<string>>> SuitableAsync()
    {
        var now = await election.NowAsync();
        return post => LeadersFirst(now, ShortlistDecision.Available(now, post.Post)).Take(now.OnBallot(post));
    }

    private async Task<IReadOnlyList<PostList>> ListsAsync(Func<PostPlan, IEnumerable<string>> people) =>
        [.. (await election.NowAsync()).Posts.Select(post => new PostList(post.Post, [.. people(post)]))];

    private static IEnumerable<string> Wanted(State now, PostPlan post, int places)
    {
        string[] names = post.Post switch
        {
            // A by-election whose secretary has moved away elects somebody else.
            Posts.Secretary => [now.People.Values.Any(person => person.Name == Who.Secretary) ? Who.Secretary : Who.Members[^1]],
            Posts.Deputy => [Who.Deputy],
            _ => [.. Who.Members],
        };
        return names.Select(name => now.People.Values.First(person => person.Name == name).Id).Where(now.MayStand).Take(places);
    }
}
