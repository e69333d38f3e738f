using Gongtui.Engine.Definitions;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;

namespace Gongtui.Host.Api.Instances;

/// <summary>A journal retold in Elsa's words: executions of activities, and events in order. Folded from the entries and from nothing else.</summary>
internal sealed class RunStory(IGraphSource graphs)
{
    private readonly Dictionary<int, Execution> executions = [];
    private readonly List<StoryEvent> events = [];
    private readonly Dictionary<string, int> bookmarks = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Container, string Target), string> tokens = [];
    private readonly Dictionary<string, int> lastRunOf = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> incidents = [];
    private WorkflowGraph? graph;
    private CommandEntry? command;

    public IReadOnlyList<StoryEvent> Events => events;

    /// <summary>In the order in which they began; the run as a whole is the first.</summary>
    public IEnumerable<Execution> Executions => executions.Values;

    public Execution? Execution(int run) => executions.GetValueOrDefault(run);

    public RunStory Tell(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            command = entry as CommandEntry ?? command;
            Tell(entry);
        }

        return this;
    }

    private void Tell(Entry entry)
    {
        switch (entry)
        {
            case Started started:
                graph = graphs.Find(started.VersionId, started.DefinitionHash);
                executions[0] = new Execution(0, "Workflow1", "Workflow1", "Elsa.Workflow", 1, null, null, null, started.At);
                Say(entry, 0, "Started");
                break;
            case Executing executing: Begin(executing); break;
            case Completed completed: Finish(entry, completed.Run, "Completed", completed.Outcomes); break;
            case Canceled canceled: Finish(entry, canceled.Run, "Canceled", []); break;
            case Faulted faulted: Fail(faulted); break;
            case Waiting waiting: Wait(waiting); break;
            case Resumed resumed: Resume(entry, resumed.Bookmark); break;
            case TimerFired fired: Resume(entry, fired.Bookmark); break;
            case Burned burned: Burn(burned.Bookmark); break;
            case OutputSet output when executions.TryGetValue(output.Run, out var of): of.Outputs[output.Name] = output.Value; break;
            case TokensMoved moved: Move(moved); break;
            case Logged logged: Log(logged); break;
            case Told told: Say(entry, 0, told.Event, null, told.Payload, isFact: true); break;
            case CancelAsked asked: Say(entry, 0, EventWords.CancelRequested, asked.Reason); break;
            case RetryAsked asked: Reopen(entry, asked.Incident, EventWords.Retried, null); break;
            case SkipAsked asked: Reopen(entry, asked.Incident, EventWords.Skipped, asked.Reason); break;
            case Spawned spawned: Say(entry, spawned.Run, EventWords.Spawned, spawned.DefinitionId); break;
            case Migrated migrated: Migrate(migrated); break;
            case Ended ended: End(ended); break;
            default: break;
        }
    }

    private void Begin(Executing e)
    {
        if (executions.TryGetValue(e.Run, out var again))
        {
            again.Status = "Running";
            return;
        }

        var node = graph!.Find(e.Activity)!;
        int? scheduledBy = tokens.TryGetValue((e.Parent, e.Activity), out var from) && lastRunOf.TryGetValue(from, out var run) ? run : null;
        // Inside a section the kernel puts the section's id before the node's own; Elsa tells them apart by the path.
        executions[e.Run] = new Execution(e.Run, node.NodeId[(node.NodeId.LastIndexOf(':') + 1)..], node.NodeId, node.Activity.Type, node.Activity.Version, node.Activity.Name, e.Parent, scheduledBy, command!.At);
        lastRunOf[node.Id] = e.Run;
        Say(e, e.Run, "Started");
    }

    private void Finish(Entry entry, int run, string how, IReadOnlyList<string> outcomes)
    {
        var execution = executions[run];
        (execution.Status, execution.CompletedAt, execution.Outcomes) = (how, command!.At, outcomes);
        Say(entry, run, how, null, outcomes.Count > 0 ? new { Outcomes = outcomes } : null);
    }

    private void Fail(Faulted e)
    {
        var execution = executions[e.Run];
        (execution.Status, execution.LastFault) = ("Faulted", (e.Type, e.Message));
        execution.Faults++;
        incidents[e.Incident] = e.Run;
        Say(e, e.Run, "Faulted", e.Message, new { exception = e.Type, message = e.Message });
    }

    private void Wait(Waiting e)
    {
        bookmarks[e.Bookmark] = e.Run;
        executions[e.Run].Waits++;
        Say(e, e.Run, "Suspended", e.Name);
    }

    private void Resume(Entry entry, string bookmark)
    {
        if (bookmarks.TryGetValue(bookmark, out var run)) Say(entry, run, "Resumed");
    }

    private void Burn(string bookmark)
    {
        if (bookmarks.Remove(bookmark, out var run)) executions[run].Waits--;
    }

    private void Move(TokensMoved e)
    {
        foreach (var change in e.Changes.Where(change => change.Action == TokenAction.Emit)) tokens[(e.Run, change.To)] = change.From;
    }

    private void Log(Logged e)
    {
        if (e.Payload is { } payload && executions.TryGetValue(e.Run, out var execution)) execution.Facts.Add((e.Event, payload));
        Say(e, e.Run, e.Event, e.Message, e.Payload, isFact: true);
    }

    private void Reopen(Entry entry, int incident, string how, string? reason)
    {
        if (incidents.TryGetValue(incident, out var run)) Say(entry, run, how, reason);
    }

    private void Migrate(Migrated e)
    {
        graph = graphs.Find(e.VersionId, e.DefinitionHash);
        Say(e, 0, EventWords.Migrated, e.VersionId);
    }

    private void End(Ended e)
    {
        foreach (var execution in executions.Values.Where(execution => execution.CompletedAt is null))
        {
            var over = execution.Run == 0 && e.Kind == EndKind.Finished ? "Completed" : "Canceled";
            (execution.Status, execution.CompletedAt, execution.Waits) = (over, command!.At, 0);
        }

        Say(e, 0, e.Kind == EndKind.Finished ? "Completed" : "Canceled");
    }

    private void Say(Entry entry, int run, string what, string? message = null, object? payload = null, bool isFact = false) =>
        events.Add(new(entry.Sequence, executions.GetValueOrDefault(run) ?? executions[0], what, command!.At, command.By, message, payload, isFact));
}
