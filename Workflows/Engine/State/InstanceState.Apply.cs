using Gongtui.Engine.Journal;

namespace Gongtui.Engine.State;

public sealed partial class InstanceState
{
    /// <summary>The fold. One arm a kind; no clock, no randomness, no decisions.</summary>
    internal void Apply(Entry entry)
    {
        Sequence = entry.Sequence;
        if (entry is CommandEntry command)
            (At, By) = (command.At, command.By);
        switch (entry)
        {
            case Executing e: OnExecuting(e); break;
            case Completed e: OnCompleted(e); break;
            case TokensMoved e: TokenFold.Apply(runs[e.Run].Tokens ??= [], e.Changes); break;
            case Logged e: OnFact(e.Event, e.Payload); break;
            case Waiting e: bookmarks[e.Bookmark] = new(e.Bookmark, e.Run, runs[e.Run].Node.Id, e.Name, e.Stimulus, e.Callback, e.AutoBurn, e.Due, e.Sequence); break;
            case Burned e: bookmarks.Remove(e.Bookmark); break;
            case VariableSet e: (e.Scope == 0 ? variables : runs[e.Scope].Variables ??= [])[e.Variable] = e.Value; break;
            case PropertySet e: (runs[e.Run].Properties ??= [])[e.Key] = e.Value; break;
            case OutputSet e: OnOutput(e); break;
            case Canceled e: OnCanceled(e); break;
            case Faulted e: OnFaulted(e); break;
            case Told e: OnFact(e.Event, e.Payload); break;
            case Started e: OnStarted(e); break;
            case RetryAsked e: Close(e.Incident); break;
            case SkipAsked e: Close(e.Incident); break;
            case Migrated e: OnMigrated(e); break;
            case Ended e: OnEnded(e); break;
            case Resumed or TimerFired or CancelAsked or Spawned: break;
            default: throw new JournalException($"No fold for {entry.GetType()}.");
        }
    }

    private void OnStarted(Started e)
    {
        (InstanceId, CorrelationId, Input) = (e.Instance, e.CorrelationId, e.Input);
        (ParentInstance, ParentBookmark, TriggerActivityId, StartedAt) = (e.ParentInstance, e.ParentBookmark, e.TriggerActivity, e.At);
        Graph = graphs.Find(e.VersionId, e.DefinitionHash);
        tallies = new Tally[Graph.Nodes.Count];
    }

    private void OnMigrated(Migrated e)
    {
        var (old, was) = (Graph, tallies);
        Graph = graphs.Find(e.VersionId, e.DefinitionHash);
        tallies = [.. Graph.Nodes.Select(n => old.Find(n.Id) is { } before ? was[before.Slot] : default)];
        foreach (var run in runs.Values)
            run.Node = Graph.Find(run.Node.Id)!;
    }

    private void OnExecuting(Executing e)
    {
        if (runs.TryGetValue(e.Run, out var again))
        {
            again.Status = ActivityStatus.Running;
            return;
        }
        var parent = e.Parent == 0 ? null : runs[e.Parent];
        var run = new ActivityRun(e.Run, Graph.Find(e.Activity)!, parent);
        tallies[run.Node.Slot].Counts.Started++;
        runs[e.Run] = run;
        parent?.Children.Add(run);
        NextRun = Math.Max(NextRun, e.Run + 1);
    }

    private void OnCompleted(Completed e)
    {
        var run = runs[e.Run];
        run.Status = ActivityStatus.Completed;
        ref var tally = ref tallies[run.Node.Slot];
        tally.Counts.Completed++;
        tally.Outcome = e.Outcomes.Count > 0 ? e.Outcomes[0] : tally.Outcome;
        Forget(run);
    }

    private void OnCanceled(Canceled e)
    {
        var run = runs[e.Run];
        run.Status = ActivityStatus.Canceled;
        tallies[run.Node.Slot].Counts.Canceled++;
        for (var i = 0; i < incidents.Count; i++)
        {
            if (incidents[i].Run == e.Run)
                incidents[i] = incidents[i] with { Open = false };
        }
        Forget(run);
    }

    private void OnFaulted(Faulted e)
    {
        var run = runs[e.Run];
        run.Status = ActivityStatus.Faulted;
        tallies[run.Node.Slot].Counts.Faulted++;
        incidents.Add(new Incident(e.Incident, e.Run, run.Node.Id, e.Type, e.Message, At, Open: true));
    }

    private void OnOutput(OutputSet e)
    {
        if (e.Run == 0)
        {
            output[e.Name] = e.Value;
            return;
        }
        LastResult = e.Value;
        var activity = runs[e.Run].Node.Id;
        if (!outputs.TryGetValue(activity, out var of))
            outputs[activity] = of = [];
        of[e.Name] = e.Value;
    }

    private void OnFact(string name, System.Text.Json.JsonElement? payload)
    {
        foreach (var view in Views)
            view.Apply(new Fact(Sequence, name, payload ?? default, At, By));
    }

    private void OnEnded(Ended e)
    {
        End = e.Kind;
        foreach (var run in runs.Values)
            run.Status = ActivityStatus.Canceled;
        runs.Clear();
        bookmarks.Clear();
    }

    /// <summary>A person took an incident up: it is closed, and the failed run may go on.</summary>
    private void Close(int incident)
    {
        incidents[incident - 1] = incidents[incident - 1] with { Open = false };
        runs[incidents[incident - 1].Run].Status = ActivityStatus.Running;
    }

    private void Forget(ActivityRun run)
    {
        runs.Remove(run.Id);
        run.Parent?.Children.Remove(run);
    }
}
