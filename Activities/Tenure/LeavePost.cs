using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Tenure;

/// <summary>退出: somebody leaves a post during the term; staff propose, the superior decides (R62).</summary>
[Activity(
    "Gongtui",
    "任期管理",
    "任期内辞职、调动、调整、免职或罢免：工作人员提出，上级党组织决定；退出后的空缺用补选程序填补。来源：试点材料“疏通‘下’的渠道”（展望）；《支部工作条例》。 Leaving a post during the term; the superior decides. Origin: the seed's outlook; branch regulation.",
    DisplayName = "退出 Exit")]
[FlowNode("Left", "Kept")]
public sealed class LeavePost : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.TakeRoll())
        {
            context.OpenTask(ForUnit(context, TaskKinds.Exit, Principals.Staff), OnProposedAsync);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask OnProposedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<ExitForm>(TaskKinds.Exit) is { } done
            && context.Decide(TermDecision.Propose(context.Election(), done.Form, done.Actor)) is { } exit)
        {
            context.OpenTask(
                ForSuperior(context, TaskKinds.ExitApproval) with { Excluded = [Principals.Person(exit.By), Principals.Person(exit.Person)] }, OnDecidedAsync);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<ExitApprovalForm>(TaskKinds.ExitApproval) is not { } done)
        {
            return;
        }

        var exit = context.Election().Exit.Needed("the proposal");
        var left = done.Decision == Decisions.Approve;
        if (left
            ? context.Decide(TermDecision.Leave(exit, done.Form, done.Actor, context.Today())) is not null
            : context.Decide(TermDecision.Stay(exit, done.Form, done.Actor)) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync(left ? "Left" : "Kept");
        }
    }
}
