using System.Text.Json;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Audit.Reading;

/// <summary>Who read what, newest first: auditors see all of it, staff and superiors what concerns elections of their units.</summary>
/// <param name="Before">Only lines with a lower number; for paging.</param>
[AllowedTo(Roles.Auditor, Roles.Staff, Roles.Superior)]
public sealed record ListReadings(string? Instance = null, long Before = long.MaxValue) : IQuery<Readings>;

/// <summary>A page of the journal of those who read.</summary>
/// <param name="Elections">Lists' lines of the elections that were read, by their ids.</param>
/// <param name="More">Whether there are earlier lines.</param>
/// <param name="Holds">Whether the chain over all lines holds.</param>
public sealed record Readings(IReadOnlyList<ReadingLine> Lines, IReadOnlyDictionary<string, ElectionRow> Elections, bool More, bool Holds);

public sealed class ListReadingsHandler(GongtuiDb db, ReadingJournal journal, CallerAccessor callers) : IRequestHandler<ListReadings, Result<Readings>>
{
    public const int Page = 100;

    public async Task<Result<Readings>> Handle(ListReadings request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var everywhere = me.Has(Roles.Auditor);
        var units = me.Units.Where(unit => me.HasIn(unit, Roles.Staff) || me.HasIn(unit, Roles.Superior)).ToList();
        var rows = await db.Accesses.AsNoTracking()
            .Where(row => row.Number < request.Before && (request.Instance == null || row.Instance == request.Instance))
            .Where(row => everywhere || db.Elections.Any(election => election.Instance == row.Instance && units.Contains(election.Unit)))
            .OrderByDescending(row => row.Number).Take(Page + 1).ToListAsync(cancellationToken);
        var lines = rows.Take(Page).Select(row => JsonSerializer.Deserialize(row.Line, ReadingJson.Default.ReadingLine)!).ToList();
        var named = lines.Select(line => line.Instance).Distinct().ToList();
        var elections = await db.Elections.AsNoTracking().Where(election => named.Contains(election.Instance)).ToDictionaryAsync(election => election.Instance, cancellationToken);
        return new Readings(lines, elections, rows.Count > Page, await journal.LinksAsync(rows, cancellationToken) && await journal.HoldsAsync(cancellationToken));
    }
}
