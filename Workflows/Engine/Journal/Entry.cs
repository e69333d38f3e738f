namespace Gongtui.Engine.Journal;

/// <summary>One fact of a run. The closed set of kinds is below and in this folder's README; each is applied in State and written by the codec.</summary>
public abstract record Entry
{
    /// <summary>Position in the journal of the instance, from 1.</summary>
    public long Sequence { get; internal set; }
}

/// <summary>An entry that records a command as it was given: it begins a burst and carries its instant and its actor.</summary>
public abstract record CommandEntry : Entry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Who asked; null for the clock and for the kernel itself.</summary>
    public string? By { get; init; }
}

public sealed record Started(string Instance, string DefinitionId, string VersionId, string DefinitionHash, IReadOnlyDictionary<string, object?> Input,
    string? CorrelationId, string? ParentInstance, string? ParentBookmark, string? TriggerActivity) : CommandEntry;

public sealed record Resumed(string Bookmark, IReadOnlyDictionary<string, object?> Input) : CommandEntry;

public sealed record TimerFired(string Bookmark) : CommandEntry;

public sealed record Told(string Event, JsonElement Payload) : CommandEntry;

public sealed record CancelAsked(string? Reason) : CommandEntry;

public sealed record RetryAsked(int Incident) : CommandEntry;

public sealed record SkipAsked(int Incident, string Outcome, string? Reason) : CommandEntry;

public sealed record Migrated(string VersionId, string DefinitionHash) : CommandEntry;

/// <summary>An activity began (or began again, after a retry).</summary>
public sealed record Executing(int Run, string Activity, int Parent) : Entry;

public sealed record Completed(int Run, IReadOnlyList<string> Outcomes) : Entry;

public sealed record Canceled(int Run) : Entry;

/// <summary>An activity failed; an incident is open until a person retries or skips it.</summary>
public sealed record Faulted(int Run, int Incident, string Type, string Message) : Entry;

/// <summary>A bookmark was created: the run waits here.</summary>
public sealed record Waiting(int Run, string Bookmark, string Name, object? Stimulus, string? Callback, bool AutoBurn, DateTimeOffset? Due) : Entry;

public sealed record Burned(string Bookmark) : Entry;

/// <summary>A variable got a value. Scope is the run that declares it, 0 for the workflow.</summary>
public sealed record VariableSet(int Scope, string Variable, object? Value) : Entry;

public sealed record PropertySet(int Run, string Key, object? Value) : Entry;

/// <summary>An activity handed out a value; run 0 is the workflow's own output.</summary>
public sealed record OutputSet(int Run, string Name, object? Value) : Entry;

/// <summary>Tokens moved on a flowchart when a child completed.</summary>
public sealed record TokensMoved(int Run, IReadOnlyList<TokenChange> Changes) : Entry;

/// <summary>An activity wrote a fact, a text or a note.</summary>
public sealed record Logged(int Run, string Event, string? Message, JsonElement? Payload) : Entry;

/// <summary>Another workflow is to be started once this burst is stored.</summary>
public sealed record Spawned(int Run, string ChildInstance, string DefinitionId, IReadOnlyDictionary<string, object?> Input, string? CorrelationId, string? Bookmark) : Entry;

/// <summary>The run as a whole is over.</summary>
public sealed record Ended(EndKind Kind) : Entry;

public enum EndKind
{
    Finished,
    Cancelled,
}

public enum TokenAction
{
    /// <summary>A token is put on a connection.</summary>
    Emit,

    /// <summary>The tokens that led to an activity, and the blocks that met theirs, are used up (From and Port are empty).</summary>
    Use,

    /// <summary>A connection is blocked: its next token does not start the target again.</summary>
    Block,

    /// <summary>A block met its token.</summary>
    Unblock,

    /// <summary>All tokens from and to an activity are withdrawn (From and Port are empty).</summary>
    Withdraw,

}

public readonly record struct TokenChange(TokenAction Action, string From, string Port, string To);
