using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>公告.</summary>
[Binding]
public sealed class NoticeSteps(Election election)
{
    [When("工作人员发布公告")]
    public async Task Publish()
    {
        var subject = (await election.TaskAsync(TaskKinds.Notice)).Content()!.Subject!;
        await election.TryAsync(Who.Staff, TaskKinds.Notice, Decisions.Publish, NoticeText.For(await election.NowAsync(), subject));
    }

    [Then("公告栏有“(.*)”，写明“(.*)”")]
    public async Task OnBoard(string title, string text)
    {
        var notice = (await election.FactsAsync<NoticePublished>()).Last(fact => fact.Title.EndsWith(title, StringComparison.Ordinal));
        Assert.Contains(text, notice.Body, StringComparison.Ordinal);
    }
}
