using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Inbox;

/// <summary>A task as the API shows it.</summary>
/// <param name="State">Open, Completed or Withdrawn.</param>
/// <param name="Decisions">What can be decided; empty for a task that is done by casting a sheet.</param>
/// <param name="Data">What the task is about: subject, box, group, objection, reason.</param>
public sealed record TaskAnswer(
    string Instance, string Task, string Kind, Text Title, string State, IReadOnlyList<string> Assignees, IReadOnlyList<string> Decisions, TaskData Data,
    string? ClaimedBy, DateTimeOffset OpenedAt, DateTimeOffset? Due, DateTimeOffset? ClosedAt, string? ClosedBy, string? Decision, string? Comment)
{
    public static TaskAnswer Of(TaskRow row) => new(
        row.Instance, row.Task, row.Kind, new(row.TitleZh, row.TitleEn), row.State, JsonSerializer.Deserialize<string[]>(row.Assignees) ?? [],
        TaskCatalog.Of(row.Kind).Choices.Select(choice => choice.Id).ToList(), TaskCase.DataOf(row),
        row.ClaimedBy, row.OpenedAt, row.Due, row.ClosedAt, row.ClosedBy, row.Decision, row.Comment);
}

/// <summary>A page of tasks that wait.</summary>
/// <param name="Next">Query of the next page; null after the last.</param>
public sealed record WaitingTasks(IReadOnlyList<TaskAnswer> Tasks, string? Next);

/// <summary>A page of tasks that are done.</summary>
public sealed record DoneTasks(IReadOnlyList<TaskAnswer> Tasks, long? Next);
