using System.Globalization;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Features.Support;
using Gongtui.Host.Elections;
using Gongtui.Host.Inbox.Forms;
using Gongtui.Host.Persistence;
using Microsoft.Extensions.DependencyInjection;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>选举以后: the election, its term, an exit and the by-election as a chain of runs.</summary>
[Binding]
public sealed class ChainSteps(Election election, Course course, Clock clock)
{
    private string before = "";

    [Given("任期台账已从选举建立")]
    public async Task Term()
    {
        await course.ReachAsync(Support.Steps.Over);
        await FollowAsync("任期管理");
        await ConfirmAsync(365);
        election.NothingRefusedInSilence();
    }

    [Given("“(.*)”已从书记职务调出，空缺待处理")]
    public async Task Vacant(string name)
    {
        await Term();
        await FollowAsync("退出");
        await election.DoAsync(Who.Staff, TaskKinds.Exit, Decisions.Submit, new ExitForm(await election.IdOfAsync(name), "书记", ExitGround.Transfer, "工作需要"));
        await election.DoAsync(Who.Superior, TaskKinds.ExitApproval, Decisions.Approve, new ExitApprovalForm("固建党〔2026〕21号"));
        await election.DoAsync(Who.Staff, TaskKinds.Notice, Decisions.Publish, new Activities.Notices.NoticeForm("书记空缺公告", "近期补选。", ["member"]));
    }

    [Given("“(.*)”的组织关系已转出")]
    public async Task MovedAway(string name)
    {
        var id = await election.IdOfAsync(name);
        await election.InHostAsync(async services =>
        {
            var db = services.GetRequiredService<GongtuiDb>();
            (await db.People.FindAsync(id))!.Unit = null;
            return await db.SaveChangesAsync();
        });
    }

    [When("工作人员从本次选举接续“(.*)”")]
    public async Task FollowAsync(string procedure)
    {
        var next = (await election.DoAsync(Who.Staff, new FindElection(election.Id))).Next.Single(found => found.Procedure == Procedures.IdOf(procedure));
        before = election.Id;
        await election.DoAsync(Who.Staff, new StartElection(Election.Unit, next.Procedure, next.Title, next.Instance, before));
        election.TurnTo(next.Instance);
    }

    [When("工作人员再次从原选举接续“(.*)”")]
    public Task Twice(string procedure) => election.TryAsync(
        Who.Staff, new StartElection(Election.Unit, Procedures.IdOf(procedure), "又一次", election.Id, before));

    [When("工作人员试着从本次选举接续“(.*)”")]
    public Task Try(string procedure) => election.TryAsync(
        Who.Staff, new StartElection(Election.Unit, Procedures.IdOf(procedure), "任期管理", "too-early", election.Id));

    [When("工作人员确认台账，各项承诺 (.*) 天内兑现")]
    public async Task ConfirmAsync(int days) => await HandInAsync(form => form with
    {
        Commitments = [.. form.Commitments.Select(line => line with { Due = clock.Today.AddDays(days) })],
    });

    [When("工作人员把台账的书记改成“(.*)”")]
    public async Task Change(string name)
    {
        var id = await election.IdOfAsync(name);
        await HandInAsync(form => form with { Posts = [.. form.Posts.Select(post => post.Post == Posts.Secretary ? post with { People = [id] } : post)] });
    }

    [When("工作人员提交没有承诺的台账")]
    public Task Forget() => HandInAsync(form => form with { Commitments = [] });

    [When("党组织委员会决定(-?[0-9]+) 天内补选")]
    [When("党组织委员会决定 (-?[0-9]+) 天内补选")]
    public async Task Decide(int days)
    {
        await election.TryAsync(Who.Committee, TaskKinds.Vacancy, Decisions.ByElection, new VacancyForm(clock.Today.AddDays(days)));
        if ((await election.RunAsync()).End is not null) await TurnToByElectionAsync();
    }

    [When("党组织委员会决定由上级(?:以“(.*)”)?指派(?:，理由“(.*)”)?")]
    public Task Appoint(string number, string reason) =>
        election.TryAsync(Who.Committee, TaskKinds.Vacancy, Decisions.Appoint, new VacancyForm(Number: number, Reason: reason));

    [When("党组织委员会决定暂缺")]
    public Task Leave() => election.TryAsync(Who.Committee, TaskKinds.Vacancy, Decisions.Vacant, new VacancyForm());

    [When("“(.*)”代党组织委员会决定补选")]
    public Task DecideFor(string name) => election.TryAsync(name, TaskKinds.Vacancy, Decisions.ByElection, new VacancyForm(clock.Today.AddDays(30)));

    [When("工作人员把补选大会定在 (.*) 天以后")]
    public async Task Late(int days) => await election.TryAsync(Who.Staff, TaskKinds.Plan, Decisions.Submit,
        PlanFormReader.Draft(clock.Today, origin: (await election.NowAsync()).Origin) with { MeetingOn = clock.Today.AddDays(days) });

    [When("补选按预填的方案办到“(.*)”")]
    public async Task Hold(string step)
    {
        course.Plan = PlanFormReader.Draft(clock.Today, origin: (await election.NowAsync()).Origin);
        await course.ReachAsync(step);
    }

    [Then("台账带入(书记|副书记|委员)(?:“(.*)”)?，(?:批复|备案)“(.*)”")]
    public async Task Holder(string post, string name, string number)
    {
        var held = (await OriginAsync()).Posts.First(known => known.Post == Posts.CodeOf(post));
        if (name.Length > 0) Assert.Equal([await election.IdOfAsync(name)], held.People);
        Assert.Equal(number, held.Number);
        Assert.Equal(clock.Today, held.Since);
    }

    [Then("台账带入“(.*)”的承诺“(.*)”")]
    public async Task Promised(string name, string what) => Assert.Contains(new Promise(await election.IdOfAsync(name), what), (await OriginAsync()).Promises);

    [Then("台账里每名在任人员都有限期待办")]
    public async Task EverybodyDue()
    {
        var now = await election.NowAsync();
        var due = now.Tasks.Values.Where(task => task.Kind == TaskKinds.Commitment && task.Due is not null).SelectMany(task => task.Assignees);
        Assert.Equal(now.Term!.People().Select(Principals.Person).Order(), due.Distinct().Order());
    }

    [Then("退出程序转入补选，依据写明“(.*)”")]
    public async Task Article(string article)
    {
        var byElection = election.Id;
        election.TurnTo(before);
        var decided = (await election.FactsAsync<VacancyDecided>()).Single();
        Assert.Equal(VacancyChoice.ByElection, decided.Choice);
        Assert.Contains(article, decided.Article.Zh, StringComparison.Ordinal);
        election.TurnTo(byElection);
    }

    [Then("补选的方案只选(书记|副书记|委员) (.*) 名，“(.*)”继续任职")]
    public async Task Prefilled(string post, int seats, string stays)
    {
        var draft = PlanFormReader.Draft(clock.Today, origin: await OriginAsync());
        Assert.Equal([(Posts.CodeOf(post), seats)], draft.Parameters.Posts.Select(planned => (planned.Post, planned.Seats)));
        Assert.Contains(await election.IdOfAsync(stays), draft.Incumbents!);
        Assert.Equal("补选", (await election.RunAsync()).Graph.Definition.Name);
        Assert.Equal(Election.Unit, (await election.NowAsync()).Unit!.Id);
    }

    [Then("补选的大会期限是 (.*) 天以后")]
    public async Task Deadline(int days) => Assert.Equal(clock.Today.AddDays(days), (await OriginAsync()).Vacancy!.HoldBy);

    private async Task<CarriedOver> OriginAsync() => (await election.NowAsync()).Origin!;

    /// <summary>The ledger as the page proposes it, changed by the scenario.</summary>
    private async Task HandInAsync(Func<TakeOfficeForm, TakeOfficeForm> change)
    {
        var origin = await OriginAsync();
        await election.TryAsync(Who.Staff, TaskKinds.TakeOffice, Decisions.Submit, change(new(
            origin.Posts, origin.ElectedOn!.Value, origin.Ends!.Value, [.. origin.Promises.Select(promise => new CommitmentLine(promise.Person, promise.What, origin.Ends.Value))])));
    }

    private async Task TurnToByElectionAsync()
    {
        before = election.Id;
        var begun = (await election.DoAsync(Who.Staff, new FindElection(before))).Followers.Single();
        election.TurnTo(begun.Instance);
    }
}
