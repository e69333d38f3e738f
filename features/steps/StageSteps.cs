using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using Gongtui.Host.Meeting.Ballots;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>自荐, two rounds, ballots without candidates, and the committee's own vote.</summary>
[Binding]
public sealed class StageSteps(Election election, Course course)
{
    [Given("方案写明“(.*)”继续任职，不参加补选")]
    public async Task Incumbents(string names) => course.Plan = course.Plan with { Incumbents = await election.IdsOfAsync(names.Split('、')) };

    [When("“(.*)”自荐(书记|副书记|委员)：“(.*)”")]
    public async Task Nominate(string name, string post, string statement) => await election.TryAsync(
        name, TaskKinds.SelfNomination, Decisions.Submit, new SelfNominationForm(Posts.CodeOf(post), statement));

    [When("工作人员截止自荐")]
    public Task Close() => election.TryAsync(Who.Staff, TaskKinds.CloseNomination, Decisions.Close, new CloseNominationForm());

    [When("上级(?:以“(.*)”)?确定第二轮候选人：")]
    public async Task Name(string number, Table people) => await election.TryAsync(
        Who.Superior, TaskKinds.Officers, Decisions.Submit, new OfficersForm(await election.ListsAsync(people), number));

    [When("“(.*)”在选票上写：")]
    public async Task Write(string name, Table written)
    {
        var round = (await election.NowAsync()).Voting.Round;
        var parts = written.Rows.GroupBy(row => row["职务"]).Select(post => new ContestPart(
            Posts.CodeOf(post.Key), [.. post.Select(row => new BallotLine("", Mark.Approve, row["姓名"]))]));
        await election.TryAsync(name, new CastBallot(election.Id, new BallotSheet(round, [.. parts]), "1"));
    }

    [Then("自荐的有：“(.*)”")]
    public async Task Nominated(string people)
    {
        var now = await election.NowAsync();
        Assert.Equal(people.Split('、'), (await election.FactsAsync<SelfNominated>()).Select(fact => $"{now.NameOf(fact.Person)}{now.Post(fact.Post).Name.Zh}"));
    }

    [Then("推荐票箱只有：“(.*)”")]
    public async Task OnlyBoxes(string groups) => Assert.Equal(groups.Split('、').Order(),
        (await election.NowAsync()).Boxes.Values.Select(box => box.Group).Order());

    [Then("选票上没有印姓名")]
    public async Task NobodyPrinted() => Assert.All((await election.NowAsync()).Voting.Contests, contest => Assert.Empty(contest.Candidates));

    [Then("选票说明：“(.*)”")]
    public async Task Notes(string inequality) =>
        Assert.Contains(inequality, (await election.FactsAsync<BallotPrepared>())[^1].Notes!.Select(note => note.Inequality));

    [Then("第二轮的开启条件：“(.*)”")]
    public async Task Gate(string inequality) => Assert.Equal(inequality, (await election.FactsAsync<OfficersNamed>())[^1].Gate.Inequality);

    [Then("(书记|副书记|委员)的有被选举权者是“(.*)”")]
    public async Task Eligible(string post, string names)
    {
        var now = await election.NowAsync();
        Assert.Equal(names.Split('、').Order(), now.Voting.Contests.First(contest => contest.Post == Posts.CodeOf(post)).Eligible.Select(now.NameOf).Order());
    }

    [Then("“(.*)”不在(书记|副书记|委员)的有被选举权者中")]
    public async Task NotEligible(string name, string post)
    {
        var now = await election.NowAsync();
        var contest = now.Voting.Contests.First(found => found.Post == Posts.CodeOf(post));
        Assert.DoesNotContain(await election.IdOfAsync(name), contest.Eligible);
    }
}
