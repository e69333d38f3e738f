using System.Text.Json;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Reports;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>What people do twice, too late, in another's place or with something that cannot be read.</summary>
[Binding]
public sealed class MistakeSteps(Election election, Papers papers)
{
    private static readonly JsonElement Approval = FormReader.Write(new ApprovalForm("固建党〔2026〕3号"));

    [When("“(.*)”办理这项待办")]
    public async Task Complete(string name)
    {
        // Where several tasks are open, the one whose form is handed in rather than cast or computed stands for the step.
        var open = (await election.NowAsync()).Tasks.Values.Where(task => task.Kind != TaskKinds.CloseBox).ToList();
        var task = open.FirstOrDefault(task => task.Kind == TaskKinds.CloseBallot) ?? open.FirstOrDefault(task => task.Kind == TaskKinds.Recommend) ?? open[0];
        var decision = TaskCatalog.Of(task.Kind).Choices is [var first, ..] ? first.Id : Decisions.Submit;
        await election.TryAsync(name, new CompleteTask(election.Id, task.Id, decision, null, JsonElement.Parse("{}")));
    }

    [Then("待办中没有“(.*)”")]
    public async Task NotOpen(string title) => Assert.DoesNotContain(title, (await election.NowAsync()).Tasks.Values.Select(task => task.Title.Zh));

    [When("“(.*)”(签收|退回)这项待办")]
    public async Task Claim(string name, string what) => await election.TryAsync(
        name, new ClaimTask(election.Id, (await election.NowAsync()).Tasks.Keys.Single(), what == "退回"));

    [When("上级再次办理同一项待办")]
    [When("上级再办理终止前的待办")]
    public Task CompleteAgain() => ApproveAsync(election.Id, "approval-1", Decisions.Approve);

    [When("上级办理一项没有的待办")]
    public Task CompleteUnknown() => ApproveAsync(election.Id, "approval-9", Decisions.Approve);

    [When("上级办理一场没有的选举的待办")]
    public Task CompleteElsewhere() => ApproveAsync("zj-1926", "approval-1", Decisions.Approve);

    [When("上级选了一个没有的选项")]
    public Task DecideUnknown() => ApproveAsync(election.Id, "approval-1", "perhaps");

    [When("上级批准方案时写了 (.*) 字的说明")]
    public Task Comment(int length) => election.TryAsync(
        Who.Superior, new CompleteTask(election.Id, "approval-1", Decisions.Approve, new string('长', length), Approval));

    [When("工作人员再次启动同一场选举")]
    public Task StartAgain() => election.TryAsync(Who.Staff, new StartElection(Election.Unit, "zhujian", "又一次", election.Id));

    [When("工作人员交来的表是“(.*)”")]
    public Task Unreadable(string json) => election.TryAsync(Who.Staff, TaskKinds.Plan, Decisions.Submit, JsonElement.Parse(json));

    [When("“(.*)”推荐“(.*)”为(书记|副书记|委员)")]
    public async Task Recommend(string name, string people, string post)
    {
        var box = await papers.OpenAsync(BoxPurpose.Recommendation, Channels.Member);
        var sheet = new RecommendationSheet([new(Posts.CodeOf(post), await election.IdsOfAsync(people.Split('、')))]);
        await election.TryAsync(name, new CastSheet(box.Id, FormReader.Write(sheet), people));
    }

    [When("(上级|“.*”)查看选举结果")]
    public Task Look(string who) => election.TryAsync(Who.Of(who.Trim('“', '”')), new ShowResults(election.Id));

    private Task<Result<TaskDone>> ApproveAsync(string instance, string task, string decision) =>
        election.TryAsync(Who.Superior, new CompleteTask(instance, task, decision, null, Approval));
}
