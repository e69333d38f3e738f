using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Tenure;

/// <summary>定期考评: every so many months until the term ends, the superior reviews everybody in office.</summary>
[Activity(
    "Gongtui",
    "任期管理",
    "任期内每隔若干个月由上级党组织考评一次，至任期届满。来源：试点材料“定期考评”（展望）。 The superior reviews everybody in office at regular intervals until the term ends. Origin: the seed's outlook.",
    DisplayName = "定期考评 Review")]
[FlowNode("Done")]
public sealed class PeriodicReview : StepActivity
{
    /// <summary>Months between two reviews.</summary>
    [Input(
        DisplayName = "考评间隔（月） Months between reviews",
        Description = "从当选之日起算。 Counted from the day of the election.",
        UIHint = InputUIHints.SingleLine,
        DefaultValue = 12)]
    public Input<int> Months { get; set; } = new(12);

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.HearForReviews(OnDepartureAsync);
        await NextAsync(context);
    }

    /// <summary>Whoever left is not asked about any more; when nobody is left in office there is nothing to review.</summary>
    private static async ValueTask OnDepartureAsync(ActivityExecutionContext context)
    {
        if (context.Heard() is not null && !context.Election().Term!.People().Any())
        {
            context.Withdraw(TaskKinds.Review, new("已无人在任", "Nobody is in office any more"));
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }

    private async ValueTask NextAsync(ActivityExecutionContext context)
    {
        var term = context.Election().Term.Needed("the term");
        var next = term.ElectedOn.AddMonths(Math.Max(1, Months.Get(context)) * (term.Reviews + 1));
        if (next > term.Ends)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
        else if (next > context.Today())
        {
            context.DelayUntil(LocalTime.EndOf(next.AddDays(-1)), OnDueAsync);
        }
        else
        {
            Open(context);
        }
    }

    private ValueTask OnDueAsync(ActivityExecutionContext context)
    {
        Open(context);
        return ValueTask.CompletedTask;
    }

    private void Open(ActivityExecutionContext context)
    {
        var people = context.Election().Term!.People().Select(Principals.Person);
        context.OpenTask(ForSuperior(context, TaskKinds.Review) with { Excluded = [.. people] }, OnReviewedAsync);
    }

    private async ValueTask OnReviewedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<ReviewForm>(TaskKinds.Review) is { } done
            && context.Decide(TermDecision.Review(context.Election(), done.Form, done.Actor, context.Today())) is not null)
        {
            await NextAsync(context);
        }
    }
}
