using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Publicity;

/// <summary>公示 of the shortlist for some working days. Everybody on the roll can object; an open inquiry holds the next step, not the notice.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "公示预备人选若干工作日，接受署名异议并逐件核查。来源：干部选拔任用工作条例（不少于5个工作日）及公推直选做法（试点必经程序未列）。 Shows the shortlist for some working days and takes objections. Origin: regulations and practice, not the seed.",
    DisplayName = "公示 Publicity")]
[FlowNode("Clear", "Upheld")]
public sealed class PublicityPeriod : StepActivity
{
    /// <summary>Fewest working days; the plan may ask for more.</summary>
    [Input(
        DisplayName = "公示工作日 Working days",
        Description = "至少的工作日数，张贴当日不计，节假日和调休按国务院公布；方案规定更长的从方案。 Fewest working days, the day of posting not counted; the plan may ask for more.",
        UIHint = InputUIHints.SingleLine,
        DefaultValue = 5)]
    public Input<int> WorkingDays { get; set; } = new(5);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var election = context.Election();
        var days = Math.Max(WorkingDays.Get(context), election.Parameters.PublicityWorkingDays);
        var started = PublicityDecision.Start(election, context.Today(), days);
        context.Record(started);
        context.Publish(NoticeKinds.Publicity);
        context.DelayUntil(LocalTime.EndOf(started.Last), OnOverAsync);
        context.OpenTask(
            ForEach(context, TaskKinds.Objection,
                [Principals.Unit(election.Unit!.Id, Principals.Member), Principals.Unit(election.Unit.Id, Principals.Masses)]) with
            {
                Due = LocalTime.EndOf(started.Last),
                StaysOpen = true,
            },
            OnObjectionAsync);
        return ValueTask.CompletedTask;
    }

    private ValueTask OnObjectionAsync(ActivityExecutionContext context)
    {
        if (context.Completing<ObjectionForm>(TaskKinds.Objection, staysOpen: true) is { } done
            && context.Decide(PublicityDecision.File(context.Election(), done.Form, done.Actor, context.Today())) is { } filed)
        {
            context.OpenTask(
                ForSuperior(context, TaskKinds.Inquiry) with
                {
                    Excluded = [Principals.Person(filed.About), Principals.Person(filed.By)],
                    Data = new(Objection: filed.Objection),
                },
                OnInquiryAsync);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnInquiryAsync(ActivityExecutionContext context)
    {
        if (context.Completing<InquiryForm>(TaskKinds.Inquiry) is not { } done)
        {
            return;
        }

        var id = done.Task.Content()!.Objection;
        var objection = context.Election().Publicity!.Open.First(open => open.Objection == id);
        if (context.Decide(PublicityDecision.Decide(objection, done.Decision == Decisions.Uphold, done.Form, done.Actor)) is not null)
        {
            await CompleteWhenOverAsync(context);
        }
    }

    private async ValueTask OnOverAsync(ActivityExecutionContext context)
    {
        var period = context.Election().Publicity!;
        context.Record(new PublicityEnded(period.Last, period.Filed));
        context.Withdraw(TaskKinds.Objection, new("公示期已满", "The notice period is over"));
        await CompleteWhenOverAsync(context);
    }

    private static async ValueTask CompleteWhenOverAsync(ActivityExecutionContext context)
    {
        var period = context.Election().Publicity!;
        if (period is { IsOver: true, Open.Count: 0 })
        {
            await context.CompleteActivityWithOutcomesAsync(period.Removed.Count == 0 ? "Clear" : "Upheld");
        }
    }
}
