using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Planning;

/// <summary>制订方案. Takes the roll when the election starts, then asks for the plan; asked again when the plan comes back.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "工作人员制订实施方案：职务、名额、差额比例和各项参数，逐项对照规则检查。来源：试点必经程序第1步。 Staff draft the plan; every number is checked against the rules. Origin: seed, step 1.",
    DisplayName = "制订方案 Plan")]
[FlowNode("Done")]
public sealed class DraftPlan : StepActivity
{
    /// <summary>How this procedure votes.</summary>
    [Input(
        DisplayName = "选举方式 Voting mode",
        Description = "Combined 一轮合并选票、分别计票；TwoRounds 先选委员，再从当选委员中选书记、副书记；NoCandidates 无候选人选票。 One combined ballot; two rounds, officers from the elected members; no candidates.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { nameof(VotingMode.Combined), nameof(VotingMode.TwoRounds), nameof(VotingMode.NoCandidates) },
        DefaultValue = nameof(VotingMode.Combined))]
    public Input<string> Mode { get; set; } = new(nameof(VotingMode.Combined));

    /// <summary>Whether vacancies of a term are filled.</summary>
    [Input(
        DisplayName = "补选 By-election",
        Description = "任期内补选空缺职务；方案写明继续任职、不参加补选的人。 Fills vacancies of a term; the plan names those who keep their seats.",
        UIHint = InputUIHints.Checkbox,
        DefaultValue = false)]
    public Input<bool> ByElection { get; set; } = new(false);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (!context.TakeRoll())
        {
            return ValueTask.CompletedTask;
        }

        var returned = context.Election().Approvals.GetValueOrDefault(Subjects.Plan)?.Reason;
        context.OpenTask(
            ForUnit(context, TaskKinds.Plan, Principals.Staff) with
            {
                Data = new(Subject: Subjects.Plan, Reason: returned, Mode: ModeOf(context), ByElection: ByElection.GetOrDefault(context)),
            },
            OnDraftedAsync);
        return ValueTask.CompletedTask;
    }

    private VotingMode ModeOf(ActivityExecutionContext context) => Enum.TryParse<VotingMode>(Mode.GetOrDefault(context), out var mode)
        ? mode
        : throw new InvalidOperationException($"The diagram asks for the voting mode \"{Mode.GetOrDefault(context)}\"; known are {string.Join(", ", Enum.GetNames<VotingMode>())}.");

    private async ValueTask OnDraftedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<PlanForm>(TaskKinds.Plan) is { } done
            && context.Decide(PlanDecision.Draft(context.Election(), done.Form, done.Actor, context.Today(), ModeOf(context))) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
