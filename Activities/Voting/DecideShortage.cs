using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Voting;

/// <summary>缺额处理: another election, fewer seats with consent, or a vacancy.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "当选人少于名额时，另行选举；接近应选名额的，经半数以上同意可减少名额；或暂缺。来源：基层组织选举工作条例（试点未列）；“接近”的标准为方案参数。 Fewer elected than seats: elect again, reduce the seats with consent, or leave them vacant. Origin: regulation, not the seed.",
    DisplayName = "缺额处理 Shortage")]
[FlowNode("Again", "Settled")]
public sealed class DecideShortage : StepActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Shortages.Options(context.Election()).Count == 0)
        {
            await context.CompleteActivityWithOutcomesAsync("Settled");
            return;
        }

        context.OpenTask(ForUnit(context, TaskKinds.Shortage, Principals.Staff), OnDecidedAsync);
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<ShortageForm>(TaskKinds.Shortage) is { } done
            && context.Decide(Shortages.Decide(context.Election(), done.Form, done.Actor)) is { } decided)
        {
            var again = decided.Decisions.Any(decision => decision.Choice == ShortageChoice.Again);
            await context.CompleteActivityWithOutcomesAsync(again ? "Again" : "Settled");
        }
    }
}
