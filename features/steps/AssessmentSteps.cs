using Gongtui.Activities.Assessment;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Speech;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>民主测评 and 竞职演说.</summary>
[Binding]
public sealed class AssessmentSteps(Election election, Papers papers, Clock clock)
{
    [When("(.*) 名(党员|群众)测评")]
    public Task Assess(int people, string group) => papers.AssessAsync(Words.Group(group), people, new Dictionary<string, int[]>());

    [When("(.*) 名(党员|群众)测评，除下列人员外都评为优秀：")]
    public async Task Assess(int people, string group, Table marks)
    {
        var levels = new Dictionary<string, int[]>();
        foreach (var row in marks.Rows)
            levels[await election.IdOfAsync(row["姓名"])] = [row.Number("优秀"), row.Number("称职"), row.Number("基本称职"), row.Number("不称职")];
        await papers.AssessAsync(Words.Group(group), people, levels);
    }

    [When("工作人员登记全体人选的竞职演说")]
    public async Task Speak()
    {
        var people = (await election.NowAsync()).Nominees();
        await election.TryAsync(Who.Staff, TaskKinds.Speeches, Decisions.Submit, new SpeechesForm(
            clock.Today, "礼堂", [.. people.Select(person => new CampaignSpeechRecord(person, ["每季度公开一次账目"], "我将尽责。"))]));
    }

    [Then("参加测评的党员比例：“(.*)”")]
    public async Task Participation(string inequality) => Assert.Equal(inequality, (await TalliedAsync("党员")).Participation!.Inequality);

    [Then("(党员|群众)测评的结果中：")]
    public async Task Result(string group, Table expected)
    {
        var (tallied, now) = (await TalliedAsync(group), await election.NowAsync());
        var counted = tallied.People.ToDictionary(
            person => now.NameOf(person.Person),
            person => (person.Excellent, person.Competent, person.Basic, person.Incompetent, person.Abstain));
        foreach (var row in expected.Rows)
            Assert.Equal((row.Number("优秀"), row.Number("称职"), row.Number("基本称职"), row.Number("不称职"), row.Number("弃权")), counted[row["姓名"]]);
    }

    private async Task<AssessmentTallied> TalliedAsync(string group) =>
        (await election.FactsAsync<AssessmentTallied>()).Last(fact => fact.Group == Words.Group(group));
}
