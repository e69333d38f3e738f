using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Inbox;

/// <summary>What the Host refuses about tasks before the election is asked; in the same kinds as the election does.</summary>
public static class TaskRefusals
{
    public static Refusal InBox { get; } = new(
        Kinds.Invalid,
        new("这项待办要把表投入票箱，不能直接办结。", "This task is done by casting a sheet into its box."),
        NextStep: new("请打开待办，填好后投入票箱。", "Open the task, fill in the sheet and cast it."));

    public static Refusal Unknown(string task) => new(
        RefusalKinds.UnknownTask,
        new("没有这项待办。", "There is no such task."),
        Found: task,
        NextStep: new("请从待办列表进入。", "Open it from the inbox."));

    public static Refusal Closed(string task) => new(
        RefusalKinds.TaskClosed,
        new("这项待办已经办结或撤回，不能再次办理。", "This task was completed or withdrawn before; it cannot be done again."),
        Found: task,
        NextStep: new("请刷新待办列表，查看办理结果。", "Refresh the inbox and look at its history."));

    public static Refusal NotYours { get; } = new(
        Kinds.Forbidden,
        new("您不能查看这项待办。", "You may not look at this task."),
        NextStep: new("请从自己的待办列表进入。", "Start from your own inbox."));
}
