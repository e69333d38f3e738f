using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Execution;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Inbox;

/// <summary>Completes a task. When the answer comes the next step has run and is on the disk.</summary>
/// <param name="Instance">The election.</param>
/// <param name="Task">Id of the task in it, such as "approval-1".</param>
/// <param name="Decision">One of the decisions that its kind offers.</param>
/// <param name="Comment">Free words for the record.</param>
/// <param name="Fields">The form of the kind as JSON; null for an empty one.</param>
[AllowedTo]
public sealed record CompleteTask(string Instance, string Task, string Decision, string? Comment = null, JsonElement? Fields = null)
    : ICommand<TaskDone>, IChecked
{
    private const int LongestComment = 4000;

    public Refusal? Check() => Comment?.Length > LongestComment
        ? Refusals.Invalid(new("说明过长。", "The comment is too long."), $"≤ {LongestComment}", $"{Comment.Length}")
        : Fields is { } fields ? TypedText.Check(fields) : null;
}

/// <summary>A completed task.</summary>
/// <param name="Sequence">Last entry of the journal after it.</param>
/// <param name="Status">How the election stands: Suspended (waiting), Finished, Cancelled or Faulted.</param>
public sealed record TaskDone(string Instance, string Task, long Sequence, string Status);

/// <summary>Fields of a kind that nobody may hand in because the Host must find them out itself, such as the count of a box.</summary>
public interface ITaskFields
{
    /// <summary>The kind of task, one of <see cref="TaskKinds"/>.</summary>
    string Kind { get; }

    /// <summary>The form of the kind. Asked only after it is clear that the caller may complete the task now.</summary>
    /// <param name="task">The task with its election.</param>
    /// <param name="given">What was handed in beside it.</param>
    Task<Result<JsonElement>> FindAsync(TaskCase task, string decision, JsonElement? given, CancellationToken cancellationToken);
}

/// <summary>What the Host does after a task of a kind was completed. The completion is on the disk; whoever does something outside the journal
/// must be able to do it again after a crash.</summary>
public interface ITaskEffect
{
    /// <summary>The kind of task, one of <see cref="TaskKinds"/>.</summary>
    string Kind { get; }

    Task DoneAsync(string instance, CancellationToken cancellationToken);
}

public sealed class CompleteTaskHandler(GongtuiDb db, ElectionDesk desk, TaskCases cases, IEnumerable<ITaskFields> found, IEnumerable<ITaskEffect> effects)
    : IRequestHandler<CompleteTask, Result<TaskDone>>
{
    public async Task<Result<TaskDone>> Handle(CompleteTask request, CancellationToken cancellationToken)
    {
        var row = await db.Tasks.AsNoTracking()
            .FirstOrDefaultAsync(task => task.Instance == request.Instance && task.Task == request.Task, cancellationToken);
        if (row is null) return await cases.UnknownAsync(request.Instance, request.Task, cancellationToken);
        if (row.State != TaskCase.Open) return await cases.ClosedAsync(row, cancellationToken);
        if (row.Bookmark is null) return TaskRefusals.InBox;

        var fields = request.Fields;
        if (found.FirstOrDefault(source => source.Kind == row.Kind) is { } source)
        {
            var task = await cases.OfAsync(row, cancellationToken);
            if ((task.Barred ?? task.Offers(request.Decision)) is { } barred) return barred;
            var answer = await source.FindAsync(task, request.Decision, fields, cancellationToken);
            if (!answer.Accepted) return answer.Refusal;
            fields = answer.Value;
        }

        var input = new Dictionary<string, object?>
        {
            ["actor"] = FormReader.Write(desk.Actor),
            ["completion"] = FormReader.Write(new TaskCompletion(row.Task, request.Decision, request.Comment, fields)),
        };
        var sent = await desk.SendAsync((now, by) => new ResumeCommand(row.Instance, row.Bookmark) { Now = now, By = by, Input = input }, cancellationToken);
        if (!sent.Accepted) return sent.Refusal;
        foreach (var effect in effects.Where(effect => effect.Kind == row.Kind)) await effect.DoneAsync(row.Instance, cancellationToken);
        return new TaskDone(row.Instance, row.Task, sent.Value.Standing.Sequence, sent.Value.Standing.SubStatus.ToString());
    }
}
