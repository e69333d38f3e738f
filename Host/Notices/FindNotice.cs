using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Notices;

/// <summary>A notice of the caller's units.</summary>
[AllowedTo]
public sealed record FindNotice(long Id) : IQuery<NoticeView>;

/// <summary>A notice as its page shows it.</summary>
/// <param name="ReadAt">When the caller confirmed reading it; null when they have not.</param>
/// <param name="Readers">How many have.</param>
/// <param name="Objection">The task by which one objects while the publicity period runs; null otherwise.</param>
public sealed record NoticeView(NoticeRow Notice, string ElectionTitle, bool ForMe, DateTimeOffset? ReadAt, int Readers, TaskRow? Objection);

public sealed class FindNoticeHandler(GongtuiDb db, CallerAccessor callers) : IRequestHandler<FindNotice, Result<NoticeView>>
{
    public async Task<Result<NoticeView>> Handle(FindNotice request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var notice = await db.Notices.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (notice is null || !me.Units.Contains(notice.Unit)) return Refusals.NotFound(new("这份公告", "This notice"), $"{request.Id}");

        var receipts = db.NoticeReads.AsNoTracking().Where(receipt => receipt.Notice == notice.Id);
        var readAt = await receipts.Where(receipt => receipt.Person == me.Id).Select(receipt => (DateTimeOffset?)receipt.ReadAt).FirstOrDefaultAsync(cancellationToken);
        var title = await db.Elections.AsNoTracking().Where(row => row.Instance == notice.Instance).Select(row => row.TitleZh).FirstAsync(cancellationToken);
        var objection = notice.Kind == NoticeKinds.Publicity
            ? await db.Tasks.AsNoTracking().Where(task => task.Instance == notice.Instance && task.Kind == TaskKinds.Objection && task.State == TaskCase.Open
                && task.OpenedAt == notice.PublishedAt).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new NoticeView(
            notice, title, ListNoticesHandler.IsFor(notice, me), readAt, await receipts.CountAsync(cancellationToken),
            objection is not null && TaskCases.IsFor(objection, me) ? objection : null);
    }
}
