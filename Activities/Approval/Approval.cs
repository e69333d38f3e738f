using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Approval;

/// <summary>审批 of the plan or of the shortlist by the superior organisation; never by whoever prepared it.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "上级党组织审批，填写批复文号；拟稿人和候选人本人不得审批。来源：基层组织选举工作条例及干部选拔任用工作条例（试点必经程序未列）。 The superior organisation approves; neither who prepared it nor who is on the list may. Origin: regulations, not the seed.",
    DisplayName = "审批 Approval")]
[FlowNode("Approved", "Returned", "Declined")]
public sealed class Approval : StepActivity
{
    /// <summary>One of <see cref="Subjects"/>.</summary>
    [Input(
        DisplayName = "审批事项 Subject",
        Description = "plan 实施方案（含直接选举书记、副书记的原则同意），shortlist 候选人预备人选。 The plan, or the shortlist.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { Subjects.Plan, Subjects.Shortlist },
        DefaultValue = Subjects.Plan)]
    public Input<string> Subject { get; set; } = new(Subjects.Plan);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var election = context.Election();
        var subject = SubjectOf(context);
        context.OpenTask(
            ForSuperior(context, TaskKinds.Approval) with
            {
                Title = subject == Subjects.Plan ? new("审批实施方案", "Approve the plan") : new("审批预备人选", "Approve the shortlist"),
                Excluded = Excluded(election, subject),
                Data = new(Subject: subject),
            },
            OnDecidedAsync);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<ApprovalForm>(TaskKinds.Approval) is not { } done)
        {
            return;
        }

        var subject = SubjectOf(context);
        var outcome = done.Decision switch
        {
            Decisions.Approve => context.Decide(ApprovalDecision.Approve(subject, done.Form, done.Actor, context.Today())) is null ? null : "Approved",
            Decisions.Return => context.Decide(ApprovalDecision.Return(subject, done.Form, done.Actor)) is null ? null : "Returned",
            _ => context.Decide(ApprovalDecision.Decline(subject, done.Form, done.Actor)) is null ? null : "Declined",
        };
        if (outcome is not null)
        {
            await context.CompleteActivityWithOutcomesAsync(outcome);
        }
    }

    private static IReadOnlyList<string> Excluded(Election election, string subject) => subject == Subjects.Plan
        ? [Principals.Person(election.Plan.Needed("the plan").By)]
        : [Principals.Person(election.Shortlist.Needed("the shortlist").By), .. election.Shortlist.People().Select(Principals.Person)];

    private string SubjectOf(ActivityExecutionContext context)
    {
        var subject = Subject.Get(context);
        return Subjects.All.Contains(subject)
            ? subject
            : throw new InvalidOperationException($"The diagram asks for approval of \"{subject}\"; known are {string.Join(", ", Subjects.All)}.");
    }
}
