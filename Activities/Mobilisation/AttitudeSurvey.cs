using System.Text.Json;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Mobilisation;

/// <summary>问卷调查和评估: the fifth level of the publicity work. Everybody answers into a box; the figures come from it when it is sealed.</summary>
[Activity(
    "Gongtui",
    "宣传发动",
    "无记名问卷投入票箱，封箱后得出三种态度的人数；再汇总走访、座谈意见，总结评估。票箱里不足五份时，填写纸质问卷的份数。来源：试点材料（第五层面）。 An anonymous questionnaire goes into a box, which is counted when it is sealed; then visits, symposia and an evaluation. With fewer than five answers the figures come from paper. Origin: seed, fifth level.",
    DisplayName = "调查评估 Survey")]
[FlowNode("Done")]
public sealed class AttitudeSurvey : StepActivity
{
    /// <summary>Group of a box for everybody.</summary>
    public const string Everybody = "everybody";

    private static readonly Text Questionnaire = new("态度问卷", "Survey of attitudes");

    /// <summary>Whether the masses are asked, too.</summary>
    [Input(
        DisplayName = "群众参加问卷 The masses are asked, too",
        Description = "不选时只向党员（含预备党员）发放问卷。 Otherwise only members are asked, probationary ones among them.",
        UIHint = InputUIHints.Checkbox,
        DefaultValue = false)]
    public Input<bool> IncludeMasses { get; set; } = new(false);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (!context.TakeRoll())
        {
            return ValueTask.CompletedTask;
        }

        var masses = IncludeMasses.GetOrDefault(context);
        IReadOnlyList<string> asked = [.. context.Election().People.Values.Where(person => masses || person.Kind != PersonKind.Masses).Select(person => person.Id)];
        if (asked.Count < SurveyDecision.Fewest)
        {
            OpenEvaluation(context);
            return ValueTask.CompletedTask;
        }

        var unit = context.Election().Unit!.Id;
        string[] groups = masses ? [Principals.Member, Principals.Masses] : [Principals.Member];
        var group = masses ? Everybody : Principals.Member;
        var box = context.OpenBox(BoxPurpose.Survey, group, asked, new SurveyPaper([Attitude.Active, Attitude.IfRequired, Attitude.Unwilling]));
        var data = new TaskData(Box: box, Group: group);
        context.OpenTask(ForEach(context, TaskKinds.SurveyAnswer, [.. groups.Select(role => Principals.Unit(unit, role))]) with { Title = Questionnaire, Data = data });
        context.OpenTask(
            ForUnit(context, TaskKinds.CloseBox, Principals.Staff) with { Title = new($"关闭票箱：{Questionnaire.Zh}", $"Close the box: {Questionnaire.En}"), Data = data },
            OnClosedAsync);
        return ValueTask.CompletedTask;
    }

    private void OpenEvaluation(ActivityExecutionContext context) => context.OpenTask(ForSuperior(context, TaskKinds.Survey), OnEvaluatedAsync);

    private ValueTask OnClosedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<CloseBoxForm>(TaskKinds.CloseBox) is not { } done)
        {
            return ValueTask.CompletedTask;
        }

        var box = context.Election().Boxes[done.Task.Content()!.Box!];
        try
        {
            if (context.Decide(SurveyDecision.Tally(box, done.Form, FormReader.Read<SurveyCount>(done.Form.Count))) is null)
            {
                return ValueTask.CompletedTask;
            }
        }
        catch (JsonException problem)
        {
            context.Refuse(FormReader.Malformed(problem));
            return ValueTask.CompletedTask;
        }

        context.Record(new BoxClosed(box.Id, done.Form.Submitted, done.Form.Root));
        context.Withdraw(TaskKinds.SurveyAnswer, new("票箱已关闭", "The box is closed"));
        OpenEvaluation(context);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnEvaluatedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<SurveyForm>(TaskKinds.Survey) is { } done
            && context.Decide(SurveyDecision.Evaluate(context.Election().Survey, done.Form, done.Actor)) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
