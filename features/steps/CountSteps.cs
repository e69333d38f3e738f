using Gongtui.Activities.Rules;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using Gongtui.Host.Meeting.Tasks;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>清点选票, 计票, and what follows from a tie or a shortage.</summary>
[Binding]
public sealed class CountSteps(Election election)
{
    [When("(监票人|计票人)关闭票箱并计票")]
    public Task Count(string who) => CloseAsync(who, Decisions.Count, new());

    [When("(监票人|计票人)清点选票，印制 (.*) 张、发出 (.*) 张、剩余 (.*) 张、作废 (.*) 张，关闭票箱并计票")]
    public Task Count(string who, int printed, int issued, int unused, int spoiled) =>
        CloseAsync(who, Decisions.Count, new(printed, issued, unused, spoiled));

    [When("监票人(?:以“(.*)”为由)?宣布本次投票无效")]
    public Task Void(string reason) => CloseAsync("监票人", Decisions.Void, new(Reason: reason));

    [When("工作人员以“(.*)”为由决定(再次投票|暂缺)")]
    public Task Tie(string reason, string choice) => election.TryAsync(
        Who.Staff, TaskKinds.Tie, choice == "暂缺" ? Decisions.Vacant : Decisions.Again, new TieForm(reason));

    [When("对(.*)的缺额，大会决定(另行选举|暂缺)")]
    public Task Shortage(string post, string choice) =>
        ShortageAsync(post, choice == "暂缺" ? ShortageChoice.Vacant : ShortageChoice.Again, null);

    [When("对(.*)的缺额，大会 (.*) 人同意减少名额")]
    public Task Reduce(string post, int yes) => ShortageAsync(post, ShortageChoice.Reduce, yes);

    [Then("没有计票")]
    public async Task NotCounted() => Assert.Empty(await election.FactsAsync<ContestsCounted>());

    [Then("选票核对：“(.*)”")]
    public async Task Accounted(string inequality) => Assert.Contains(
        inequality, (await election.FactsAsync<BallotsAccounted>())[^1].Checks.Where(check => check.Holds).Select(check => check.Inequality));

    [Then("(.*)收回有效票 (.*) 张、无效票 (.*) 张")]
    public async Task Valid(string post, int valid, int invalid)
    {
        var contest = (await CountedAsync()).First(counted => counted.Post == Posts.CodeOf(post));
        Assert.Equal((valid, invalid), (contest.Valid, contest.Invalid));
    }

    [Then("计票结果：")]
    public async Task Result(Table expected)
    {
        var (contests, now) = (await CountedAsync(), await election.NowAsync());
        var counted = (from contest in contests
                       from person in contest.People
                       select (Key: $"{now.Post(contest.Post).Name.Zh} {now.NameOf(person.Person)}", person)).ToDictionary(line => line.Key, line => line.person);
        foreach (var row in expected.Rows)
        {
            Assert.True(counted.TryGetValue($"{row["职务"]} {row["姓名"]}", out var person), $"{row["职务"]} {row["姓名"]}: {string.Join(", ", counted.Keys)}");
            Assert.Equal((row.Number("赞成"), row["结果"], row["算式"]), (person.Approve, FateOf(person.Fate), person.Proof.Inequality));
            if (row.ContainsKey("反对")) Assert.Equal((row.Number("反对"), row.Number("弃权")), (person.Against, person.Abstain));
        }
    }

    [Then("(书记|副书记|委员)当选的是“(.*)”")]
    public async Task Elected(string post, string names)
    {
        var now = await election.NowAsync();
        var holders = now.Voting.Posts.First(standing => standing.Post == Posts.CodeOf(post)).Elected;
        Assert.Equal(names.Split('、').Order(), holders.Select(holder => now.NameOf(holder.Person)).Order());
    }

    [Then("(书记|副书记|委员)没有人当选")]
    public async Task NobodyElected(string post) =>
        Assert.Empty((await election.NowAsync()).Voting.Posts.First(standing => standing.Post == Posts.CodeOf(post)).Elected);

    [Then("(书记|副书记|委员)缺额 (.*) 名")]
    public async Task Open(string post, int seats)
    {
        var standing = (await election.NowAsync()).Voting.Posts.First(found => found.Post == Posts.CodeOf(post));
        Assert.Equal((PendingKind.Shortage, seats), (standing.Pending, standing.PendingSeats));
    }

    [Then("另行选举的人选是“(.*)”")]
    public async Task Standing(string names)
    {
        var now = await election.NowAsync();
        var option = Assert.Single(Shortages.Options(now));
        Assert.Equal(names.Split('、'), option.Candidates.Select(now.NameOf));
    }

    [Then("(书记|副书记|委员)名额 (.*) 名，暂缺 (.*) 名")]
    public async Task Seats(string post, int seats, int vacant)
    {
        var standing = (await election.NowAsync()).Voting.Posts.First(found => found.Post == Posts.CodeOf(post));
        Assert.Equal((seats, vacant), (standing.Seats, standing.Vacant));
    }

    private Task CloseAsync(string who, string decision, PaperAccount account) =>
        election.TryAsync(Who.Of(who), TaskKinds.CloseBallot, decision, PaperAccount.Write(account));

    private Task ShortageAsync(string post, ShortageChoice choice, int? yes) => election.TryAsync(
        Who.Staff, TaskKinds.Shortage, Decisions.Submit, new ShortageForm([new(Posts.CodeOf(post), choice, "大会讨论决定", yes)]));

    private async Task<IReadOnlyList<CountedContest>> CountedAsync() => (await election.FactsAsync<ContestsCounted>())[^1].Contests;

    private static string FateOf(Fate fate) => fate switch
    {
        Fate.Elected => "当选",
        Fate.Tied => "票数相等",
        Fate.WithoutSeat => "过半未当选",
        Fate.HoldsHigherPost => "已任更高职务",
        _ => "未当选",
    };
}
