using System.Text.Json;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Boxes;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Inbox;

/// <summary>A place in an inbox: the last task of a page.</summary>
public sealed record InboxMark(long Due, long Task)
{
    public static InboxMark Start { get; } = new(long.MinValue, 0);
}

/// <summary>A page of an inbox and where the next one begins; null after the last.</summary>
public sealed record InboxPart(IReadOnlyList<TaskRow> Tasks, InboxMark? Next);

/// <summary>What waits for the caller, the earliest due first.</summary>
[AllowedTo]
public sealed record MyOpenTasks(int Take, InboxMark? After = null) : IQuery<InboxPart>;

/// <summary>Asks once per principal, each time for one short run of the inbox's own order, and merges: the time does not grow
/// with the number of open tasks (ENGINE 3.2).</summary>
public sealed class MyOpenTasksHandler(GongtuiDb db, BoxDesk boxes, CallerAccessor callers) : IRequestHandler<MyOpenTasks, Result<InboxPart>>
{
    public async Task<Result<InboxPart>> Handle(MyOpenTasks request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var after = request.After ?? InboxMark.Start;
        var found = new SortedSet<(long Due, long Task)>();
        foreach (var principal in me.Principals)
            await foreach (var row in RunOf(principal, after, request.Take + 1).AsAsyncEnumerable().WithCancellation(cancellationToken))
                found.Add((row.Due, row.Task));

        var page = found.Take(request.Take).ToList();
        var ids = page.Select(row => row.Task).ToList();
        var tasks = await db.Tasks.AsNoTracking().Where(task => ids.Contains(task.Id)).ToDictionaryAsync(task => task.Id, cancellationToken);
        var shown = new List<TaskRow>();
        foreach (var task in page.Select(row => tasks.GetValueOrDefault(row.Task)).OfType<TaskRow>())
            if (await WaitsForAsync(task, me, cancellationToken)) shown.Add(task);
        return new InboxPart(shown, found.Count > page.Count ? new InboxMark(page[^1].Due, page[^1].Task) : null);
    }

    private IQueryable<InboxRow> RunOf(string principal, InboxMark after, int take) => db.Inbox.AsNoTracking()
        .Where(row => row.Principal == principal && (row.Due > after.Due || (row.Due == after.Due && row.Task > after.Task)))
        .OrderBy(row => row.Due).ThenBy(row => row.Task)
        .Take(take);

    /// <summary>A task is in the list of a whole group; not everybody in it has something to do.</summary>
    private async Task<bool> WaitsForAsync(TaskRow task, Caller me, CancellationToken cancellationToken)
    {
        if (me.IsAnyOf(JsonSerializer.Deserialize<string[]>(task.Excluded) ?? [])) return false;
        // Nobody has to object: the way to it is on the notice.
        if (task.Kind == TaskKinds.Objection) return false;
        return !TaskCatalog.Of(task.Kind).InBox || TaskCase.DataOf(task).Box is not { } box || !await boxes.HasCastAsync(box, me.Id, cancellationToken);
    }
}
