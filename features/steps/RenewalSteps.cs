using System.Globalization;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>The end of a term: reminder, application, answer (R11, R11a, R11b).</summary>
[Binding]
public sealed class RenewalSteps(Election election, Clock clock)
{
    [When("到了 (.*)，该准备换届了")]
    public Task Come(string day) => clock.PassToRenewalAsync(Day(day));

    [When("上级提醒换届：“(.*)”")]
    public Task Remind(string note) => election.TryAsync(Who.Superior, TaskKinds.RenewalReminder, Decisions.Submit, new RenewalReminderForm(note));

    [When("工作人员请示于 (.*) 换届，文号“([^”]*)”(?:，理由“(.*)”)?")]
    public Task Apply(string day, string number, string reason) => election.TryAsync(
        Who.Staff, TaskKinds.Renewal, Decisions.Submit, new RenewalForm(Day(day), number, reason is { Length: > 0 } ? reason : null));

    [When("上级以“(.*)”同意换届请示")]
    public Task Approve(string number) => election.TryAsync(Who.Superior, TaskKinds.RenewalApproval, Decisions.Approve, new RenewalApprovalForm(number));

    [When("上级不同意换届请示，理由“(.*)”")]
    public Task Decline(string reason) => election.TryAsync(Who.Superior, TaskKinds.RenewalApproval, Decisions.Decline, new RenewalApprovalForm(Reason: reason));

    [Then("还没有人被提醒换届")]
    public async Task Nobody() => Assert.DoesNotContain(
        (await election.NowAsync()).Tasks.Values, task => task.Kind is TaskKinds.RenewalReminder or TaskKinds.Renewal);

    [Then("提醒换届的待办 (.*) 到期，换届请示的待办 (.*) 到期")]
    public async Task Due(string reminder, string application)
    {
        var tasks = (await election.NowAsync()).Tasks.Values;
        Assert.Equal(LocalTime.EndOf(Day(reminder)), tasks.Single(task => task.Kind == TaskKinds.RenewalReminder).Due);
        Assert.Equal(LocalTime.EndOf(Day(application)), tasks.Single(task => task.Kind == TaskKinds.Renewal).Due);
    }

    [Then("台账记明 (.*) 已提醒")]
    public async Task Reminded(string day) => Assert.Equal(Day(day), (await election.NowAsync()).Term!.Renewal!.Reminded);

    [Then("换届请示的待办写明“(.*)”")]
    public async Task Again(string reason) => Assert.Equal(
        reason, (await election.NowAsync()).Tasks.Values.Single(task => task.Kind == TaskKinds.Renewal).Content()!.Reason);

    [Then("换届定于 (.*)，(按期|逾期)请示")]
    public async Task Settled(string day, string when)
    {
        var state = await election.NowAsync();
        Assert.Equal((Day(day), when == "逾期"), (state.Term!.Renewal!.Answered!.Meeting, state.Term.Renewal.Applied!.Late));
        Assert.DoesNotContain(state.Tasks.Values, task => task.Kind is TaskKinds.RenewalReminder or TaskKinds.Renewal or TaskKinds.RenewalApproval);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
