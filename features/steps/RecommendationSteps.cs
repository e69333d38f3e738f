using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>公开推荐 by three channels, 推荐汇总 and 资格审查.</summary>
[Binding]
public sealed class RecommendationSteps(Election election, Papers papers, Course course)
{
    [When("(.*) 名(党员|群众)推荐：")]
    public async Task Recommend(int people, string group, Table votes)
    {
        var lines = new List<(string, string, int)>();
        foreach (var row in votes.Rows) lines.Add((Posts.CodeOf(row["职务"]), await election.IdOfAsync(row["姓名"]), row.Number("票数")));
        await papers.RecommendAsync(Words.Group(group), people, lines);
    }

    [Given("党员推荐中龚丽华、邹红霞末位同票")]
    public async Task TieAtTheCut()
    {
        await course.ReachAsync("公开推荐");
        (string Name, int Votes)[] votes = [("邵建平", 28), ("田秀兰", 27), ("贺春燕", 26), ("严立新", 25), ("龚丽华", 20), ("邹红霞", 20)];
        var ids = await election.IdsOfAsync(votes.Select(vote => vote.Name));
        await papers.RecommendAsync(Channels.Member, 30, votes.Zip(ids, (vote, id) => (Posts.Member, id, vote.Votes)));
        await papers.CloseAsync(Channels.Member);
    }

    [When("工作人员关闭(党员|群众)(?:推荐|测评)票箱")]
    public Task Close(string group) => papers.CloseAsync(Words.Group(group));

    [When("工作人员决定(就同票者再次推荐|同票者全部列入)(?:，理由“(.*)”)?")]
    public Task DecideTie(string decision, string reason) => election.TryAsync(Who.Staff, TaskKinds.RecommendationTie,
        decision == "同票者全部列入" ? Decisions.AllIn : Decisions.Again, new RecommendationTieForm(reason));

    [When("党组织推荐：")]
    public async Task Organisation(Table people) => await election.TryAsync(
        Who.Committee, TaskKinds.Organisation, Decisions.Submit, new OrganisationForm(await election.ListsAsync(people), "工作需要，群众公认"));

    [When("工作人员确认推荐汇总")]
    public Task Summarise() => election.TryAsync(Who.Staff, TaskKinds.Summary, Decisions.Adopt, new SummaryForm([]));

    [When("工作人员确认推荐汇总，“(.*)”因“(.*)”不参选")]
    public async Task Summarise(string name, string reason) => await election.TryAsync(
        Who.Staff, TaskKinds.Summary, Decisions.Adopt, new SummaryForm([new(await election.IdOfAsync(name), reason)]));

    [When("上级审查资格，“(.*)”不合格，其余合格")]
    public async Task Review(string failed)
    {
        var nominees = (await election.NowAsync()).Nominees();
        var bad = await election.IdsOfAsync(failed.Split('、', StringSplitOptions.RemoveEmptyEntries));
        await election.TryAsync(Who.Superior, TaskKinds.Qualification, Decisions.Submit, new QualificationForm([.. nominees.Select(person =>
            bad.Contains(person) ? new QualificationResult(person, false, Criteria.Ability, "近三年考核有一次不称职") : new(person, true))]));
    }

    [When("上级审查资格，全部合格")]
    public Task Review() => Review("");

    [Then("推荐票箱打开：党员 (.*) 人，群众 (.*) 人")]
    public async Task Open(int members, int masses) => Assert.Equal((members, masses),
        ((await papers.OpenAsync(BoxPurpose.Recommendation, Channels.Member)).EligibleCount,
         (await papers.OpenAsync(BoxPurpose.Recommendation, Channels.Masses)).EligibleCount));

    [Then("(党员|群众)推荐收回 (.*) 张，参加推荐的比例：“(.*)”")]
    public async Task Participation(string channel, int returned, string inequality)
    {
        var tallied = await TalliedAsync(channel);
        Assert.Equal((returned, inequality), (tallied.Returned, tallied.Participation.Inequality));
    }

    [Then("(党员|群众)推荐的结果：")]
    public async Task Result(string channel, Table expected)
    {
        var (tallied, now) = (await TalliedAsync(channel), await election.NowAsync());
        var counted = from post in tallied.Posts
                      from person in post.People
                      select (now.Post(post.Post).Name.Zh, now.NameOf(person.Person), person.Votes, person.Taken ? "是" : "否", person.Proof.Inequality);
        Assert.Equal(expected.Rows.Select(row => (row["职务"], row["姓名"], row.Number("票数"), row["过半数"], row["算式"])), counted);
    }

    [Then("(党员|群众)推荐中委员同票的是“(.*)”，争 (.*) 个名额")]
    public async Task Tied(string channel, string names, int places)
    {
        var tie = (await election.NowAsync()).Recommendation.Ties.Single(found => found.Channel == Words.Group(channel) && found.Post == Posts.Member);
        Assert.Equal((await election.IdsOfAsync(names.Split('、'))).Order(), tie.People.Order());
        Assert.Equal(places, tie.Places);
    }

    [Then("同票者的推荐表只有“(.*)”")]
    public async Task AmongTied(string names)
    {
        var paper = (await papers.OpenAsync(BoxPurpose.Recommendation, Channels.Member)).FormOf<RecommendationPaper>();
        Assert.Equal((await election.IdsOfAsync(names.Split('、'))).Order(), paper.Posts.Single().Among!.Order());
    }

    [Then("党员推荐列入的委员是“(.*)”")]
    public async Task PutForward(string names) => Assert.Equal(
        (await election.IdsOfAsync(names.Split('、'))).Order(),
        (await election.NowAsync()).Recommendation.Channels.First(list => list.Channel == Channels.Member).Lists.First(list => list.Post == Posts.Member).People.Order());

    [Then("推荐末位同票的决定有 (.*) 次，都写明理由")]
    public async Task TiesDecided(int times)
    {
        var decided = await election.FactsAsync<RecommendationTieDecided>();
        Assert.Equal(times, decided.Count);
        Assert.All(decided, fact => Assert.NotEmpty(fact.Reason));
    }

    [Then("推荐汇总表：")]
    public async Task Nominees(Table expected)
    {
        var now = await election.NowAsync();
        Assert.Equal(
            expected.Rows.Select(row => (row["职务"], row["姓名"], row["渠道"])).Order(),
            (from post in now.Recommendation.Nominees
             from person in post.People
             select (now.Post(post.Post).Name.Zh, now.NameOf(person.Person), string.Join("、", person.Channels.Select(Words.Channel)))).Order());
    }

    [Then("(.*)的被推荐人是“(.*)”")]
    public async Task Nominees(string post, string names)
    {
        var now = await election.NowAsync();
        var nominees = now.Recommendation.Nominees.First(list => list.Post == Posts.CodeOf(post)).People;
        Assert.Equal(names.Split('、').Order(), nominees.Select(nominee => now.NameOf(nominee.Person)).Order());
    }

    private async Task<RecommendationTallied> TalliedAsync(string channel) =>
        (await election.FactsAsync<RecommendationTallied>()).Last(fact => fact.Channel == Words.Group(channel));
}
