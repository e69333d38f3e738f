using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Audit;

/// <summary>Who may look back: auditors everywhere, staff in their unit. Looking is all that either can do here.</summary>
public sealed class AuditAccess(GongtuiDb db, CallerAccessor callers)
{
    /// <summary>The election when the caller may look at it.</summary>
    public async Task<Result<ElectionRow>> OpenAsync(string instance, CancellationToken cancellationToken)
    {
        var row = await db.Elections.AsNoTracking().FirstOrDefaultAsync(election => election.Instance == instance, cancellationToken);
        if (row is null) return Refusals.NotFound(new("这次选举", "This election"), instance);
        var caller = callers.Current;
        return caller.Has(Roles.Auditor) || caller.HasIn(row.Unit, Roles.Staff) ? row : Refusals.Forbidden([Roles.Auditor, Roles.Staff]);
    }
}
