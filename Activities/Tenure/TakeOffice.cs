using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Tenure;

/// <summary>建立任期台账: who is in office, until when, and what they promised.</summary>
[Activity(
    "Gongtui",
    "任期管理",
    "登记当选人、任期和竞职演说中的承诺，每项承诺定出兑现期限。来源：试点材料“承诺兑现”“定期考评”（展望）。 Opens the ledger of a term with its dated commitments. Origin: the seed's outlook.",
    DisplayName = "建立任期台账 Term ledger")]
[FlowNode("Done")]
public sealed class TakeOffice : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.TakeRoll())
        {
            context.OpenTask(ForUnit(context, TaskKinds.TakeOffice, Principals.Staff), OnOpenedAsync);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnOpenedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<TakeOfficeForm>(TaskKinds.TakeOffice) is { } done
            && context.Decide(TermDecision.Open(context.Election(), done.Form, done.Actor)) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
