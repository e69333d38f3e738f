using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using Gongtui.Host.Reports;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>Why somebody was elected or not, the size of a team, and who ratifies.</summary>
[Binding]
public sealed class ReasonSteps(Election election)
{
    [Then("每一轮每一个得票的人都有一行带数字的理由和依据")]
    public async Task Explained()
    {
        var counts = await election.FactsAsync<ContestsCounted>();
        Assert.NotEmpty(counts);
        Assert.All(counts.SelectMany(count => count.Contests), contest =>
        {
            Assert.NotEmpty(contest.People);
            Assert.Superset(contest.Elected.ToHashSet(), contest.People.Select(person => person.Person).ToHashSet());
            Assert.All(contest.People, person =>
            {
                Assert.Contains(person.Proof.Sentence.Zh, char.IsAsciiDigit);
                Assert.Contains(person.Proof.Inequality, char.IsAsciiDigit);
                Assert.NotEmpty(person.Proof.Article.Display.Zh);
                Assert.DoesNotContain('\n', person.Proof.Line.Zh);
            });
        });
    }

    [Then("结果页和报告单所用的理由与办理记录相同")]
    public async Task Shown()
    {
        var shown = (await election.DoAsync(Who.Staff, new ShowResults(election.Id))).Rounds.Where(round => round.Count is not null).SelectMany(round => Lines(round.Count!));
        Assert.Equal((await election.FactsAsync<ContestsCounted>()).SelectMany(Lines), shown);
    }

    [Then("(支部|总支|基层委员会)班子 (.*) 人(可以|过多|过少)，依据“(.*)”")]
    public void Team(string kind, int seats, string verdict, string article)
    {
        var check = TeamSize.Check(kind switch { "支部" => OrganisationKind.Branch, "总支" => OrganisationKind.GeneralBranch, _ => OrganisationKind.Committee }, 60, seats);
        Assert.Equal(verdict == "可以", check.Holds);
        Assert.Contains(article, check.Article.Display.Zh, StringComparison.Ordinal);
    }

    [Then("备案的职务只有“(.*)”")]
    public async Task FiledOnly(string post) =>
        Assert.Equal([Posts.CodeOf(post)], (await election.FactsAsync<Filed>())[^1].Posts.Select(filed => filed.Post));

    [Then("被拒绝：“([^”]*)”，依据写明第五章")]
    public async Task RefusedByChapter(string why)
    {
        var refusal = await election.RefusedAsync();
        Assert.Contains(why, refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("第五章", refusal.Article!.Zh, StringComparison.Ordinal);
    }

    [When("“(.*)”批复选举结果")]
    public Task RatifyAs(string name) => election.TryAsync(name, TaskKinds.Ratify, Decisions.Ratify, new RatifyForm("固建党〔2026〕15号", "备〔2026〕7号"));

    private static IEnumerable<string> Lines(ContestsCounted count) =>
        count.Contests.SelectMany(contest => contest.People.Select(person => $"{contest.Post} {person.Person} {person.Proof.Line.Zh}"));
}
