using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Ratification;

/// <summary>批复与备案: the superior approves the posts that the plan submits and files the others.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "上级党组织批复书记、副书记，委员备案；当选人本人不得办理。来源：党章及基层组织选举工作条例（试点未列）。 The superior approves secretary and deputies and files the members. Origin: Party constitution and regulation, not the seed.",
    DisplayName = "批复与备案 Ratification")]
[FlowNode("Ratified", "NotRatified")]
public sealed class Ratify : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var elected = context.Election().Ratification.Needed("the announcement").Announced.SelectMany(post => post.People);
        context.OpenTask(ForSuperior(context, TaskKinds.Ratify) with { Excluded = [.. elected.Select(Principals.Person)] }, OnDecidedAsync);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<RatifyForm>(TaskKinds.Ratify) is not { } done)
        {
            return;
        }

        if (done.Decision == Decisions.Decline)
        {
            if (context.Decide(RatificationDecision.Decline(done.Form, done.Actor)) is not null)
            {
                await context.CompleteActivityWithOutcomesAsync("NotRatified");
            }

            return;
        }

        var election = context.Election();
        if ((RatificationDecision.ToRatify(election).Count == 0 || context.Decide(RatificationDecision.Ratify(election, done.Form, done.Actor, context.Today())) is not null)
            && (RatificationDecision.ToFile(election).Count == 0 || context.Decide(RatificationDecision.File(election, done.Form, done.Actor, context.Today())) is not null))
        {
            await context.CompleteActivityWithOutcomesAsync("Ratified");
        }
    }
}
