using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Tenure;

/// <summary>承诺兑现: each commitment is a dated task of the person who made it.</summary>
[Activity(
    "Gongtui",
    "任期管理",
    "每项承诺成为本人的一件限期待办，逐项报告履行情况；逾期照常受理，记明逾期。来源：试点材料“承诺兑现”（展望）。 Every commitment becomes a dated task of the person who made it. Origin: the seed's outlook.",
    DisplayName = "承诺兑现 Commitments")]
[FlowNode("Done")]
public sealed class KeepCommitments : StepActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var term = context.Election().Term.Needed("the term");
        foreach (var commitment in term.Commitments)
        {
            context.OpenTask(
                ForEach(context, TaskKinds.Commitment, [Principals.Person(commitment.Person)]) with
                {
                    Title = new($"兑现承诺：{commitment.What}", $"Keep a commitment: {commitment.What}"),
                    Due = LocalTime.EndOf(commitment.Due),
                    Data = new(Subject: commitment.Id),
                },
                OnReportedAsync);
        }

        if (term.Commitments.Count == 0)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }

    private async ValueTask OnReportedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<CommitmentForm>(TaskKinds.Commitment) is { } done
            && context.Decide(TermDecision.Report(context.Election(), done.Task.Content()!.Subject!, done.Form, done.Actor, context.Today())) is not null
            && context.Election().Term is { } term && term.Reported.Count == term.Commitments.Count)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
