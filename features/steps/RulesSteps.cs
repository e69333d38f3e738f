using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>通过选举办法 (R52).</summary>
[Binding]
public sealed class RulesSteps(Election election, Meeting meeting)
{
    [When("选举办法表决：赞成 (.*)、不赞成 (.*)、弃权 (.*)，(并通过监票人、计票人|宣布未通过)")]
    public async Task Vote(int yes, int no, int abstain, string what) => await election.TryAsync(
        Who.Staff, TaskKinds.Tellers, what == "宣布未通过" ? Decisions.RejectRules : Decisions.Adopt, await FormAsync() with { Rules = new(yes, no, abstain) });

    [When("工作人员没有表决选举办法就提名监票人、计票人")]
    public async Task Skip() => await election.TryAsync(Who.Staff, TaskKinds.Tellers, Decisions.Adopt, await FormAsync() with { Rules = null });

    [Then("选举办法表决记录：“(.*)”，(通过|未通过)")]
    public async Task Recorded(string inequality, string adopted)
    {
        var fact = (await election.FactsAsync<ElectionRulesVoted>())[^1];
        Assert.Equal((inequality, adopted == "通过"), (fact.Proof.Inequality, fact.Adopted));
    }

    private Task<TellersForm> FormAsync() => meeting.TellersAsync([Who.Scrutineer], [Who.Teller], 30);
}
