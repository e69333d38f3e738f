using Gongtui.Engine.Definitions;

namespace Gongtui.Engine.State;

/// <summary>One living execution of an activity. It leaves the state when it completes; its traces stay in the journal and in the counters.</summary>
public sealed class ActivityRun
{
    internal ActivityRun(int id, ActivityNode node, ActivityRun? parent) => (Id, Node, Parent) = (id, node, parent);

    public int Id { get; }
    public ActivityNode Node { get; internal set; }
    public ActivityRun? Parent { get; }
    public ActivityStatus Status { get; internal set; } = ActivityStatus.Running;
    internal List<ActivityRun> Children { get; } = [];
    internal Dictionary<string, object?>? Properties { get; set; }
    internal Dictionary<string, object?>? Variables { get; set; }
    internal List<Token>? Tokens { get; set; }
}

/// <summary>A token on a connection of a flowchart.</summary>
internal sealed class Token(string from, string port, string to, bool blocked, bool consumed = false)
{
    public string From { get; } = from;
    public string Port { get; } = port;
    public string To { get; } = to;
    public bool Blocked { get; } = blocked;
    public bool Consumed { get; set; } = consumed;

    public bool IsFree => !Consumed && !Blocked;
}

/// <summary>A place where the run waits.</summary>
public sealed record WaitingPlace(string Id, int Run, string Activity, string Name, object? Stimulus, string? Callback, bool AutoBurn, DateTimeOffset? Due, long Since);

/// <summary>A failure that waits for a person, or that a person has dealt with.</summary>
public sealed record Incident(int Number, int Run, string Activity, string Type, string Message, DateTimeOffset At, bool Open);

/// <summary>How often an activity of the diagram began, completed, failed and was cancelled.</summary>
public record struct ActivityCounts(int Started, int Completed, int Faulted, int Canceled)
{
    public readonly int Live => Started - Completed - Canceled;
}

/// <summary>The traces that an activity's executions leave in the state: how many, and how the last one left.</summary>
internal struct Tally
{
    public ActivityCounts Counts;
    public string? Outcome;
}
