using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Recommendation;

/// <summary>推荐汇总: the union of what the channels put forward; staff confirm it and note who does not stand.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "汇总各渠道推荐结果，核定进入资格审查的人选；人数不足差额要求的，再次推荐。来源：试点必经程序第3步；汇总办法为公推直选做法。 The union of the channels; too few nominees lead back to recommending. Origin: seed, step 3; the arithmetic is practice.",
    DisplayName = "推荐汇总 Summary")]
[FlowNode("Done", "TooFew")]
public sealed class SummariseRecommendations : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.OpenTask(ForUnit(context, TaskKinds.Summary, Principals.Staff), OnConfirmedAsync);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnConfirmedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<SummaryForm>(TaskKinds.Summary) is { } done
            && context.Decide(SummaryDecision.List(context.Election(), done.Form, done.Actor, context.Today())) is { } listed)
        {
            await context.CompleteActivityWithOutcomesAsync(listed.Short.Count == 0 ? "Done" : "TooFew");
        }
    }
}
