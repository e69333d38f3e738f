using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Notices;

/// <summary>公告: staff publish a notice whose draft follows from the election; everybody addressed can confirm reading it.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "发布公告并收集阅知回执。来源：试点必经程序第2步。 Publishes a notice and collects read receipts. Origin: seed, step 2.",
    DisplayName = "公告 Notice")]
[FlowNode("Done")]
public sealed class PublishNotice : StepActivity
{
    /// <summary>One of <see cref="NoticeKinds"/>.</summary>
    [Input(
        DisplayName = "公告种类 Kind",
        Description = "plan 实施方案，nominees 初步人选，meeting 会议通知，other 其他。 What the notice is about; its draft follows from it.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { NoticeKinds.Plan, NoticeKinds.Nominees, NoticeKinds.Meeting, NoticeKinds.Other },
        DefaultValue = NoticeKinds.Plan)]
    public Input<string> Kind { get; set; } = new(NoticeKinds.Plan);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.OpenTask(ForUnit(context, TaskKinds.Notice, Principals.Staff) with { Data = new(Subject: KindOf(context)) }, OnWrittenAsync);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnWrittenAsync(ActivityExecutionContext context)
    {
        if (context.Completing<NoticeForm>(TaskKinds.Notice) is { } done
            && context.Decide(NoticeDecision.Publish(context.Election(), KindOf(context), done.Form, context.Today())) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }

    private string KindOf(ActivityExecutionContext context)
    {
        var kind = Kind.Get(context);
        return NoticeKinds.All.Contains(kind)
            ? kind
            : throw new InvalidOperationException($"The diagram publishes a notice of kind \"{kind}\"; known are {string.Join(", ", NoticeKinds.All)}.");
    }
}
