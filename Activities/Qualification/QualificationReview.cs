using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Qualification;

/// <summary>资格审查 of every nominee by the superior organisation.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "上级党组织审查被推荐人的思想品德、服务意识、工作能力等；不合格的写明条件和依据。来源：试点材料（必经程序之外）。 The superior organisation examines the nominees. Origin: seed, outside the seven steps.",
    DisplayName = "资格审查 Qualification")]
[FlowNode("Done", "TooFew")]
public sealed class QualificationReview : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.OpenTask(
            ForSuperior(context, TaskKinds.Qualification) with { Excluded = [.. context.Election().Nominees().Select(Principals.Person)] },
            OnReviewedAsync);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnReviewedAsync(ActivityExecutionContext context)
    {
        var nominees = context.Election().Nominees();
        if (context.Completing<QualificationForm>(TaskKinds.Qualification) is not { } done
            || context.Decide(QualificationDecision.Review(context.Election(), nominees, done.Form, done.Actor)) is null)
        {
            return;
        }

        var tooSmall = InvestigationDecision.TooSmall(context.Election());
        if (tooSmall is not null)
        {
            context.Record(tooSmall);
        }

        await context.CompleteActivityWithOutcomesAsync(tooSmall is null ? "Done" : "TooFew");
    }
}
