namespace Elsa.Workflows.Models;

/// <summary>What to wait for, and where to go on.</summary>
public class CreateBookmarkArgs
{
    public string? BookmarkName { get; set; }
    public object? Stimulus { get; set; }
    public ExecuteActivityDelegate? Callback { get; set; }

    /// <summary>Whether the bookmark is gone once it is resumed. A mailbox that may be used many times says false.</summary>
    public bool AutoBurn { get; set; } = true;
    public bool IncludeActivityInstanceId { get; set; }
    public bool AutoComplete { get; set; } = true;
    public IDictionary<string, string>? Metadata { get; set; }
}

/// <summary>A place where a run waits.</summary>
public class Bookmark(string id, string name, object? payload, string activityId, string activityInstanceId)
{
    public string Id { get; } = id;
    public string Name { get; } = name;
    public object? Payload { get; } = payload;
    public string ActivityId { get; } = activityId;
    public string? ActivityInstanceId { get; } = activityInstanceId;
}

/// <summary>A line that an activity wrote into the journal.</summary>
public class WorkflowExecutionLogEntry(string activityInstanceId, string activityId, string eventName, string? message, object? payload)
{
    public string ActivityInstanceId { get; } = activityInstanceId;
    public string ActivityId { get; } = activityId;
    public string EventName { get; } = eventName;
    public string? Message { get; } = message;
    public object? Payload { get; } = payload;
}
