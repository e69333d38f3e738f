using System.Diagnostics;
using Elsa.Common;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Expressions;
using Gongtui.Engine.Flow;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Execution;

/// <summary>
/// One command being decided: everything that follows from it until the run waits again. Every effect is an entry, applied to the state at once
/// by the same fold that loads a journal, so what is decided next sees it. Nothing leaves before the entries are stored.
/// </summary>
internal sealed partial class Burst : ISystemClock
{
    private const string RefusalKey = "refusal";
    private readonly Queue<WorkItem> queue = new();
    private readonly List<Entry> entries = [];
    private readonly Func<Guid> newId;
    private readonly BurstLimits limits;
    private IReadOnlyDictionary<string, object?> commandInput = new Dictionary<string, object?>();

    public Burst(InstanceState state, DateTimeOffset now, Func<Guid> newId, BurstLimits limits, CancellationToken cancellationToken = default)
    {
        (State, UtcNow, this.newId, this.limits, CancellationToken) = (state, now, newId, limits, cancellationToken);
        Workflow = new BurstContext(this);
        ShowViews();
    }

    public InstanceState State { get; }
    public DateTimeOffset UtcNow { get; }
    public WorkflowExecutionContext Workflow { get; }
    public CancellationToken CancellationToken { get; }
    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>The object with which an activity refused the command, if one did.</summary>
    public object? Refused => Workflow.TransientProperties.TryGetValue(RefusalKey, out var refusal) ? refusal : null;

    public void Emit(Entry entry)
    {
        entry.Sequence = State.Sequence + 1;
        try
        {
            State.Apply(entry);
        }
        catch (Exception e)
        {
            throw new JournalException($"The fold does not take {entry}.", e);
        }
        entries.Add(entry);
    }

    public void Schedule(ActivityNode node, ActivityRun? parent) => queue.Enqueue(new WorkItem(node, parent, null));

    public void Reschedule(ActivityRun run) => queue.Enqueue(new WorkItem(run.Node, run.Parent, run));

    public bool HasScheduledWork(ActivityRun container)
    {
        foreach (var item in queue)
        {
            if (IsWithin(item.Parent, container))
                return true;
        }
        return false;
    }

    /// <summary>Runs what is scheduled until nothing is left, then closes the run if nothing lives any more.</summary>
    public async ValueTask RunAsync()
    {
        var (steps, began) = (0, Stopwatch.GetTimestamp());
        while (Refused is null && queue.TryDequeue(out var item))
        {
            steps++;
            if (steps > limits.Steps || ((steps & 63) == 0 && Stopwatch.GetElapsedTime(began) > limits.Time))
                Overrun(item);
            else
                await ExecuteAsync(item);
        }
        if (State.End is null && State.Runs.Count == 0)
            Emit(new Ended(EndKind.Finished));
    }

    /// <summary>Goes on at a bookmark: its callback, or completion where it has none.</summary>
    public async ValueTask ResumeAsync(WaitingPlace place, IReadOnlyDictionary<string, object?> input)
    {
        commandInput = input;
        var run = State.Run(place.Run)!;
        var context = new RunContext(this, run);
        try
        {
            if (place.Callback is null)
                Complete(run, ["Done"]);
            else
                await Callbacks.Of(run.Node.Activity, place.Callback)(context);
        }
        catch (Exception e) when (e is not (OperationCanceledException or JournalException))
        {
            Fault(run, e);
        }
        if (place.AutoBurn && State.Bookmark(place.Id) is not null)
            Emit(new Burned(place.Id));
    }

    public void Complete(ActivityRun run, IReadOnlyList<string> outcomes)
    {
        if (run.Status != ActivityStatus.Running)
            return;
        CancelChildren(run);
        BurnBookmarks(run);
        Emit(new Completed(run.Id, outcomes));
        if (run.Parent is { Status: ActivityStatus.Running } parent)
            ((IContainerActivity)parent.Node.Activity).ChildCompleted(this, parent, run, outcomes);
    }

    /// <summary>Cancels a run with all that it holds. Its container is told unless it is itself on the way out.</summary>
    public void Cancel(ActivityRun run, bool tellContainer = false)
    {
        if (State.Run(run.Id) is null)
            return;
        Withdraw(run);
        CancelChildren(run);
        BurnBookmarks(run);
        Emit(new Canceled(run.Id));
        if (tellContainer && run.Parent is { Status: ActivityStatus.Running } parent)
            ((IContainerActivity)parent.Node.Activity).ChildCanceled(this, parent, run);
    }

    /// <summary>Ends the run at once, whatever is still open.</summary>
    public void End(EndKind kind)
    {
        queue.Clear();
        Emit(new Ended(kind));
    }

    /// <summary>Completes an activity that ends the whole run.</summary>
    public void Finish(ActivityRun run)
    {
        Emit(new Completed(run.Id, ["Done"]));
        End(EndKind.Finished);
    }

    /// <summary>Completes the section around an activity by these outcomes, with everything in between; without a section the whole run ends.</summary>
    public void CompleteAround(ActivityRun run, IReadOnlyList<string> outcomes)
    {
        Emit(new Completed(run.Id, outcomes));
        var around = run.Parent;
        for (; around is not null and not { Node.Activity: WorkflowDefinitionActivity }; around = around.Parent)
        {
            Withdraw(around);
            CancelChildren(around);
            BurnBookmarks(around);
            Emit(new Completed(around.Id, ["Done"]));
        }
        if (around is null)
            End(EndKind.Finished);
        else
            Complete(around, outcomes);
    }

    public IDictionary<string, object> CommandInput()
    {
        var input = new Dictionary<string, object>();
        foreach (var (name, value) in State.Input.Concat(commandInput))
            input[name] = value!;
        return input;
    }

    public Guid NewId() => newId();

    public T? Service<T>() where T : notnull => this is T self ? self : default;

    private async ValueTask ExecuteAsync(WorkItem item)
    {
        var run = Begin(item);
        var context = new RunContext(this, run);
        try
        {
            foreach (var input in run.Node.Inputs)
                context.Evaluate(input);
            var activity = run.Node.Activity;
            if (!await activity.CanExecuteAsync(context))
                return;
            await activity.ExecuteAsync(context);
            if (activity is Elsa.Workflows.Activity { CompletesItself: true } && !context.CreatedBookmark)
                Complete(run, ["Done"]);
        }
        catch (Exception e) when (e is not (OperationCanceledException or JournalException))
        {
            Fault(run, e);
        }
    }

    private ActivityRun Begin(WorkItem item)
    {
        var id = item.Existing?.Id ?? State.NextRun;
        Emit(new Executing(id, item.Node.Id, item.Existing is null && item.Parent is { } parent && State.Run(parent.Id) is not null ? parent.Id : item.Existing?.Parent?.Id ?? 0));
        return State.Run(id)!;
    }

    private void Overrun(WorkItem item) => Fault(Begin(item), new InvalidOperationException(
        $"The run went on for more than {limits.Steps} steps or {limits.Time.TotalSeconds:0} seconds without waiting. Look for a loop without a waiting step."));

    /// <summary>Makes an incident of a failure; the run stays where it is until a person retries or skips.</summary>
    public void Fault(ActivityRun run, Exception e)
    {
        if (State.Run(run.Id) is null)
            return;
        BurnBookmarks(run);
        Emit(new Faulted(run.Id, State.Incidents.Count + 1, e.GetType().Name, e.Message));
    }

    private void CancelChildren(ActivityRun run)
    {
        while (run.Children.Count > 0)
            Cancel(run.Children[0]);
    }

    private void Withdraw(ActivityRun run)
    {
        if (queue.Count == 0)
            return;
        var kept = queue.Where(item => item.Existing != run && item.Parent != run).ToArray();
        queue.Clear();
        foreach (var item in kept)
            queue.Enqueue(item);
    }

    private void ShowViews()
    {
        foreach (var view in State.Views)
            Workflow.TransientProperties[view.View.Name] = view.Value;
    }

    private static bool IsWithin(ActivityRun? run, ActivityRun container)
    {
        for (; run is not null; run = run.Parent)
        {
            if (run == container)
                return true;
        }
        return false;
    }

    private readonly record struct WorkItem(ActivityNode Node, ActivityRun? Parent, ActivityRun? Existing);
}
