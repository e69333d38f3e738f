using Gongtui.Engine.Definitions;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Execution;

/// <summary>What was decided: entries to store, or a refusal and nothing.</summary>
internal readonly record struct Decision(IReadOnlyList<Entry> Entries, object? Refusal);

/// <summary>
/// Decides a command against a state. The state is carried forward by the entries that come out; after a refusal it may have been
/// touched and has to be thrown away.
/// </summary>
internal static class Decide
{
    public static ValueTask<Decision> Async(InstanceState state, Command command, Func<Guid> newId, BurstLimits limits, CancellationToken cancellationToken = default)
    {
        // A clock that was set back: what happens next in this journal did not happen before what it holds already.
        command = command with { Now = (command.Now < state.At ? state.At : command.Now).ToUniversalTime() };
        var burst = new Burst(state, command.Now, newId, limits, cancellationToken);
        if (Refuse(state, command) is { } refusal)
            return new(new Decision([], refusal));
        return command switch
        {
            StartCommand c => StartAsync(burst, c),
            ResumeCommand c => ResumeAsync(burst, state.Bookmark(c.Bookmark)!, new Resumed(c.Bookmark, Normal(c.Input)) { At = c.Now, By = c.By }, Normal(c.Input)),
            FireTimerCommand c => ResumeAsync(burst, state.Bookmark(c.Bookmark)!, new TimerFired(c.Bookmark) { At = c.Now, By = c.By }, Normal(new Dictionary<string, object?>())),
            FailChildCommand c => new(FailChild(burst, c)),
            TellCommand c => new(Tell(burst, c)),
            CancelCommand c => new(Cancel(burst, c)),
            RetryCommand c => RetryAsync(burst, c),
            SkipCommand c => SkipAsync(burst, c),
            MigrateCommand c => new(Migrate(burst, c)),
            _ => throw new InvalidOperationException($"No decision for {command.GetType()}."),
        };
    }

    private static Refusal? Refuse(InstanceState state, Command command) => command switch
    {
        StartCommand when state.Sequence > 0 => new Refusal(RefusalKind.AlreadyExists, "a new instance id", state.InstanceId),
        StartCommand { Graph.Faults: { Count: > 0 } faults } => new Refusal(RefusalKind.InvalidDefinition, "a definition that can run", $"{faults[0].Path}: {faults[0].Message}"),
        StartCommand => null,
        _ when state.Sequence == 0 => new Refusal(RefusalKind.NotFound, "a running instance", command.Instance),
        _ when state.End is { } end => new Refusal(RefusalKind.InvalidState, "a running instance", $"{command.Instance} is {end}"),
        ResumeCommand c when state.Bookmark(c.Bookmark) is null => NoBookmark(c.Bookmark),
        FireTimerCommand c when state.Bookmark(c.Bookmark) is not { Due: { } due } => NoBookmark(c.Bookmark),
        FireTimerCommand c when state.Bookmark(c.Bookmark)!.Due > c.Now => new Refusal(RefusalKind.InvalidState, $"a time from {state.Bookmark(c.Bookmark)!.Due:O} on", $"{c.Now:O}"),
        FailChildCommand c when state.Bookmark(c.Bookmark) is null => NoBookmark(c.Bookmark),
        RetryCommand c => RefuseIncident(state, c.Incident),
        SkipCommand c => RefuseIncident(state, c.Incident),
        MigrateCommand c => Migration.Refuse(state, c.Target),
        _ => null,
    };

    private static Refusal NoBookmark(string bookmark) => new(RefusalKind.NotFound, "a waiting bookmark", bookmark);

    private static Refusal? RefuseIncident(InstanceState state, int incident) =>
        state.Incidents.Any(i => i.Number == incident && i.Open) ? null : new Refusal(RefusalKind.NotFound, "an open incident", $"{incident}");

    private static async ValueTask<Decision> StartAsync(Burst burst, StartCommand c)
    {
        burst.Emit(new Started(c.Instance, c.Graph.DefinitionId, c.Graph.VersionId, c.Graph.Hash, Normal(c.Input), c.CorrelationId, c.ParentInstance, c.ParentBookmark, c.TriggerActivity) { At = c.Now, By = c.By });
        burst.Schedule(c.Graph.Root, null);
        await burst.RunAsync();
        return Result(burst);
    }

    private static async ValueTask<Decision> ResumeAsync(Burst burst, WaitingPlace place, Entry asGiven, IReadOnlyDictionary<string, object?> input)
    {
        burst.Emit(asGiven);
        await burst.ResumeAsync(place, input);
        await burst.RunAsync();
        return Result(burst);
    }

    private static Decision FailChild(Burst burst, FailChildCommand c)
    {
        burst.Emit(new Resumed(c.Bookmark, new Dictionary<string, object?>()) { At = c.Now, By = c.By });
        burst.Fault(burst.State.Run(burst.State.Bookmark(c.Bookmark)!.Run)!, new InvalidOperationException(c.Reason));
        return Result(burst);
    }

    private static Decision Tell(Burst burst, TellCommand c)
    {
        if (c.Admit(burst.State) is { } refusal)
            return new Decision([], refusal);
        burst.Emit(new Told(c.Event, c.Payload) { At = c.Now, By = c.By });
        return Result(burst);
    }

    private static Decision Cancel(Burst burst, CancelCommand c)
    {
        burst.Emit(new CancelAsked(c.Reason) { At = c.Now, By = c.By });
        burst.End(EndKind.Cancelled);
        return Result(burst);
    }

    private static async ValueTask<Decision> RetryAsync(Burst burst, RetryCommand c)
    {
        var run = burst.State.Run(burst.State.Incidents[c.Incident - 1].Run)!;
        burst.Emit(new RetryAsked(c.Incident) { At = c.Now, By = c.By });
        burst.Reschedule(run);
        await burst.RunAsync();
        return Result(burst);
    }

    private static async ValueTask<Decision> SkipAsync(Burst burst, SkipCommand c)
    {
        var run = burst.State.Run(burst.State.Incidents[c.Incident - 1].Run)!;
        burst.Emit(new SkipAsked(c.Incident, c.Outcome, c.Reason) { At = c.Now, By = c.By });
        burst.Complete(run, [c.Outcome]);
        await burst.RunAsync();
        return Result(burst);
    }

    private static Decision Migrate(Burst burst, MigrateCommand c)
    {
        burst.Emit(new Migrated(c.Target.VersionId, c.Target.Hash) { At = c.Now, By = c.By });
        return Result(burst);
    }

    private static Decision Result(Burst burst) => burst.Refused is { } refusal ? new Decision([], refusal) : new Decision(burst.Entries, null);

    private static Dictionary<string, object?> Normal(IReadOnlyDictionary<string, object?> input) =>
        input.ToDictionary(p => p.Key, p => Values.Normalize(p.Value));
}
