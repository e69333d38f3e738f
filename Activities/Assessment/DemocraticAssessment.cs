using System.Text.Json;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Assessment;

/// <summary>民主测评: members and masses mark every nominee, in two boxes that are never added up.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "党员、群众对人选无记名测评，分别统计；参加党员须超过五分之四。来源：试点必经程序第4步；参加人数为公推直选做法。 Members and masses assess the nominees, counted apart; more than 4/5 of the members must take part. Origin: seed, step 4; the share is practice.",
    DisplayName = "民主测评 Assessment")]
[FlowNode("Done", "TooFewParticipants")]
public sealed class DemocraticAssessment : StepActivity
{
    /// <summary>Whether 预备党员 take part with the members.</summary>
    [Input(
        DisplayName = "预备党员参加 Probationary members take part",
        Description = "规则没有写明预备党员能否参加测评；参加的计入党员一组。 No source says; those who take part count with the members.",
        UIHint = InputUIHints.Checkbox,
        DefaultValue = false)]
    public Input<bool> IncludeProbationary { get; set; } = new(false);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var election = context.Election();
        var people = election.Nominees();
        context.Record(new AssessmentStarted(people));
        Open(context, Principals.Member, new("党员测评", "Members' assessment"), people);
        if (election.Group(Principals.Masses, false).Count > 0)
        {
            Open(context, Principals.Masses, new("群众测评", "Masses' assessment"), people);
        }

        return ValueTask.CompletedTask;
    }

    private void Open(ActivityExecutionContext context, string group, Text title, IReadOnlyList<string> people)
    {
        var election = context.Election();
        var eligible = election.Group(group, IncludeProbationary.GetOrDefault(context));
        var box = context.OpenBox(BoxPurpose.Assessment, group, eligible, new AssessmentPaper(group, people));
        var data = new TaskData(Box: box, Group: group);
        context.OpenTask(ForEach(context, TaskKinds.Assess, [Principals.Unit(election.Unit!.Id, group)]) with { Title = title, Data = data });
        context.OpenTask(
            ForUnit(context, TaskKinds.CloseBox, Principals.Staff) with { Title = new($"关闭票箱：{title.Zh}", $"Close the box: {title.En}"), Data = data },
            OnClosedAsync);
    }

    private async ValueTask OnClosedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<CloseBoxForm>(TaskKinds.CloseBox) is not { } done)
        {
            return;
        }

        var election = context.Election();
        var box = election.Boxes[done.Task.Content()!.Box!];
        try
        {
            var count = FormReader.Read<AssessmentCount>(done.Form.Count);
            if (context.Decide(AssessmentDecision.Tally(election, box, box.FormOf<AssessmentPaper>(), done.Form, count)) is null)
            {
                return;
            }
        }
        catch (JsonException problem)
        {
            context.Refuse(FormReader.Malformed(problem));
            return;
        }

        context.Record(new BoxClosed(box.Id, done.Form.Submitted, done.Form.Root));
        context.Withdraw(TaskKinds.Assess, new("票箱已关闭", "The box is closed"), data => data?.Box == box.Id);
        if (!context.Election().Boxes.Values.Any(other => other.IsOpen && other.Step == context.Id))
        {
            var enough = context.Election().Assessment.Groups.All(group => group.Participation is null or { Holds: true });
            await context.CompleteActivityWithOutcomesAsync(enough ? "Done" : "TooFewParticipants");
        }
    }
}
