using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>Base of every activity. It waits until it is completed through its context.</summary>
public abstract class Activity : IActivity
{
    protected Activity(string? source = null, int? line = null) => Type = ActivityTypeName.Of(GetType());

    public string Id { get; set; } = null!;
    public string NodeId { get; set; } = null!;
    public string? Name { get; set; }
    public string Type { get; set; }
    public int Version { get; set; } = 1;
    public IDictionary<string, object> CustomProperties { get; set; } = new Dictionary<string, object>();
    public IDictionary<string, object> Metadata { get; set; } = new Dictionary<string, object>();

    /// <summary>Whether the activity completes by itself when it has neither completed nor created a bookmark.</summary>
    internal virtual bool CompletesItself => false;

    protected virtual ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context) => new(CanExecute(context));

    protected virtual bool CanExecute(ActivityExecutionContext context) => true;

    protected virtual ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Execute(context);
        return ValueTask.CompletedTask;
    }

    protected virtual void Execute(ActivityExecutionContext context)
    {
    }

    protected async ValueTask CompleteAsync(ActivityExecutionContext context) => await context.CompleteActivityAsync();

    ValueTask<bool> IActivity.CanExecuteAsync(ActivityExecutionContext context) => CanExecuteAsync(context);

    ValueTask IActivity.ExecuteAsync(ActivityExecutionContext context) => ExecuteAsync(context);
}

/// <summary>An activity with one result.</summary>
public abstract class Activity<T> : Activity, IActivityWithResult
{
    protected Activity(string? source = null, int? line = null) : base(source, line)
    {
    }

    [Output]
    public Output<T>? Result { get; set; }

    Output? IActivityWithResult.Result
    {
        get => Result;
        set => Result = (Output<T>?)value;
    }
}

/// <summary>An activity that completes by itself unless it created a bookmark.</summary>
public abstract class CodeActivity : Activity
{
    protected CodeActivity(string? source = null, int? line = null) : base(source, line)
    {
    }

    internal override bool CompletesItself => true;
}

/// <summary>A self-completing activity with one result.</summary>
public abstract class CodeActivity<T> : CodeActivity, IActivityWithResult
{
    protected CodeActivity(string? source = null, int? line = null) : base(source, line)
    {
    }

    [Output]
    public Output<T>? Result { get; set; }

    Output? IActivityWithResult.Result
    {
        get => Result;
        set => Result = (Output<T>?)value;
    }
}

/// <summary>An activity that can wait for a stimulus from outside, in the middle of a run or to begin one.</summary>
public abstract class Trigger : Activity, ITrigger
{
    protected Trigger(string? source = null, int? line = null) : base(source, line)
    {
    }
}

/// <summary>A trigger with one result.</summary>
public abstract class Trigger<T> : Activity<T>, ITrigger
{
    protected Trigger(string? source = null, int? line = null) : base(source, line)
    {
    }
}
