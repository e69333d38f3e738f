using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Shortlist;

/// <summary>确定预备人选 by the unit's committee.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "党组织委员会集体讨论确定预备人选：委员差额不少于20%，书记、副书记等额，表决情况入档。来源：试点必经程序第6步；表决办法见干部选拔任用工作条例。 The committee decides the shortlist: at least 20 % over the seats, equal number for secretary and deputies. Origin: seed, step 6; the vote by regulation.",
    DisplayName = "确定预备人选 Shortlist")]
[FlowNode("Done", "TooFew")]
public sealed class Shortlist : StepActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var election = context.Election();
        if (ShortlistDecision.TooSmall(election) is { } tooSmall)
        {
            context.Record(tooSmall);
            await context.CompleteActivityWithOutcomesAsync("TooFew");
            return;
        }

        context.OpenTask(
            ForUnit(context, TaskKinds.Shortlist, Principals.Committee) with
            {
                Data = new(Subject: Subjects.Shortlist, Reason: election.Approvals.GetValueOrDefault(Subjects.Shortlist)?.Reason),
            },
            OnDecidedAsync);
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<ShortlistForm>(TaskKinds.Shortlist) is { } done
            && context.Decide(ShortlistDecision.Decide(context.Election(), done.Form, done.Actor, context.Today())) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
