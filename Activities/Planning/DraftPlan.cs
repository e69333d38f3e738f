using System.Text.Json;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Planning;

/// <summary>制订方案. Takes the roll when the election starts, then asks for the plan; asked again when the plan comes back.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "工作人员制订实施方案：职务、名额、差额比例和各项参数，逐项对照规则检查。来源：试点必经程序第1步。 Staff draft the plan; every number is checked against the rules. Origin: seed, step 1.",
    DisplayName = "制订方案 Plan")]
[FlowNode("Done")]
public sealed class DraftPlan : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.Election().Unit is null && !TakeRoll(context))
        {
            return ValueTask.CompletedTask;
        }

        var returned = context.Election().Approvals.GetValueOrDefault(Subjects.Plan)?.Reason;
        context.OpenTask(
            ForUnit(context, TaskKinds.Plan, Principals.Staff) with { Data = new(Subject: Subjects.Plan, Reason: returned) },
            OnDraftedAsync);
        return ValueTask.CompletedTask;
    }

    private static bool TakeRoll(ActivityExecutionContext context)
    {
        try
        {
            var roll = new RollTaken(
                context.Input<UnitRef>("unit"), context.Input<string>("title"), context.Input<IReadOnlyList<Person>>("roll"));
            if (Roll.Check(roll) is { } refusal)
            {
                context.Refuse(refusal);
                return false;
            }

            context.Record(roll);
            return true;
        }
        catch (JsonException problem)
        {
            context.Refuse(FormReader.Malformed(problem));
            return false;
        }
    }

    private async ValueTask OnDraftedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<PlanForm>(TaskKinds.Plan) is { } done
            && context.Decide(PlanDecision.Draft(context.Election(), done.Form, done.Actor, context.Today())) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
