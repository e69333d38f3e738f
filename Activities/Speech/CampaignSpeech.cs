using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Speech;

/// <summary>竞职演说: what each nominee said and promised is put on record.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "登记竞职演说的内容和承诺。来源：试点材料（必经程序之外）。 Records the speeches with their commitments. Origin: seed, outside the seven steps.",
    DisplayName = "竞职演说 Speech")]
[FlowNode("Done")]
public sealed class CampaignSpeech : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.OpenTask(ForUnit(context, TaskKinds.Speeches, Principals.Staff), OnHeldAsync);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnHeldAsync(ActivityExecutionContext context)
    {
        if (context.Completing<SpeechesForm>(TaskKinds.Speeches) is { } done
            && context.Decide(SpeechDecision.Hold(context.Election(), context.Election().Nominees(), done.Form, context.Today())) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
