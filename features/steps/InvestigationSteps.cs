using Gongtui.Activities.Investigation;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>组织考察 and 确定预备人选.</summary>
[Binding]
public sealed class InvestigationSteps(Election election, Clock clock)
{
    [When("工作人员确定考察对象：")]
    public async Task List(Table people) => await election.TryAsync(
        Who.Staff, TaskKinds.InvestigationList, Decisions.Submit, new InvestigationListForm(await election.ListsAsync(people), "推荐和测评得票"));

    [When("考察组“(.*)”提交考察材料，全部合格")]
    public Task Report(string team) => Report(team, "");

    [When("考察组“(.*)”提交考察材料，“(.*)”不合适，其余合适")]
    public async Task Report(string team, string unsuitable)
    {
        var people = (await election.NowAsync()).Investigation!.Lists.SelectMany(list => list.People).Distinct(StringComparer.Ordinal);
        var bad = await election.IdsOfAsync(unsuitable.Split('、', StringSplitOptions.RemoveEmptyEntries));
        await election.TryAsync(Who.Investigator, TaskKinds.Investigation, Decisions.Submit, new InvestigationForm(team.Split('、'),
            [.. people.Select(person => new InvestigationReport(person, "德能勤绩廉表现清楚", "务实", "创新不足", !bad.Contains(person)))]));
    }

    [When("推荐汇总以后过了一年零 (.*) 天")]
    public Task Age(int days) => clock.PassYearOfRecommendationAsync(days);

    [When("党组织委员会应到 (.*) 人、实到 (.*) 人、赞成 (.*) 人，确定预备人选：")]
    public async Task Shortlist(int due, int present, int yes, Table people) => await election.TryAsync(
        Who.Committee, TaskKinds.Shortlist, Decisions.Adopt, new ShortlistForm(await election.ListsAsync(people), new(due, present, yes)));

    [Then("考察差额：“(.*)”")]
    public async Task Investigated(string inequality) => Contains(inequality, (await election.FactsAsync<InvestigationListed>())[^1].Proofs);

    [Then("候选人差额：“(.*)”")]
    [Then("委员会表决：“(.*)”")]
    public async Task Shortlisted(string inequality) => Contains(inequality, (await election.FactsAsync<ShortlistDecided>())[^1].Proofs);

    [Then("人选不足的理由：“(.*)”")]
    public async Task TooFew(string inequality) => Contains(inequality, (await election.FactsAsync<FieldTooSmall>())[^1].Proofs);

    private static void Contains(string inequality, IEnumerable<Verdict> proofs) =>
        Assert.Contains(inequality, proofs.Select(proof => proof.Inequality));
}
