using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Gongtui.Engine.Tests.Support;

/// <summary>Waits for a person and leaves by the outcome that the person says.</summary>
[Activity("Test", "Test")]
public sealed class Ask : Activity<string>
{
    protected override void Execute(ActivityExecutionContext context)
    {
        context.AddExecutionLogEntry("Asked", payload: new { question = Name });
        context.CreateBookmark(AnsweredAsync);
    }

    private async ValueTask AnsweredAsync(ActivityExecutionContext context)
    {
        var answer = context.TryGetWorkflowInput<string>("answer", out var given) ? given : "Done";
        if (answer == "refuse")
        {
            context.AddExecutionLogEntry("NeverStored");
            context.WorkflowExecutionContext.TransientProperties["refusal"] = "not like this";
            return;
        }
        context.Set(Result, answer);
        context.SetProperty("last", answer);
        await context.CompleteActivityWithOutcomesAsync(answer);
    }
}

/// <summary>A mailbox: may be used many times until it is told to close.</summary>
[Activity("Test", "Test")]
public sealed class Mailbox : Activity
{
    protected override void Execute(ActivityExecutionContext context) =>
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = "Mail", AutoBurn = false, Callback = ReceivedAsync });

    private async ValueTask ReceivedAsync(ActivityExecutionContext context)
    {
        var count = context.GetProperty<int>("count") + 1;
        context.SetProperty("count", count);
        context.AddExecutionLogEntry("Received", payload: new { count });
        if (context.TryGetWorkflowInput<bool>("close", out var close) && close)
            await context.CompleteActivityAsync();
    }
}

/// <summary>Fails as often as its input says, then works. Retries are counted in the journal, not in memory.</summary>
[Activity("Test", "Test")]
public sealed class Fragile : CodeActivity
{
    public Input<bool>? Broken { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        if (context.Get(Broken))
            throw new InvalidOperationException("broken");
    }
}
