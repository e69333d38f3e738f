using System.Text.Json;

namespace Gongtui.Activities.Tasks;

/// <summary>Somebody has something to do.</summary>
/// <param name="Task"><c>kind-n</c>, unique in the election.</param>
/// <param name="Kind">One of <see cref="TaskKinds"/>.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Assignees">Principals who may do it.</param>
/// <param name="Excluded">Principals who may not, although an assignee (four-eyes).</param>
/// <param name="Step">Execution of the activity that waits.</param>
/// <param name="Bookmark">Where the completion resumes the run; null for a task that is done in a box and ends when the box is closed.</param>
/// <param name="Due">When it should be done; late is shown, never refused.</param>
/// <param name="Data">What the page needs to show the form; the shape belongs to the kind.</param>
public sealed record TaskOpened(
    string Task,
    string Kind,
    Text Title,
    IReadOnlyList<string> Assignees,
    IReadOnlyList<string> Excluded,
    string Step,
    string? Bookmark = null,
    DateTimeOffset? Due = null,
    JsonElement? Data = null);

/// <summary>A person did it.</summary>
public sealed record TaskCompleted(string Task, string Kind, string By, string ByName, string Decision, string? Comment = null);

/// <summary>There is nothing to do any more.</summary>
public sealed record TaskWithdrawn(string Task, Text Reason);

/// <summary>A person took it on; nobody else may complete it until it is released.</summary>
public sealed record TaskClaimed(string Task, string By);

/// <summary>The person who took it on gave it back.</summary>
public sealed record TaskReleased(string Task, string By);
