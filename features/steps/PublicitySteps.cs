using System.Globalization;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Publicity;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using Gongtui.Host.Inbox;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>公示 and 异议.</summary>
[Binding]
public sealed class PublicitySteps(HostInProcess host, Election election, Clock clock)
{
    private string? mailbox;

    [Given("今天是 (.*)")]
    public void Today(string date) => host.MachineTime = Instant(date, new(9, 0));

    [When("时间到了 (.*) (.*)")]
    public Task MoveTo(string date, string time) => clock.MoveToAsync(Instant(date, TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [When("公示期满")]
    public Task Pass() => clock.PassPublicityAsync();

    [When("“(.*)”对“(.*)”署名提出异议：“(.*)”")]
    public async Task Object(string by, string about, string text)
    {
        mailbox ??= (await election.TaskAsync(TaskKinds.Objection)).Id;
        var form = new ObjectionForm(await election.IdOfAsync(about), text);
        await election.TryAsync(by, new CompleteTask(election.Id, mailbox, Decisions.Submit, null, FormReader.Write(form)));
    }

    [When("上级核查后认定异议(成立|不成立)：“(.*)”")]
    public Task Decide(string verdict, string finding) => election.TryAsync(
        Who.Superior, TaskKinds.Inquiry, verdict == "成立" ? Decisions.Uphold : Decisions.Dismiss, new InquiryForm(finding));

    [Then("公示自 (.*) 起，至 (.*) 止")]
    public async Task Period(string from, string last)
    {
        var period = (await election.NowAsync()).Publicity!;
        Assert.Equal((Date(from), Date(last)), (period.From, period.Last));
    }

    [Then("公示名单是“(.*)”")]
    public async Task Shown(string names)
    {
        var now = await election.NowAsync();
        Assert.Equal(names.Split('、').Order(), now.Publicity!.People.Select(now.NameOf).Order());
    }

    [Then("公示(已经|没有)结束")]
    public async Task IsOver(string whether) => Assert.Equal(whether == "已经", (await election.NowAsync()).Publicity!.IsOver);

    [Then("上级有 (.*) 件异议待核查")]
    public async Task Inquiries(int open) =>
        Assert.Equal(open, (await election.NowAsync()).Tasks.Values.Count(task => task.Kind == TaskKinds.Inquiry));

    [Then("“(.*)”不能再作为人选")]
    public async Task Barred(string name) => Assert.False((await election.NowAsync()).MayStand(await election.IdOfAsync(name)));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string date, TimeOnly time) => new(Date(date), time, LocalTime.Offset);
}
