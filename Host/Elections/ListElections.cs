using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Elections;

/// <summary>The elections of the caller's units, newest first.</summary>
/// <param name="Take">At most this many.</param>
/// <param name="Before">Where the page before ended: its last election.</param>
[AllowedTo]
public sealed record ListElections(int Take = 20, string? Before = null) : IQuery<ElectionPart>;

/// <summary>A page of elections.</summary>
/// <param name="Next">What <see cref="ListElections.Before"/> is for the next page; null after the last.</param>
public sealed record ElectionPart(IReadOnlyList<ElectionRow> Elections, string? Next);

public sealed class ListElectionsHandler(GongtuiDb db, CallerAccessor callers) : IRequestHandler<ListElections, Result<ElectionPart>>
{
    private const int Most = 100;

    public async Task<Result<ElectionPart>> Handle(ListElections request, CancellationToken cancellationToken)
    {
        var units = callers.Current.Units.ToList();
        var take = Math.Clamp(request.Take, 1, Most);
        var seen = db.Elections.AsNoTracking().Where(row => units.Contains(row.Unit));
        if (request.Before is { } mark
            && await seen.Where(row => row.Instance == mark).Select(row => (DateTimeOffset?)row.StartedAt).FirstOrDefaultAsync(cancellationToken) is { } at)
            seen = seen.Where(row => row.StartedAt < at || (row.StartedAt == at && string.Compare(row.Instance, mark) < 0));
        var rows = await seen.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Instance).Take(take + 1).ToListAsync(cancellationToken);
        return new ElectionPart(rows.Take(take).ToList(), rows.Count > take ? rows[take - 1].Instance : null);
    }
}
