using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Tenure;

/// <summary>换届准备: six months before a term ends the superior reminds the unit (R11a); by a month before it the unit has applied for
/// the next election (R11b); the superior answers, and an early or late date stays within a year (R11).</summary>
[Activity(
    "Gongtui",
    "任期管理",
    "届满前六个月，上级提醒换届；届满前一个月，单位提出换届请示，写明开会日期；提前或延期的说明理由，不超过一年，由上级批复。来源：《支部工作条例（试行）》、基层组织选举工作条例第3条和第五章。 Six months before the term ends the superior reminds; by a month before it the unit applies for the next election; the superior answers, an early or late date within a year. Origin: regulations on branches and on elections, Art. 3 and ch. 5.",
    DisplayName = "换届准备 Next election")]
[FlowNode("Done")]
public sealed class PrepareRenewal : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var reminder = Renewals.DatesOf(context.Election().Term.Needed("the term")).Reminder;
        if (reminder > context.Today())
        {
            context.DelayUntil(LocalTime.EndOf(reminder.AddDays(-1)), OnTimeAsync);
        }
        else
        {
            Begin(context);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask OnTimeAsync(ActivityExecutionContext context)
    {
        Begin(context);
        return ValueTask.CompletedTask;
    }

    private void Begin(ActivityExecutionContext context)
    {
        var dates = Renewals.DatesOf(context.Election().Term!);
        context.OpenTask(ForSuperior(context, TaskKinds.RenewalReminder) with { Due = LocalTime.EndOf(dates.Reminder) }, OnRemindedAsync);
        Ask(context, null);
    }

    private ValueTask OnRemindedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<RenewalReminderForm>(TaskKinds.RenewalReminder) is { } done)
        {
            context.Decide(Renewals.Remind(context.Election(), done.Form, done.Actor, context.Today()));
        }

        return ValueTask.CompletedTask;
    }

    /// <param name="again">Why the superior did not agree before.</param>
    private void Ask(ActivityExecutionContext context, string? again) => context.OpenTask(
        ForUnit(context, TaskKinds.Renewal, Principals.Staff) with
        {
            Due = LocalTime.EndOf(Renewals.DatesOf(context.Election().Term!).Application),
            Data = new(Reason: again),
        },
        OnAppliedAsync);

    private ValueTask OnAppliedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<RenewalForm>(TaskKinds.Renewal) is { } done
            && context.Decide(Renewals.Apply(context.Election(), done.Form, done.Actor, context.Today())) is { } applied)
        {
            context.Withdraw(TaskKinds.RenewalReminder, new("单位已提出请示", "The unit has applied"));
            context.OpenTask(ForSuperior(context, TaskKinds.RenewalApproval) with { Excluded = [Principals.Person(applied.By)] }, OnAnsweredAsync);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnAnsweredAsync(ActivityExecutionContext context)
    {
        if (context.Completing<RenewalApprovalForm>(TaskKinds.RenewalApproval) is not { } done
            || context.Decide(Renewals.Answer(context.Election(), done.Decision == Decisions.Approve, done.Form, done.Actor)) is not { } answered)
        {
            return;
        }

        if (answered.Approved)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
        else
        {
            Ask(context, answered.Reason);
        }
    }
}
