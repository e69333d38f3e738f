using System.Runtime.CompilerServices;
using Elsa.Expressions.Models;
using Elsa.Workflows.Activities.Flowchart.Models;
using Elsa.Workflows.Models;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;

namespace Elsa.Workflows;

/// <summary>
/// What an activity can see and do while it runs. Everything it does becomes an entry of the journal;
/// nothing it does has an effect outside before the burst is stored.
/// </summary>
public class ActivityExecutionContext
{
    private readonly Burst burst;
    private readonly ActivityRun run;
    private object?[]? inputs;

    internal ActivityExecutionContext(Burst burst, ActivityRun run)
    {
        this.burst = burst;
        this.run = run;
    }

    public string Id => run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    public IActivity Activity => run.Node.Activity;
    public string NodeId => run.Node.NodeId;
    public WorkflowExecutionContext WorkflowExecutionContext => burst.Workflow;
    public ExpressionExecutionContext ExpressionExecutionContext => field ??= new(this);
    public ActivityExecutionContext? ParentActivityExecutionContext => run.Parent is null ? null : new(burst, run.Parent);
    public ActivityStatus Status => run.Status;
    public bool IsCompleted => run.Status is ActivityStatus.Completed or ActivityStatus.Canceled;
    public CancellationToken CancellationToken => burst.CancellationToken;

    /// <summary>Input of the command that runs now: of the start or of the resumption.</summary>
    public IDictionary<string, object> WorkflowInput => burst.Workflow.Input;

    /// <summary>Scratch space of this execution; gone when the burst ends.</summary>
    public IDictionary<object, object> TransientProperties => field ??= new Dictionary<object, object>();

    internal Burst Burst => burst;

    internal ActivityRun Run => run;

    internal bool CreatedBookmark { get; private set; }

    public T? Get<T>(Input<T>? input) =>
        input is not null && (input.Slot < 0 ? input.Convert(input.Expression?.Value) : Evaluate(input)) is { } value ? (T)value : default;

    public T? Get<T>(Output<T>? output) =>
        output?.Reference is { } reference ? Gongtui.Engine.Expressions.Values.To<T>(GetVariableById(reference.Id)) : default;

    public void Set<T>(Output<T>? output, T? value, [CallerArgumentExpression(nameof(output))] string? outputName = null) =>
        Set((Output?)output, value, outputName);

    public void Set(Output? output, object? value, [CallerArgumentExpression(nameof(output))] string? outputName = null) =>
        burst.SetOutput(run, output, outputName ?? "Result", value);

    public Bookmark CreateBookmark(CreateBookmarkArgs? options = null)
    {
        CreatedBookmark = true;
        return burst.CreateBookmark(run, options ?? new CreateBookmarkArgs());
    }

    public Bookmark CreateBookmark(ExecuteActivityDelegate callback) => CreateBookmark(new CreateBookmarkArgs { Callback = callback });

    public Bookmark CreateBookmark(object stimulus, ExecuteActivityDelegate? callback, bool includeActivityInstanceId = true) =>
        CreateBookmark(new CreateBookmarkArgs { Stimulus = stimulus, Callback = callback, IncludeActivityInstanceId = includeActivityInstanceId });

    public void ClearBookmarks() => burst.BurnBookmarks(run);

    public ValueTask CompleteActivityAsync(object? result = null)
    {
        burst.Complete(run, (result as Outcomes ?? Outcomes.Default).Names);
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes)
    {
        burst.Complete(run, outcomes);
        return ValueTask.CompletedTask;
    }

    public WorkflowExecutionLogEntry AddExecutionLogEntry(string eventName, string? message = null, string? source = null, object? payload = null)
    {
        burst.Log(run, eventName, message, payload);
        return new WorkflowExecutionLogEntry(Id, Activity.Id, eventName, message, payload);
    }

    public T? GetProperty<T>(string key) => Gongtui.Engine.Expressions.Values.To<T>(run.Properties?.GetValueOrDefault(key));

    public void SetProperty<T>(string key, T? value) => burst.SetProperty(run, key, value);

    public T GetRequiredService<T>() where T : notnull =>
        GetService<T>() ?? throw new InvalidOperationException($"No service of type {typeof(T)} is available to activities.");

    public T? GetService<T>() where T : notnull => burst.Service<T>();

    /// <summary>The value of an input, made once per execution.</summary>
    internal object? Evaluate(Input input)
    {
        inputs ??= new object?[run.Node.Inputs.Length];
        var value = inputs[input.Slot] ??= burst.Evaluate(this, input) ?? NullValue;
        return ReferenceEquals(value, NullValue) ? null : value;
    }

    internal object? GetVariableById(string id) => burst.State.Variable(run, id);

    internal void SetVariableById(string id, object? value) => burst.SetVariable(run, id, value);

    private static readonly object NullValue = new();
}

/// <summary>The run that an activity belongs to.</summary>
public class WorkflowExecutionContext
{
    private readonly Burst burst;

    internal WorkflowExecutionContext(Burst burst) => this.burst = burst;

    public string Id => burst.State.InstanceId;
    public string? CorrelationId => burst.State.CorrelationId;
    public WorkflowSubStatus SubStatus => burst.State.SubStatus;
    public IDictionary<string, object> Input => field ??= burst.CommandInput();
    public IDictionary<string, object> Output => new Dictionary<string, object>(burst.State.Output!);

    /// <summary>Scratch space of the burst. The kernel puts its views here under their names and reads a refusal from the key <c>refusal</c>.</summary>
    public IDictionary<object, object> TransientProperties { get; } = new Dictionary<object, object>();
}
