using Gongtui.Activities.Tasks;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Boxes;

/// <summary>Closes a box of recommendation, assessment or survey by completing the task that waits for it.</summary>
[AllowedTo]
public sealed record CloseBox(string Box, string? Comment = null) : ICommand<TaskDone>;

public sealed class CloseBoxHandler(GongtuiDb db, IMediator mediator) : IRequestHandler<CloseBox, Result<TaskDone>>
{
    public async Task<Result<TaskDone>> Handle(CloseBox request, CancellationToken cancellationToken)
    {
        var box = await db.Boxes.AsNoTracking().FirstOrDefaultAsync(row => row.Box == request.Box, cancellationToken);
        if (box is null) return BoxRefusals.Unknown(request.Box);
        var waiting = await db.Tasks.AsNoTracking()
            .Where(task => task.Instance == box.Instance && task.Kind == TaskKinds.CloseBox && task.State == TaskCase.Open).ToListAsync(cancellationToken);
        return waiting.Find(task => TaskCase.DataOf(task).Box == request.Box) is { } close
            ? await mediator.Send(new CompleteTask(close.Instance, close.Task, Decisions.Close, request.Comment), cancellationToken)
            : BoxRefusals.Closed(request.Box);
    }
}
