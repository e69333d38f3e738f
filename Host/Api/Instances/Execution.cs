using System.Text.Json;

namespace Gongtui.Host.Api.Instances;

/// <summary>One execution of an activity as the journal tells it, begun or over.</summary>
/// <param name="run">Its number in the journal; 0 is the run as a whole.</param>
/// <param name="node">Path of ids in the diagram, as Elsa writes it.</param>
/// <param name="parent">Run of the container around it; null for the run as a whole.</param>
/// <param name="scheduledBy">Run whose end led here; null where none did.</param>
internal sealed class Execution(int run, string activity, string node, string type, int version, string? name, int? parent, int? scheduledBy, DateTimeOffset startedAt)
{
    public int Run { get; } = run;
    public string Activity { get; } = activity;
    public string Node { get; } = node;
    public string Type { get; } = type;
    public int Version { get; } = version;
    public string? Name { get; } = name;
    public int? Parent { get; } = parent;
    public int? ScheduledBy { get; } = scheduledBy;
    public DateTimeOffset StartedAt { get; } = startedAt;
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Running, Completed, Canceled or Faulted.</summary>
    public string Status { get; set; } = "Running";

    /// <summary>How many bookmarks it waits at.</summary>
    public int Waits { get; set; }
    public int Faults { get; set; }
    public (string Type, string Message)? LastFault { get; set; }
    public IReadOnlyList<string> Outcomes { get; set; } = [];
    public Dictionary<string, object?> Outputs { get; } = [];

    /// <summary>The facts that it recorded, in their order.</summary>
    public List<(string Event, JsonElement Payload)> Facts { get; } = [];
}

/// <summary>One line of the journal as the viewer lists it.</summary>
/// <param name="Execution">What it is about.</param>
/// <param name="By">Person id of whoever asked; null for the clock and the program.</param>
/// <param name="Payload">What was recorded: a fact, or how an activity ended.</param>
/// <param name="IsFact">Whether the payload is a fact of the election, which not everybody who may look sees.</param>
internal sealed record StoryEvent(long Sequence, Execution Execution, string Event, DateTimeOffset At, string? By, string? Message, object? Payload, bool IsFact);
