using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.State;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Inbox;

/// <summary>A task with everything that its page needs: what lists show of it, and the election around it.</summary>
/// <param name="Row">As lists show it.</param>
/// <param name="Run">The run that it belongs to.</param>
/// <param name="Election">What the run's facts come to.</param>
/// <param name="Barred">Why the caller may not do it now; null when they may.</param>
/// <param name="Today">The election's date.</param>
public sealed record TaskCase(TaskRow Row, InstanceState Run, Election Election, Refusal? Barred, DateOnly Today)
{
    public const string Open = "Open";
    public const string Completed = "Completed";
    public const string Withdrawn = "Withdrawn";

    public TaskKind Kind => TaskCatalog.Of(Row.Kind);

    public bool IsOpen => Row.State == Open;

    /// <summary>What the step gave the form to know; empty when it gave nothing.</summary>
    public TaskData Data { get; } = DataOf(Row);

    public static TaskData DataOf(TaskRow row) => row.Data is null ? new() : FormReader.Read<TaskData>(JsonElement.Parse(row.Data));

    /// <summary>The open task as the election remembers it; null once it is done.</summary>
    public OpenTask? Task => Election.Tasks.GetValueOrDefault(Row.Task);

    /// <summary>The box in which the task is done or which it closes; null for a task without one.</summary>
    public BoxState? Box => Data.Box is { } box ? Election.Boxes.GetValueOrDefault(box) : null;

    /// <summary>Why the kind does not offer this decision, or null.</summary>
    public Refusal? Offers(string decision) => Kind.Offers(decision) ? null : new(
        RefusalKinds.UnknownDecision,
        new("这项待办没有这个选项。", "This task does not offer that decision."),
        Expected: string.Join(", ", Kind.Choices.Select(choice => choice.Id)), Found: decision);
}
