using System.Text.Json;

namespace Gongtui.Activities.Tasks;

/// <summary>A task that waits, as the election remembers it. Done tasks are history and live in the journal only.</summary>
public sealed record OpenTask(
    string Id,
    string Kind,
    Text Title,
    IReadOnlyList<string> Assignees,
    IReadOnlyList<string> Excluded,
    string Step,
    string? Bookmark = null,
    DateTimeOffset? Due = null,
    JsonElement? Data = null,
    string? ClaimedBy = null);

/// <summary>Stimulus of the bookmark behind a task.</summary>
public sealed record TaskStimulus(string Task);

/// <summary>What a person hands in: the resume input <c>completion</c>.</summary>
/// <param name="Task">Task id.</param>
/// <param name="Decision">One of the decisions that the kind offers.</param>
/// <param name="Comment">Free words for the record.</param>
/// <param name="Fields">The form; its type belongs to the kind.</param>
public sealed record TaskCompletion(string Task, string Decision, string? Comment = null, JsonElement? Fields = null);
