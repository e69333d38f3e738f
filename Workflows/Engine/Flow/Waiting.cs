using Elsa.Common;
using Elsa.Scheduling.Bookmarks;
using Elsa.Workflows.Runtime.Stimuli;

namespace Gongtui.Engine.Flow;

[Activity("Elsa", "Scheduling", "Delay execution for the specified amount of time.")]
public sealed class Delay : Activity
{
    [Input(Description = "The timespan to delay workflow execution.")]
    public Input<TimeSpan>? TimeSpan { get; set; }

    protected override void Execute(ActivityExecutionContext context) => context.DelayFor(context.Get(TimeSpan));
}

[Activity("Elsa", "Scheduling", "Trigger execution at a specific time in the future.", Kind = ActivityKind.Trigger)]
public sealed class StartAt : Trigger
{
    [Input]
    public Input<DateTimeOffset>? DateTime { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var at = context.Get(DateTime);
        if (context.IsTriggerOfWorkflow() || at <= context.GetRequiredService<ISystemClock>().UtcNow)
            await context.CompleteActivityAsync();
        else
            context.CreateBookmark(new CreateBookmarkArgs { Stimulus = new StartAtPayload(at) });
    }
}

[Activity("Elsa", "Primitives", "Wait for an event to be published.", Kind = ActivityKind.Trigger)]
public sealed class Event : Trigger<object?>
{
    /// <summary>Key of the event's payload in the input of the resumption.</summary>
    public const string PayloadKey = "__EventPayloadWorkflowInput";

    [Input(Description = "The name of the event to listen for.")]
    public Input<string>? EventName { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
            await ReceivedAsync(context);
        else
            context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = "Elsa.Event", Stimulus = new EventStimulus(EventName.Get(context)), Callback = ReceivedAsync, IncludeActivityInstanceId = false });
    }

    private async ValueTask ReceivedAsync(ActivityExecutionContext context)
    {
        if (context.TryGetWorkflowInput<object?>(PayloadKey, out var payload))
            context.SetResult(payload);
        await context.CompleteActivityAsync();
    }
}
