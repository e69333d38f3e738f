using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Voting;

/// <summary>平票处理: the tied vote again by themselves until the plan's number of votes is used up; then people decide.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "票数相等不能确定当选人时，就票数相等的被选举人再次投票；达到方案规定的次数后由大会决定。来源：基层组织选举工作条例（试点未列）。 The tied are voted on again; after the plan's number of votes people decide. Origin: regulation, not the seed.",
    DisplayName = "平票处理 Tie")]
[FlowNode("Again", "Settled")]
public sealed class DecideTie : StepActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Ties.ToDecide(context.Election()).Count == 0)
        {
            await context.CompleteActivityWithOutcomesAsync("Again");
            return;
        }

        context.OpenTask(ForUnit(context, TaskKinds.Tie, Principals.Staff), OnDecidedAsync);
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<TieForm>(TaskKinds.Tie) is not { } done
            || context.Decide(Ties.Decide(context.Election(), done.Decision == Decisions.Again, done.Form, done.Actor)) is null)
        {
            return;
        }

        var open = Rounds.Pending(context.Election().Voting, PendingKind.Tie).Length > 0;
        await context.CompleteActivityWithOutcomesAsync(open ? "Again" : "Settled");
    }
}
