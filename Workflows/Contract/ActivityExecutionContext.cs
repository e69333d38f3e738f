using System.Runtime.CompilerServices;
using Elsa.Expressions.Models;
using Elsa.Workflows.Activities.Flowchart.Models;
using Elsa.Workflows.Models;
using Gongtui.Contract;

namespace Elsa.Workflows;

/// <summary>
/// What an activity can see and do while it runs. Everything it does becomes an entry of the journal;
/// nothing it does has an effect outside before the burst is stored. Only the kernel makes one.
/// </summary>
public abstract class ActivityExecutionContext
{
    internal ActivityExecutionContext()
    {
    }

    public abstract string Id { get; }
    public abstract IActivity Activity { get; }
    public abstract string NodeId { get; }
    public abstract WorkflowExecutionContext WorkflowExecutionContext { get; }
    public abstract ActivityExecutionContext? ParentActivityExecutionContext { get; }
    public abstract ActivityStatus Status { get; }
    public abstract CancellationToken CancellationToken { get; }
    public ExpressionExecutionContext ExpressionExecutionContext => field ??= new(this);
    public bool IsCompleted => Status is ActivityStatus.Completed or ActivityStatus.Canceled;

    /// <summary>Input of the command that runs now: of the start or of the resumption.</summary>
    public IDictionary<string, object> WorkflowInput => WorkflowExecutionContext.Input;

    /// <summary>Scratch space of this execution; gone when the burst ends.</summary>
    public IDictionary<object, object> TransientProperties => field ??= new Dictionary<object, object>();

    public T? Get<T>(Input<T>? input) =>
        input is not null && (input.Slot < 0 ? input.Convert(input.Expression?.Value) : Evaluate(input)) is { } value ? (T)value : default;

    public T? Get<T>(Output<T>? output) =>
        output?.Reference is { } reference ? Values.To<T>(GetVariableById(reference.Id)) : default;

    public void Set<T>(Output<T>? output, T? value, [CallerArgumentExpression(nameof(output))] string? outputName = null) =>
        Set((Output?)output, value, outputName);

    public abstract void Set(Output? output, object? value, [CallerArgumentExpression(nameof(output))] string? outputName = null);

    public abstract Bookmark CreateBookmark(CreateBookmarkArgs? options = null);

    public Bookmark CreateBookmark(ExecuteActivityDelegate callback) => CreateBookmark(new CreateBookmarkArgs { Callback = callback });

    public Bookmark CreateBookmark(object stimulus, ExecuteActivityDelegate? callback, bool includeActivityInstanceId = true) =>
        CreateBookmark(new CreateBookmarkArgs { Stimulus = stimulus, Callback = callback, IncludeActivityInstanceId = includeActivityInstanceId });

    public abstract void ClearBookmarks();

    public ValueTask CompleteActivityAsync(object? result = null) =>
        CompleteActivityWithOutcomesAsync((result as Outcomes ?? Outcomes.Default).Names);

    public abstract ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes);

    public abstract WorkflowExecutionLogEntry AddExecutionLogEntry(string eventName, string? message = null, string? source = null, object? payload = null);

    public T? GetProperty<T>(string key) => Values.To<T>(PropertyNamed(key));

    public abstract void SetProperty<T>(string key, T? value);

    public T GetRequiredService<T>() where T : notnull =>
        GetService<T>() ?? throw new InvalidOperationException($"No service of type {typeof(T)} is available to activities.");

    public abstract T? GetService<T>() where T : notnull;

    /// <summary>Whether the activity with this id began the run.</summary>
    internal abstract bool IsTrigger(string activityId);

    /// <summary>The value of an input, made once per execution.</summary>
    internal abstract object? Evaluate(Input input);

    internal abstract object? PropertyNamed(string key);

    internal abstract object? GetVariableById(string id);

    internal abstract void SetVariableById(string id, object? value);

    internal abstract object? GetVariableByName(string name);

    internal abstract void SetVariableByName(string name, object? value);
}

/// <summary>The run that an activity belongs to.</summary>
public abstract class WorkflowExecutionContext
{
    internal WorkflowExecutionContext()
    {
    }

    public abstract string Id { get; }
    public abstract string? CorrelationId { get; }
    public abstract WorkflowSubStatus SubStatus { get; }
    public abstract IDictionary<string, object> Input { get; }
    public abstract IDictionary<string, object> Output { get; }

    /// <summary>Scratch space of the burst. The kernel puts its views here under their names and reads a refusal from the key <c>refusal</c>.</summary>
    public IDictionary<object, object> TransientProperties { get; } = new Dictionary<object, object>();
}
