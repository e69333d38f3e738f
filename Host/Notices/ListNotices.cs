using System.Text.Json;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Notices;

/// <summary>The notice board of the caller's units, newest first.</summary>
/// <param name="Before">Where the page before ended: its last notice.</param>
[AllowedTo]
public sealed record ListNotices(int Take = 20, long? Before = null) : IQuery<NoticePart>;

/// <summary>A notice with whether the caller has confirmed reading it, and whether it is for them at all.</summary>
public sealed record NoticeLine(NoticeRow Notice, bool ForMe, bool Read);

/// <summary>A page of the board.</summary>
/// <param name="Next">What <see cref="ListNotices.Before"/> is for the next page; null after the last.</param>
public sealed record NoticePart(IReadOnlyList<NoticeLine> Notices, long? Next);

public sealed class ListNoticesHandler(GongtuiDb db, CallerAccessor callers) : IRequestHandler<ListNotices, Result<NoticePart>>
{
    private const int Most = 100;

    public async Task<Result<NoticePart>> Handle(ListNotices request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var units = me.Units.ToList();
        var take = Math.Clamp(request.Take, 1, Most);
        var seen = db.Notices.AsNoTracking().Where(notice => units.Contains(notice.Unit));
        if (request.Before is { } mark
            && await seen.Where(notice => notice.Id == mark).Select(notice => (DateTimeOffset?)notice.PublishedAt).FirstOrDefaultAsync(cancellationToken) is { } at)
            seen = seen.Where(notice => notice.PublishedAt < at || (notice.PublishedAt == at && notice.Id < mark));
        var rows = await seen.OrderByDescending(notice => notice.PublishedAt).ThenByDescending(notice => notice.Id).Take(take + 1).ToListAsync(cancellationToken);
        var page = rows.Take(take).ToList();
        var ids = page.ConvertAll(notice => notice.Id);
        var read = (await db.NoticeReads.AsNoTracking().Where(receipt => receipt.Person == me.Id && ids.Contains(receipt.Notice))
            .Select(receipt => receipt.Notice).ToListAsync(cancellationToken)).ToHashSet();
        return new NoticePart(
            page.ConvertAll(notice => new NoticeLine(notice, IsFor(notice, me), read.Contains(notice.Id))),
            rows.Count > take ? page[^1].Id : null);
    }

    internal static bool IsFor(NoticeRow notice, Caller caller) =>
        caller.IsAnyOf(JsonSerializer.Deserialize<string[]>(notice.Audience) ?? []);
}
