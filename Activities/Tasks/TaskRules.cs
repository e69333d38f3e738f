using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Tasks;

/// <summary>Who may do what with a task. Decides only; records nothing.</summary>
public static class TaskRules
{
    /// <summary>Why this person may not complete this task of this step now, or null.</summary>
    public static Refusal? MayComplete(Election election, string step, string kind, TaskCompletion completion, Actor actor)
    {
        var task = election.Tasks.GetValueOrDefault(completion.Task);
        if (task is null || task.Step != step || task.Kind != kind)
        {
            return NotOpen(election, completion.Task);
        }

        return MayAct(task, actor)
            ?? (TaskCatalog.Of(kind).Offers(completion.Decision) ? null : UnknownDecision(kind, completion.Decision));
    }

    /// <summary>Why this person may not claim the task, or null.</summary>
    public static Refusal? MayClaim(Election election, TaskClaimed claim, Actor actor)
    {
        if (!election.Tasks.TryGetValue(claim.Task, out var task))
        {
            return NotOpen(election, claim.Task);
        }

        if (task.Bookmark is null || claim.By != actor.Id)
        {
            return NotAssigned(task, actor);
        }

        return MayAct(task, actor) ?? (task.ClaimedBy == actor.Id
            ? new(RefusalKinds.Duplicate, new("您已经签收了这项待办。", "You have claimed this task already."))
            : null);
    }

    /// <summary>Why this person may not give the task back, or null.</summary>
    public static Refusal? MayRelease(Election election, TaskReleased release, Actor actor)
    {
        if (!election.Tasks.TryGetValue(release.Task, out var task))
        {
            return NotOpen(election, release.Task);
        }

        return task.ClaimedBy == actor.Id && release.By == actor.Id
            ? null
            : new(RefusalKinds.NotAssigned,
                new("这项待办不是由您签收的。", "You are not the one who claimed this task."),
                Expected: task.ClaimedBy, Found: actor.Id);
    }

    /// <summary>Why this person may not touch an open task, or null: not an assignee, excluded, or claimed by another.</summary>
    public static Refusal? MayAct(OpenTask task, Actor actor)
    {
        if (!actor.IsOneOf(task.Assignees))
        {
            return NotAssigned(task, actor);
        }

        if (actor.IsOneOf(task.Excluded))
        {
            return new(RefusalKinds.Excluded,
                new(
                    $"{actor.Name}参与了前面的环节或与本事项有利害关系，按照回避要求不能办理“{task.Title.Zh}”。",
                    $"{actor.Name} prepared an earlier part or has an interest in it and may not act on “{task.Title.En}” (four-eyes)."),
                Found: Principals.Person(actor.Id),
                NextStep: new("请由其他有权限的人员办理。", "Let another person with the same right do it."));
        }

        return task.ClaimedBy is { } other && other != actor.Id
            ? new(RefusalKinds.Claimed,
                new("这项待办已被他人签收。", "Somebody else has claimed this task."),
                Expected: other, Found: actor.Id,
                NextStep: new("请签收人办理，或请其退回待办。", "Let that person do it, or give it back."))
            : null;
    }

    private static Refusal NotOpen(Election election, string task)
    {
        var dash = task.LastIndexOf('-');
        var wasOpened = dash > 0
            && int.TryParse(task.AsSpan(dash + 1), out var number)
            && number > 0
            && number <= election.TaskCounts.GetValueOrDefault(task[..dash]);
        return wasOpened
            ? new(RefusalKinds.TaskClosed,
                new("这项待办已经办结或撤回，不能再次办理。", "This task was completed or withdrawn before; it cannot be done again."),
                Found: task,
                NextStep: new("请刷新待办列表，查看办理结果。", "Refresh the inbox and look at its history."))
            : new(RefusalKinds.UnknownTask,
                new("没有这项待办。", "There is no such task here."),
                Found: task,
                NextStep: new("请从待办列表进入。", "Open it from the inbox."));
    }

    private static Refusal NotAssigned(OpenTask task, Actor actor) => new(
        RefusalKinds.NotAssigned,
        new($"“{task.Title.Zh}”不是交给{actor.Name}办理的。", $"“{task.Title.En}” is not a task for {actor.Name}."),
        Expected: string.Join(", ", task.Assignees),
        Found: string.Join(", ", actor.Principals),
        NextStep: new("请由承办人员登录办理。", "Let an assigned person sign in and do it."));

    private static Refusal UnknownDecision(string kind, string decision) => new(
        RefusalKinds.UnknownDecision,
        new("这项待办没有这个选项。", "This task does not offer that decision."),
        Expected: string.Join(", ", TaskCatalog.Of(kind).Choices.Select(choice => choice.Id)),
        Found: decision);
}
