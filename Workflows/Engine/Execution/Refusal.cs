namespace Gongtui.Engine.Execution;

/// <summary>Why the kernel does not do what was asked. The journal is unchanged.</summary>
public enum RefusalKind
{
    /// <summary>No such instance, bookmark or incident (any more).</summary>
    NotFound,

    /// <summary>The instance exists already.</summary>
    AlreadyExists,

    /// <summary>The run is over, or not in the state that the command needs.</summary>
    InvalidState,

    /// <summary>The definition cannot be run, or not by this instance.</summary>
    InvalidDefinition,

    /// <summary>Others were faster too many times in a row; asking again is safe.</summary>
    Conflict,
}

/// <summary>A refusal of the kernel: what was expected and what was found.</summary>
public sealed record Refusal(RefusalKind Kind, string Expected, string Found);

/// <summary>The answer to a command.</summary>
public abstract record Outcome
{
    /// <summary>Done and durable: when this is returned, every entry of the burst is stored.</summary>
    public sealed record Accepted(Standing Standing, IReadOnlyList<Journal.Entry> Entries) : Outcome;

    /// <summary>Not done; nothing was stored. The reason is a <see cref="Execution.Refusal"/> of the kernel or the object with which an activity refused.</summary>
    public sealed record Refused(object Reason) : Outcome;
}

/// <summary>How an instance stands after a command: a copy, so that it can be kept while the instance goes on.</summary>
public sealed record Standing(string Instance, long Sequence, Elsa.Workflows.WorkflowSubStatus SubStatus, bool IsOver, string? ParentInstance, string? ParentBookmark,
    IReadOnlyDictionary<string, object?> Output)
{
    internal static Standing Of(State.InstanceState s) =>
        new(s.InstanceId, s.Sequence, s.SubStatus, s.End is not null, s.ParentInstance, s.ParentBookmark, s.Output.ToDictionary());
}

/// <summary>How much one burst may do before what is still to run becomes an incident.</summary>
public sealed record BurstLimits(int Steps, TimeSpan Time)
{
    public static BurstLimits Default { get; } = new(10_000, TimeSpan.FromSeconds(10));
}
