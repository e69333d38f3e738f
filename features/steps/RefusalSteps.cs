using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>What the product answers when it does not do what was asked: why, what to do now, and that nothing was recorded.</summary>
[Binding]
public sealed class RefusalSteps(Election election)
{
    [Then("被拒绝：“([^”]*)”")]
    public async Task Refused(string why) => Assert.Contains(why, (await election.RefusedAsync()).Message.Zh, StringComparison.Ordinal);

    [Then("被拒绝：“([^”]*)”，提示：“([^”]*)”")]
    public async Task Refused(string why, string next)
    {
        await Refused(why);
        await Advised(next);
    }

    [Then("提示：“([^”]*)”")]
    public async Task Advised(string next) =>
        Assert.Contains(next, (await election.RefusedAsync()).NextStep?.Zh ?? "", StringComparison.Ordinal);

    [Then("依据是“([^”]*)”")]
    public async Task ByArticle(string article) =>
        Assert.Contains(article, (await election.RefusedAsync()).Article?.Zh ?? "", StringComparison.Ordinal);

    /// <summary>Asking for the refusal compares the journal's head before and after.</summary>
    [Then("办理记录不变")]
    public Task NothingRecorded() => election.RefusedAsync();
}
