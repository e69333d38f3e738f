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
/// with the number of open tasks (ENGINE 3.2). Tasks of a group that this person has nothing to do in are passed over, so that a page is full
/// as long as the bounded search finds enough.</summary>
public sealed class MyOpenTasksHandler(GongtuiDb db, BoxDesk boxes, CallerAccessor callers) : IRequestHandler<MyOpenTasks, Result<InboxPart>>
{
    private const int Runs = 10;
    private readonly InboxStatements statements = InboxStatements.Of(db);

    public async Task<Result<InboxPart>> Handle(MyOpenTasks request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var (after, shown) = (request.After ?? InboxMark.Start, new List<TaskRow>());
        for (var run = 0; run < Runs; run++)
        {
            var found = await NextAsync(me, after, request.Take + 1, cancellationToken);
            var page = found.Take(request.Take).Select(row => new InboxMark(row.Due, row.Task)).ToList();
            var tasks = await TasksAsync(page, cancellationToken);
            foreach (var mark in page)
            {
                after = mark;
                if (tasks.TryGetValue(mark.Task, out var task) && await WaitsForAsync(task, me, cancellationToken)) shown.Add(task);
                if (shown.Count == request.Take) return new InboxPart(shown, mark.Task == found.Max.Task ? null : after);
            }

            if (found.Count == page.Count) return new InboxPart(shown, null);
        }

        return new InboxPart(shown, after);
    }

    private async Task<SortedSet<(long Due, long Task)>> NextAsync(Caller me, InboxMark after, int take, CancellationToken cancellationToken)
    {
        var found = new SortedSet<(long Due, long Task)>();
        foreach (var principal in me.Principals)
            await foreach (var row in statements.Run(db, principal, after, take).WithCancellation(cancellationToken))
                found.Add((row.Due, row.Task));
        return found;
    }

    private async Task<Dictionary<long, TaskRow>> TasksAsync(IEnumerable<InboxMark> page, CancellationToken cancellationToken) =>
        await statements.Tasks(db, [.. page.Select(mark => mark.Task)]).ToDictionaryAsync(task => task.Id, cancellationToken: cancellationToken);

    /// <summary>A task is in the list of a whole group; not everybody in it has something to do.</summary>
    private async Task<bool> WaitsForAsync(TaskRow task, Caller me, CancellationToken cancellationToken)
    {
        if (me.IsAnyOf(JsonSerializer.Deserialize<string[]>(task.Excluded) ?? [])) return false;
        // Nobody has to object: the way to it is on the notice.
        if (task.Kind == TaskKinds.Objection) return false;
        return !TaskCatalog.Of(task.Kind).InBox || TaskCase.DataOf(task).Box is not { } box || !await boxes.HasCastAsync(box, me.Id, cancellationToken);
    }
}
