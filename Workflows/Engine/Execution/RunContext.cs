using System.Globalization;
using System.Runtime.CompilerServices;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Execution;

/// <summary>What one execution sees and does: everything goes through the burst that is being decided.</summary>
internal sealed class RunContext(Burst burst, ActivityRun run) : ActivityExecutionContext
{
    private static readonly object NullValue = new();
    private object?[]? inputs;

    public Burst Burst => burst;
    public ActivityRun Run => run;
    public bool CreatedBookmark { get; private set; }
    public override string Id => run.Id.ToString(CultureInfo.InvariantCulture);
    public override IActivity Activity => run.Node.Activity;
    public override string NodeId => run.Node.NodeId;
    public override WorkflowExecutionContext WorkflowExecutionContext => burst.Workflow;
    public override ActivityExecutionContext? ParentActivityExecutionContext => run.Parent is null ? null : new RunContext(burst, run.Parent);
    public override ActivityStatus Status => run.Status;
    public override CancellationToken CancellationToken => burst.CancellationToken;

    public override void Set(Output? output, object? value, [CallerArgumentExpression(nameof(output))] string? outputName = null) =>
        burst.SetOutput(run, output, outputName ?? "Result", value);

    public override Bookmark CreateBookmark(CreateBookmarkArgs? options = null)
    {
        CreatedBookmark = true;
        return burst.CreateBookmark(run, options ?? new CreateBookmarkArgs());
    }

    public override void ClearBookmarks() => burst.BurnBookmarks(run);

    public override ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes)
    {
        burst.Complete(run, outcomes);
        return ValueTask.CompletedTask;
    }

    public override WorkflowExecutionLogEntry AddExecutionLogEntry(string eventName, string? message = null, string? source = null, object? payload = null)
    {
        burst.Log(run, eventName, message, payload);
        return new WorkflowExecutionLogEntry(Id, Activity.Id, eventName, message, payload);
    }

    public override void SetProperty<T>(string key, T? value) where T : default => burst.SetProperty(run, key, value);

    public override T? GetService<T>() where T : default => burst.Service<T>();

    internal override bool IsTrigger(string activityId) => burst.State.TriggerActivityId == activityId;

    internal override object? Evaluate(Input input)
    {
        inputs ??= new object?[run.Node.Inputs.Length];
        var value = inputs[input.Slot] ??= burst.Evaluate(this, input) ?? NullValue;
        return ReferenceEquals(value, NullValue) ? null : value;
    }

    internal override object? PropertyNamed(string key) => run.Properties?.GetValueOrDefault(key);

    internal override object? GetVariableById(string id) => burst.State.Variable(run, id);

    internal override void SetVariableById(string id, object? value) => burst.SetVariable(run, id, value);

    internal override object? GetVariableByName(string name) => burst.State.VariableByName(run, name);

    internal override void SetVariableByName(string name, object? value) => burst.SetVariableByName(run, name, value);
}

/// <summary>What all executions of one burst share.</summary>
internal sealed class BurstContext(Burst burst) : WorkflowExecutionContext
{
    public override string Id => burst.State.InstanceId;
    public override string? CorrelationId => burst.State.CorrelationId;
    public override WorkflowSubStatus SubStatus => burst.State.SubStatus;
    public override IDictionary<string, object> Input => field ??= burst.CommandInput();
    public override IDictionary<string, object> Output => new Dictionary<string, object>(burst.State.Output!);
}

/// <summary>The kernel's own activities and expressions see the burst behind the context.</summary>
internal static class RunContexts
{
    extension(ActivityExecutionContext context)
    {
        public Burst Burst => ((RunContext)context).Burst;

        public ActivityRun Run => ((RunContext)context).Run;
    }
}
