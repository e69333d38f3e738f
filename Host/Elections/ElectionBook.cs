using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Elections;

/// <summary>Looks elections up for the caller: everybody who holds any role in the unit may look, acting needs one of the roles named.</summary>
public sealed class ElectionBook(GongtuiDb db, CallerAccessor callers)
{
    private static readonly string[] OfNoUnit = [Roles.Superior, Roles.Designer, Roles.Auditor, Roles.Admin];

    /// <summary>The election's line, or why the caller does not get it.</summary>
    /// <param name="instance">The election.</param>
    /// <param name="roles">Any of these in the unit is needed; none: to look is enough.</param>
    public async Task<Result<ElectionRow>> FindAsync(string instance, CancellationToken cancellationToken, params string[] roles)
    {
        var me = callers.Current;
        var row = await db.Elections.AsNoTracking().FirstOrDefaultAsync(election => election.Instance == instance, cancellationToken);
        if (row is null) return KernelRefusals.UnknownElection(instance);
        // A run of no unit, such as an override, is looked at by those who look after all of them.
        if (row.Unit.Length == 0) return OfNoUnit.Any(me.Has) && (roles.Length == 0 || roles.Any(me.Has)) ? row : KernelRefusals.UnknownElection(instance);
        // An election of another unit is not told from one that does not exist.
        if (!me.Units.Contains(row.Unit)) return KernelRefusals.UnknownElection(instance);
        return roles.Length == 0 || roles.Any(role => me.HasIn(row.Unit, role)) ? row : Refusals.Forbidden(roles);
    }
}
