using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Audit;

/// <summary>Lets the caller look back into an election, as far as what is held allows.</summary>
public sealed class AuditDoor(ElectionBook book, JournalReader reader, AuditHorizon horizon)
{
    /// <summary>The election opened, or why the caller does not get it.</summary>
    /// <param name="roles">Any of these in the unit is needed.</param>
    public async Task<Result<OpenedJournal>> OpenAsync(string instance, CancellationToken cancellationToken, params string[] roles)
    {
        var found = await book.FindAsync(instance, cancellationToken, roles);
        if (!found.Accepted) return found.Refusal;
        var newest = (await reader.LoadAsync(instance, cancellationToken))!;
        return new OpenedJournal(found.Value, newest, await horizon.LastAsync(newest.State, cancellationToken));
    }
}

/// <summary>An election that may be looked back into.</summary>
/// <param name="Newest">As it is now; not all of it may be shown.</param>
/// <param name="Last">The last entry that may be shown.</param>
public sealed record OpenedJournal(ElectionRow Row, Instance Newest, long Last)
{
    public InstanceState State => Newest.State;
}
