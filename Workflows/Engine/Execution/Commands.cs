using Gongtui.Engine.Definitions;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Execution;

/// <summary>What somebody asks of one instance. Instant, actor and every id travel in it.</summary>
public abstract record Command(string Instance)
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who asks; null for the clock and the kernel.</summary>
    public string? By { get; init; }
}

public sealed record StartCommand(string Instance, WorkflowGraph Graph) : Command(Instance)
{
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();
    public string? CorrelationId { get; init; }
    public string? ParentInstance { get; init; }
    public string? ParentBookmark { get; init; }
    public string? TriggerActivity { get; init; }
}

public sealed record ResumeCommand(string Instance, string Bookmark) : Command(Instance)
{
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();
}

public sealed record FireTimerCommand(string Instance, string Bookmark) : Command(Instance);

/// <summary>A child that an activity waits for cannot be started: the waiting activity fails.</summary>
internal sealed record FailChildCommand(string Instance, string Bookmark, string Reason) : Command(Instance);

/// <summary>Records a fact from outside that resumes nothing. <paramref name="Admit"/> looks at the state and returns a refusal, or null to let it in.</summary>
public sealed record TellCommand(string Instance, string Event, JsonElement Payload, Func<InstanceState, object?> Admit) : Command(Instance);

public sealed record CancelCommand(string Instance, string? Reason) : Command(Instance);

public sealed record RetryCommand(string Instance, int Incident) : Command(Instance);

public sealed record SkipCommand(string Instance, int Incident, string Outcome, string? Reason) : Command(Instance);

public sealed record MigrateCommand(string Instance, WorkflowGraph Target) : Command(Instance);
