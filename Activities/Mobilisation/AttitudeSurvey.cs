using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Mobilisation;

/// <summary>问卷调查和评估: the fifth level of the publicity work.</summary>
[Activity(
    "Gongtui",
    "宣传发动",
    "问卷、走访、座谈，听取意见，总结评估；三种答复之和须与问卷数相符。来源：试点材料（第五层面）。 Questionnaires, visits and symposia, then an evaluation. Origin: seed, fifth level.",
    DisplayName = "调查评估 Survey")]
[FlowNode("Done")]
public sealed class AttitudeSurvey : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.TakeRoll())
        {
            context.OpenTask(ForSuperior(context, TaskKinds.Survey), OnEvaluatedAsync);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnEvaluatedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<SurveyForm>(TaskKinds.Survey) is { } done
            && context.Decide(WorkDecision.Evaluate(done.Form, done.Actor)) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
