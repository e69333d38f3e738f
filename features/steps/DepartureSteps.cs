using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Features.Support;
using Gongtui.Host.Inbox;
using Gongtui.Host.Tenure;
using Microsoft.Extensions.DependencyInjection;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>离任: the ledger of a term hears of an exit, which is a run of its own.</summary>
[Binding]
public sealed class DepartureSteps(Election election, ChainSteps chain, Clock clock)
{
    private string term = "";

    [When("“(.*)”从书记职务调出，上级以“(.*)”同意")]
    public async Task Leave(string name, string number)
    {
        term = election.Id;
        await chain.FollowAsync("退出");
        await election.DoAsync(Who.Staff, TaskKinds.Exit, Decisions.Submit, new ExitForm(await election.IdOfAsync(name), "书记", ExitGround.Transfer, "工作需要"));
        await election.DoAsync(Who.Superior, TaskKinds.ExitApproval, Decisions.Approve, new ExitApprovalForm(number));
        election.TurnTo(term);
    }

    [When("服务重新启动后再次告知")]
    public Task TellAgain() => election.InHostAsync(async services =>
    {
        await services.GetRequiredService<DepartureNews>().CatchUpAsync(CancellationToken.None);
        return 0;
    });

    [When("党组织委员会把“(.*)”的承诺“(.*)”交“(.*)”接办，理由“(.*)”")]
    public async Task HandOver(string name, string what, string heir, string reason) =>
        await SettleAsync(name, what, Decisions.HandOver, new(reason, await election.IdOfAsync(heir)));

    [When("党组织委员会把“(.*)”的承诺“(.*)”终止，理由“(.*)”")]
    public Task End(string name, string what, string reason) => SettleAsync(name, what, Decisions.End, new(reason));

    [When("任期满一年")]
    public Task AYear() => clock.PassYearAsync();

    [Then("台账记明“(.*)”已离任书记，理由“(.*)”，文号“(.*)”")]
    public async Task Left(string name, string reason, string number)
    {
        var left = Assert.Single((await election.NowAsync()).Term!.Left);
        Assert.Equal((await election.IdOfAsync(name), "书记", reason, number, clock.Today), (left.Person, left.Post, left.Reason, left.Number, left.On));
        Assert.DoesNotContain(left.Person, (await election.NowAsync()).Term!.People());
    }

    [Then("“(.*)”没有承诺待办")]
    public async Task Nothing(string name) => Assert.DoesNotContain(await election.IdOfAsync(name), await AskedAsync());

    [Then("“(.*)”有承诺待办“(.*)”")]
    public async Task Asked(string name, string what)
    {
        var person = Principals.Person(await election.IdOfAsync(name));
        Assert.Contains((await election.NowAsync()).Tasks.Values, task => task.Kind == TaskKinds.Commitment && task.Assignees.Contains(person) && task.Title.Zh.EndsWith(what, StringComparison.Ordinal));
    }

    [Then("考评的人员里没有“(.*)”，有“(.*)”")]
    public async Task Reviewed(string gone, string stays)
    {
        await election.TaskAsync(TaskKinds.Review);
        var people = (await election.NowAsync()).Term!.People().ToList();
        Assert.Contains(await election.IdOfAsync(stays), people);
        var task = await election.TaskAsync(TaskKinds.Review);
        Activities.Assessment.Level level = Activities.Assessment.Level.Competent;
        var tooMany = new ReviewForm([.. people.Append(await election.IdOfAsync(gone)).Select(person => new ReviewResult(person, level, "履职尽责"))]);
        await election.TryAsync(Who.Superior, TaskKinds.Review, Decisions.Submit, tooMany);
        Assert.Equal("results", (await election.RefusedAsync()).Field);
        await election.DoAsync(Who.Superior, new CompleteTask(election.Id, task.Id, Decisions.Submit, null,
            FormReader.Write(new ReviewForm([.. people.Select(person => new ReviewResult(person, level, "履职尽责"))]))));
    }

    [Then("台账上因离任终止的承诺有 (.*) 项")]
    public async Task Ended(int count) => Assert.Equal(count, (await election.NowAsync()).Term!.Closed.Count);

    private async Task SettleAsync(string name, string what, string decision, SettlementForm form)
    {
        var person = await election.IdOfAsync(name);
        var commitment = (await election.NowAsync()).Term!.Commitments.First(known => known.Person == person && known.What == what);
        var task = (await election.NowAsync()).Tasks.Values.First(found => found.Kind == TaskKinds.Settlement && found.Content()!.Subject == commitment.Id);
        await election.TryAsync(Who.Committee, new CompleteTask(election.Id, task.Id, decision, null, FormReader.Write(form)));
    }

    private async Task<IReadOnlyList<string>> AskedAsync() =>
        [.. (await election.NowAsync()).Tasks.Values.Where(task => task.Kind == TaskKinds.Commitment).SelectMany(task => task.Assignees).Select(principal => principal[(principal.IndexOf(':', StringComparison.Ordinal) + 1)..])];
}
