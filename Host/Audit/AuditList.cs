using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Audit;

/// <summary>The elections that the caller may look back at, newest first.</summary>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record AuditList : IQuery<AuditedElections>;

public sealed record AuditedElections(IReadOnlyList<ElectionRow> Rows);

public sealed class AuditListHandler(GongtuiDb db, CallerAccessor callers) : IRequestHandler<AuditList, Result<AuditedElections>>
{
    private const int Most = 500;

    public async Task<Result<AuditedElections>> Handle(AuditList request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var units = me.Units.Where(unit => me.HasIn(unit, Roles.Staff)).ToList();
        var everywhere = me.Has(Roles.Auditor);
        return new AuditedElections(await db.Elections.AsNoTracking()
            .Where(election => everywhere || units.Contains(election.Unit))
            .OrderByDescending(election => election.StartedAt).Take(Most).ToListAsync(cancellationToken));
    }
}
