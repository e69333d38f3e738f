using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Host.Elections;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Notices;

/// <summary>阅知: the caller confirms having read a notice. Confirming again changes nothing.</summary>
[AllowedTo]
public sealed record ConfirmReading(long Id) : ICommand<Done>;

public sealed class ConfirmReadingHandler(GongtuiDb db, ElectionDesk desk) : IRequestHandler<ConfirmReading, Result<Done>>
{
    public async Task<Result<Done>> Handle(ConfirmReading request, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (notice is null) return Refusals.NotFound(new("这份公告", "This notice"), $"{request.Id}");
        var actor = desk.Actor;
        var payload = FormReader.Write(new NoticeRead(notice.Notice, actor.Id));
        var sent = await desk.SendAsync(
            (now, by) => new Admitted(nameof(NoticeRead), payload, actor).Into(notice.Instance, now, by),
            cancellationToken);
        return sent.Accepted || sent.Refusal.Kind == RefusalKinds.Duplicate ? Done.Instance : sent.Refusal;
    }
}
