using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Ratification;

/// <summary>宣布结果: results are held until now, then everybody sees them with their proofs.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "大会主持人宣布选举结果并发布公告；此前结果不公开。来源：基层组织选举工作条例（试点未列）。 The host announces the result; it is held until then. Origin: regulation, not the seed.",
    DisplayName = "宣布结果 Announcement")]
[FlowNode("Done")]
public sealed class AnnounceResult : StepActivity
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.OpenTask(ForUnit(context, TaskKinds.Announce, Principals.Staff), OnAnnouncedAsync);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnAnnouncedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<AnnounceForm>(TaskKinds.Announce) is { } done)
        {
            context.Record(RatificationDecision.Announce(context.Election(), done.Actor, context.Today(), done.Form.Ages));
            context.Publish(NoticeKinds.Result);
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }
}
