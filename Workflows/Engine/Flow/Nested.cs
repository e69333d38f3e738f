using Gongtui.Engine.Execution;

namespace Gongtui.Engine.Flow;

/// <summary>
/// Base of the activities that start another workflow. The child is a run of its own: it starts when this burst is stored, and its end
/// (or its first rest, when nobody waits for the end) comes back through the bookmark.
/// </summary>
public abstract class NestedWorkflow : Activity<object>
{
    /// <summary>Input key: how the child stands when it comes back.</summary>
    public const string ResultKey = "result";

    internal const string ChildEnded = nameof(ChildEnded);
    internal const string ChildRested = nameof(ChildRested);

    [Input(DisplayName = "Workflow Definition", Description = "The definition ID of the workflow to run.", UIHint = InputUIHints.WorkflowDefinitionPicker)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    [Input(DisplayName = "Correlation ID", Description = "The correlation ID to associate the workflow with.")]
    public Input<string?>? CorrelationId { get; set; }

    [Input(Description = "The input to send to the workflow.")]
    public Input<IDictionary<string, object?>?>? Input { get; set; }

    [Input(Description = "Wait for the child workflow to complete before completing this activity.")]
    public Input<bool>? WaitForCompletion { get; set; }

    /// <summary>Whether this activity comes back as soon as the child rests for the first time.</summary>
    protected abstract bool ReturnsAtFirstRest { get; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var wait = WaitForCompletion.GetOrDefault(context);
        var input = new Dictionary<string, object?>(Input.GetOrDefault(context) ?? new Dictionary<string, object?>()) { ["ParentInstanceId"] = context.WorkflowExecutionContext.Id };
        var place = wait || ReturnsAtFirstRest ? context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = wait ? ChildEnded : ChildRested, Callback = ReturnedAsync }) : null;
        context.Burst.Spawn(context.Run, WorkflowDefinitionId.Get(context), input, CorrelationId.GetOrDefault(context), place?.Id);
        if (place is null)
            await context.CompleteActivityAsync();
    }

    private async ValueTask ReturnedAsync(ActivityExecutionContext context)
    {
        context.SetResult(context.WorkflowInput[ResultKey]);
        await context.CompleteActivityAsync();
    }
}

[Activity("Elsa", "Composition", "Create a new workflow instance of the specified workflow and execute it.", Kind = ActivityKind.Task)]
public sealed class ExecuteWorkflow : NestedWorkflow
{
    protected override bool ReturnsAtFirstRest => true;
}

[Activity("Elsa", "Composition", "Create a new workflow instance of the specified workflow and dispatch it for execution.")]
public sealed class DispatchWorkflow : NestedWorkflow
{
    protected override bool ReturnsAtFirstRest => false;
}
