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
    "每项承诺成为本人的一件限期待办，逐项报告履行情况；逾期照常受理，记明逾期；离任的，由党组织决定接办或终止。来源：试点材料“承诺兑现”（展望）。 Every commitment becomes a dated task of the person who made it; when they leave office, somebody decides who takes it over or that it ends. Origin: the seed's outlook.",
    DisplayName = "承诺兑现 Commitments")]
[FlowNode("Done")]
public sealed class KeepCommitments : StepActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var term = context.Election().Term.Needed("the term");
        if (term.AllSettled)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
            return;
        }

        context.HearForCommitments(OnDepartureAsync);
        foreach (var commitment in term.Commitments)
        {
            Open(context, commitment, commitment.Person);
        }
    }

    private void Open(ActivityExecutionContext context, Commitment commitment, string person) => context.OpenTask(
        ForEach(context, TaskKinds.Commitment, [Principals.Person(person)]) with
        {
            Title = new($"兑现承诺：{commitment.What}", $"Keep a commitment: {commitment.What}"),
            Due = LocalTime.EndOf(commitment.Due),
            Data = new(Subject: commitment.Id),
        },
        OnReportedAsync);

    private async ValueTask OnReportedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<CommitmentForm>(TaskKinds.Commitment) is { } done
            && context.Decide(TermDecision.Report(context.Election(), done.Task.Content()!.Subject!, done.Form, done.Actor, context.Today())) is not null)
        {
            await DoneIfSettledAsync(context);
        }
    }

    /// <summary>Whoever left office reports no more; what becomes of each commitment is somebody's decision.</summary>
    private ValueTask OnDepartureAsync(ActivityExecutionContext context)
    {
        if (context.Heard() is not { } left || context.Election().Term!.People().Contains(left.Person))
        {
            return ValueTask.CompletedTask;
        }

        foreach (var commitment in context.Election().Term!.OpenOf(left.Person).ToList())
        {
            context.Withdraw(TaskKinds.Commitment, new("本人已离任", "The person left office"), data => data?.Subject == commitment.Id);
            context.OpenTask(
                ForUnit(context, TaskKinds.Settlement, Principals.Committee) with
                {
                    Title = new($"离任承诺处理：{commitment.What}", $"Settle a commitment: {commitment.What}"),
                    Excluded = [Principals.Person(left.Person)],
                    Data = new(Subject: commitment.Id),
                },
                OnSettledAsync);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnSettledAsync(ActivityExecutionContext context)
    {
        if (context.Completing<SettlementForm>(TaskKinds.Settlement) is not { } done
            || context.Decide(TermDecision.Settle(context.Election(), done.Task.Content()!.Subject!, done.Decision, done.Form, done.Actor)) is not { } settled)
        {
            return;
        }

        if (settled.To is { } heir)
        {
            Open(context, context.Election().Term!.Commitments.First(known => known.Id == settled.Commitment), heir);
        }

        await DoneIfSettledAsync(context);
    }

    private static async ValueTask DoneIfSettledAsync(ActivityExecutionContext context)
    {
        if (context.Election().Term!.AllSettled)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
