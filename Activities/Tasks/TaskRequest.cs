using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Tasks;

/// <summary>A task to be opened.</summary>
/// <param name="Kind">One of <see cref="TaskKinds"/>.</param>
/// <param name="Assignees">Principals who may do it.</param>
public sealed record TaskRequest(string Kind, IReadOnlyList<string> Assignees)
{
    /// <summary>Null for the name of the kind.</summary>
    public Text? Title { get; init; }

    /// <summary>Principals who may not (four-eyes).</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    public DateTimeOffset? Due { get; init; }

    public TaskData? Data { get; init; }

    /// <summary>A mailbox: it may be used many times and ends when it is withdrawn.</summary>
    public bool StaysOpen { get; init; }
}

/// <summary>What a task is about; the page that shows it reads everything else from the election.</summary>
/// <param name="Subject">Of an approval: plan or shortlist. Of a notice: its kind.</param>
/// <param name="Box">The box to cast into or to close.</param>
/// <param name="Group">Channel, group or round of that box.</param>
/// <param name="Objection">The objection to inquire into.</param>
/// <param name="Reason">Why the task comes again.</param>
/// <param name="Mode">Of a plan: the voting mode of the procedure.</param>
/// <param name="ByElection">Of a plan: whether it fills vacancies during a term.</param>
public sealed record TaskData(
    string? Subject = null, string? Box = null, string? Group = null, string? Objection = null, string? Reason = null,
    VotingMode Mode = VotingMode.Combined, bool ByElection = false);

/// <summary>Reading the data of a task.</summary>
public static class TaskDataReader
{
    /// <summary>What the task is about; null when its kind says it all.</summary>
    public static TaskData? Content(this OpenTask task) =>
        task.Data is { } data ? FormReader.Read<TaskData>(data) : null;
}
