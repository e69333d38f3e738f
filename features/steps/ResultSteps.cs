using Gongtui.Activities.Ratification;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>宣布结果 and 批复与备案.</summary>
[Binding]
public sealed class ResultSteps(Election election)
{
    [When("工作人员宣布选举结果")]
    public Task Announce() => election.TryAsync(Who.Staff, TaskKinds.Announce, Decisions.Announce, new AnnounceForm());

    [When("上级以“(.*)”批复、以“(.*)”备案")]
    public Task Ratify(string number, string filing) => RatifyAsync(Decisions.Ratify, new(number, filing));

    [When("上级(?:以“(.*)”为由)?不予批复")]
    public Task Decline(string reason) => RatifyAsync(Decisions.Decline, new(Reason: reason));

    [Then("批复的是：“(.*)”")]
    public async Task Ratified(string holders) => Assert.Equal(holders, await WordsAsync((await election.FactsAsync<Ratified>())[^1].Posts));

    [Then("备案的是：“(.*)”")]
    public async Task Filed(string holders) => Assert.Equal(holders, await WordsAsync((await election.FactsAsync<Filed>())[^1].Posts));

    [Then("选举结果没有得到批复")]
    public async Task NotRatified() => Assert.True((await election.NowAsync()).Ratification!.Refused);

    private Task RatifyAsync(string decision, RatifyForm form) => election.TryAsync(Who.Superior, TaskKinds.Ratify, decision, form);

    private async Task<string> WordsAsync(IEnumerable<PostHolders> posts)
    {
        var now = await election.NowAsync();
        return string.Join("；", posts.Select(post => $"{now.Post(post.Post).Name.Zh}{string.Join("、", post.People.Select(now.NameOf))}"));
    }
}
