using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Tasks;

internal static class TasksFold
{
    public static Election Apply(Election state, TaskOpened fact) => state with
    {
        Tasks = state.Tasks.SetItem(fact.Task, new(
            fact.Task, fact.Kind, fact.Title, fact.Assignees, fact.Excluded, fact.Step, fact.Bookmark, fact.Due, fact.Data)),
        TaskCounts = state.TaskCounts.SetItem(fact.Kind, state.TaskCounts.GetValueOrDefault(fact.Kind) + 1),
    };

    public static Election Apply(Election state, TaskCompleted fact) => Close(state, fact.Task);

    public static Election Apply(Election state, TaskWithdrawn fact) => Close(state, fact.Task);

    public static Election Apply(Election state, TaskClaimed fact) => Claim(state, fact.Task, fact.By);

    public static Election Apply(Election state, TaskReleased fact) => Claim(state, fact.Task, null);

    private static Election Close(Election state, string task) => state with { Tasks = state.Tasks.Remove(task) };

    private static Election Claim(Election state, string task, string? by) =>
        state with { Tasks = state.Tasks.SetItem(task, state.Tasks[task] with { ClaimedBy = by }) };
}
