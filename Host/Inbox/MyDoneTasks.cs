using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Inbox;

/// <summary>What the caller has done, newest first. Sheets in boxes are not among it: nothing says who cast which.</summary>
/// <param name="Before">Where the page before ended: its last task.</param>
[AllowedTo]
public sealed record MyDoneTasks(int Take = 20, long? Before = null) : IQuery<DonePart>;

/// <summary>A page of what is done.</summary>
/// <param name="Next">What <see cref="MyDoneTasks.Before"/> is for the next page; null after the last.</param>
public sealed record DonePart(IReadOnlyList<TaskRow> Tasks, long? Next);

public sealed class MyDoneTasksHandler(GongtuiDb db, CallerAccessor callers) : IRequestHandler<MyDoneTasks, Result<DonePart>>
{
    private const int Most = 100;

    public async Task<Result<DonePart>> Handle(MyDoneTasks request, CancellationToken cancellationToken)
    {
        var me = callers.Current.Id;
        var take = Math.Clamp(request.Take, 1, Most);
        var mine = db.Tasks.AsNoTracking().Where(task => task.ClosedBy == me);
        if (request.Before is { } mark
            && await mine.Where(task => task.Id == mark).Select(task => task.ClosedAt).FirstOrDefaultAsync(cancellationToken) is { } at)
            mine = mine.Where(task => task.ClosedAt < at || (task.ClosedAt == at && task.Id < mark));
        var rows = await mine.OrderByDescending(task => task.ClosedAt).ThenByDescending(task => task.Id).Take(take + 1).ToListAsync(cancellationToken);
        return new DonePart(rows.Take(take).ToList(), rows.Count > take ? rows[take - 1].Id : null);
    }
}
