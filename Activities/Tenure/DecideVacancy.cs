using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Tenure;

/// <summary>空缺处理: what is done about a post that was left; a by-election is handed everything that it starts with (R61).</summary>
[Activity(
    "Gongtui",
    "任期管理",
    "任期内出缺，由党组织决定补选、由上级调动或指派，或写明理由暂缺；决定补选的，写明大会期限，程序随即启动。来源：《基层组织选举工作条例》（任期内出缺一般补选）。 A vacancy during the term: by-election with a deadline, appointment by the superior, or vacant for a reason. Origin: regulation.",
    DisplayName = "空缺处理 Vacancy")]
[FlowNode("ByElection", "Appointed", "Vacant")]
public sealed class DecideVacancy : StepActivity
{
    /// <summary>Days within which the by-election is to be held.</summary>
    [Input(
        DisplayName = "补选期限（天） By-election within days",
        Description = "从退出之日起算；法规没有规定天数，由本单位确定。超过的要写明理由。 Counted from the exit; no regulation gives a number. Later needs a reason.",
        UIHint = InputUIHints.SingleLine,
        DefaultValue = 60)]
    public Input<int> WithinDays { get; set; } = new(60);

    /// <summary>What the by-election starts with: unit, title, roll and origin.</summary>
    [Output(
        DisplayName = "补选的启动内容 By-election's input",
        Description = "交给“启动补选”节点。 For the node that starts the by-election.")]
    public Output<object>? Start { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var left = context.Election().Left.Needed("the exit");
        context.OpenTask(
            ForUnit(context, TaskKinds.Vacancy, Principals.Committee) with
            {
                Excluded = [Principals.Person(left.Person)], Due = LocalTime.EndOf(Latest(context, left)),
            },
            OnDecidedAsync);
        return ValueTask.CompletedTask;
    }

    private DateOnly Latest(ActivityExecutionContext context, PostLeft left) => left.On.AddDays(Math.Max(1, WithinDays.Get(context)));

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<VacancyForm>(TaskKinds.Vacancy) is not { } done)
        {
            return;
        }

        var election = context.Election();
        var latest = Latest(context, election.Left!);
        if (context.Decide(VacancyDecision.Decide(election, done.Decision, done.Form, done.Actor, context.Today(), latest)) is not { } decided)
        {
            return;
        }

        if (decided.Choice == VacancyChoice.ByElection)
        {
            context.Set(Start, (object)VacancyDecision.Start(context.WorkflowExecutionContext.Id, election, decided, done.Form.Roll!));
        }

        await context.CompleteActivityWithOutcomesAsync(decided.Choice switch
        {
            VacancyChoice.ByElection => "ByElection",
            VacancyChoice.Appointment => "Appointed",
            _ => "Vacant",
        });
    }
}
