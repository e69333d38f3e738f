using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Gongtui.Activities;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;

namespace Gongtui.Benchmarks.History;

/// <summary>A waiting step as the procedures have them: opens a task for people, takes the form of who completes it, records the facts.</summary>
[Activity("Bench", "Bench")]
public sealed class AskPerson : Activity
{
    protected override void Execute(ActivityExecutionContext context) =>
        context.OpenTask(
            new TaskRequest(TaskKinds.Notice, ["unit:zjj-jg:staff"])
            {
                Title = new Text("发布公告", "Publish the notice"), Due = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), Data = new(Subject: "plan"),
            },
            OnDoneAsync);

    private async ValueTask OnDoneAsync(ActivityExecutionContext context)
    {
        if (context.Completing<NoticeForm>(TaskKinds.Notice) is not null)
            await context.CompleteActivityAsync();
    }
}
