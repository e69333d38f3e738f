using System.Text.Json;
using Gongtui.Activities.Assessment;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>Where the election stands.</summary>
[Binding]
public sealed class CourseSteps(HostInProcess host, Election election, Course course)
{
    /// <summary>The seven required steps, each with the fact that it has been done.</summary>
    private static readonly (string Step, Func<string, JsonElement, bool> IsDoneBy)[] Required =
    [
        ("制订方案", (fact, _) => fact == nameof(PlanDrafted)),
        ("公告", (fact, payload) => fact == nameof(NoticePublished) && FormReader.Read<NoticePublished>(payload).Kind == NoticeKinds.Plan),
        ("公开推荐", (fact, _) => fact == nameof(RecommendationTallied)),
        ("民主测评", (fact, _) => fact == nameof(AssessmentTallied)),
        ("组织考察", (fact, _) => fact == nameof(InvestigationReported)),
        ("确定预备人选", (fact, _) => fact == nameof(ShortlistDecided)),
        ("直接选举", (fact, _) => fact == nameof(ContestsCounted)),
    ];

    [Given("本单位采用“(.*)”程序")]
    public void Follow(string procedure) => course.Follow(Procedures.IdOf(procedure));

    [Given("选举进行到“(.*)”")]
    public async Task Begin(string step)
    {
        if (host.IsUntouched && course.IsUsual)
        {
            host.BeginWith(await Shelf.AtAsync(step, election.Procedure));
            election.TakeOver();
        }

        await course.ReachAsync(step);
    }

    [When("选举继续进行到“(.*)”")]
    public Task Reach(string step) => course.ReachAsync(step);

    [When("工作人员启动换届选举")]
    public Task Start() => election.StartAsync();

    [Then("选举停在“(.*)”")]
    [Then("选举回到“(.*)”")]
    public async Task Waits(string step) => Assert.Equal(step, await course.StepAsync());

    [Then("选举没有结束")]
    public async Task Runs() => Assert.Null((await election.RunAsync()).End);

    [Then("选举办结")]
    [Then("选举到此结束")]
    public async Task Over() => Assert.NotNull((await election.RunAsync()).End);

    [Given("“(.*)”同时在上级党组织任职")]
    public Task Superior(string name) => election.GrantAsync(name, Roles.Superior);

    [Then("名册上有正式党员 (.*) 名、预备党员 (.*) 名、群众 (.*) 名")]
    public async Task Roll(int full, int probationary, int masses)
    {
        var people = (await election.NowAsync()).People.Values.CountBy(person => person.Kind).ToDictionary();
        Assert.Equal((full, probationary, masses), (people[PersonKind.Full], people[PersonKind.Probationary], people[PersonKind.Masses]));
    }

    [Then("办理记录里必经程序的次序是“(.*)”")]
    public async Task InOrder(string steps)
    {
        var facts = await election.FactsAsync();
        var seen = Required
            .Select(step => (step.Step, At: facts.Index().First(fact => step.IsDoneBy(fact.Item.Name, fact.Item.Payload)).Index))
            .OrderBy(step => step.At).Select(step => step.Step);
        Assert.Equal(steps.Split('、'), seen);
    }

    [Then("投票共 (.*) 轮")]
    public async Task Rounds(int rounds) => Assert.Equal(rounds, (await election.FactsAsync<ContestsCounted>()).Count);

    [Then("第 (.*) 轮应到会 (.*) 人")]
    public async Task Due(int round, int due) =>
        Assert.Equal(due, (await election.FactsAsync<AttendanceCounted>()).First(fact => fact.Round == round).Due);

    [Then("没有进行民主测评")]
    public async Task NoAssessment() => Assert.Empty(await election.FactsAsync<AssessmentTallied>());

    [When("(\\S+)因“(.*)”终止选举")]
    public Task Cancel(string who, string reason) => election.TryAsync(Who.Of(who), new CancelElection(election.Id, reason));
}
