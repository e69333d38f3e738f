using System.Globalization;
using System.Text.Json;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Tasks;

/// <summary>Opening, completing and withdrawing tasks from within a step.</summary>
public static class TaskContext
{
    /// <summary>Name of the bookmarks behind tasks.</summary>
    public const string BookmarkName = "Task";

    private static readonly JsonElement Blank = JsonSerializer.Deserialize<JsonElement>("{}");

    /// <summary>Opens a task.</summary>
    /// <param name="task">What is to be done, by whom.</param>
    /// <param name="callback">Method of the activity that takes the completion; null for tasks in a box.</param>
    /// <returns>The id of the task.</returns>
    public static string OpenTask(this ActivityExecutionContext context, TaskRequest task, ExecuteActivityDelegate? callback = null)
    {
        var number = context.Election().TaskCounts.GetValueOrDefault(task.Kind) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{task.Kind}-{number}");
        var bookmark = callback is null ? null : context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = BookmarkName,
            Stimulus = new TaskStimulus(id),
            Callback = callback,
            AutoBurn = !task.StaysOpen,
            IncludeActivityInstanceId = false,
        });
        context.Record(new TaskOpened(
            id, task.Kind, task.Title ?? TaskCatalog.Of(task.Kind).Name, task.Assignees, task.Excluded, context.Id, bookmark?.Id, task.Due,
            task.Data is { } data ? FormReader.Write(data) : null));
        return id;
    }

    /// <summary>Takes a completion: checks that this person may complete the task now, reads the form and records the completion.</summary>
    /// <returns>What was handed in; null after a refusal, when the caller returns at once.</returns>
    public static Submission<TForm>? Completing<TForm>(this ActivityExecutionContext context, string kind, bool staysOpen = false)
    {
        try
        {
            var actor = context.Input<Actor>("actor");
            var completion = context.Input<TaskCompletion>("completion");
            var election = context.Election();
            if (TaskRules.MayComplete(election, context.Id, kind, completion, actor) is { } refusal)
            {
                context.Refuse(refusal);
                return null;
            }

            var submission = new Submission<TForm>(
                actor, election.Tasks[completion.Task], completion.Decision, completion.Comment, FormReader.Read<TForm>(completion.Fields ?? Blank));
            if (!staysOpen)
            {
                context.Record(new TaskCompleted(completion.Task, kind, actor.Id, actor.Name, completion.Decision, completion.Comment));
            }

            return submission;
        }
        catch (JsonException problem)
        {
            context.Refuse(FormReader.Malformed(problem));
            return null;
        }
    }

    /// <summary>Withdraws the open tasks of one kind that this step opened for one box or subject.</summary>
    public static void Withdraw(this ActivityExecutionContext context, string kind, Text reason, Func<TaskData?, bool>? which = null)
    {
        foreach (var task in context.Election().Tasks.Values.Where(task => task.Kind == kind && task.Step == context.Id))
        {
            if (which is null || which(task.Content()))
            {
                context.Record(new TaskWithdrawn(task.Id, reason));
            }
        }
    }
}
