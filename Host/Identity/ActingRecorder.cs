using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongtui.Host.Identity;

/// <summary>Writes down what people can act as from now on, in the transaction that changes it, whoever changes it.</summary>
/// <remarks>By the clock of the elections, whose entries are held against it.</remarks>
public sealed class ActingRecorder(ElectionClock clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is GongtuiDb db) await RecordAsync(db, clock.GetUtcNow(), cancellationToken);
        return result;
    }

    private static async Task RecordAsync(GongtuiDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var grants = db.ChangeTracker.Entries<GrantRow>().Where(grant => grant.State is EntityState.Added or EntityState.Deleted).ToList();
        var people = db.ChangeTracker.Entries<PersonRow>().Where(Concerns).Select(person => person.Entity)
            .Concat(await OfAsync(db, [.. grants.Select(grant => grant.Entity.Person).Distinct()], cancellationToken))
            .DistinctBy(person => person.Id).ToList();
        if (people.Count == 0) return;
        var ids = people.ConvertAll(person => person.Id);
        var held = (await db.Grants.AsNoTracking().Where(grant => ids.Contains(grant.Person)).ToListAsync(cancellationToken))
            .Where(grant => !grants.Exists(change => change.State == EntityState.Deleted && Same(change.Entity, grant)))
            .Concat(grants.Where(change => change.State == EntityState.Added).Select(change => change.Entity))
            .ToLookup(grant => grant.Person);
        var last = (await db.Acting.AsNoTracking().Where(row => ids.Contains(row.Person)).ToListAsync(cancellationToken))
            .GroupBy(row => row.Person).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Since)!, StringComparer.Ordinal);
        foreach (var person in people)
        {
            var principals = person.Active ? string.Join(' ', PeopleDirectory.PrincipalsOf(person, held[person.Id], []).Order(StringComparer.Ordinal)) : "";
            var before = last.GetValueOrDefault(person.Id);
            if (before is not null && before.Principals.Split(' ').ToHashSet().SetEquals(principals.Split(' '))) continue;
            // Instants are stored to the millisecond, and two changes may fall into one.
            var next = before?.Since.AddMilliseconds(1) ?? now;
            db.Acting.Add(new() { Person = person.Id, Since = next > now ? next : now, Principals = principals });
        }
    }

    /// <summary>Whether anything changes that a role follows from.</summary>
    private static bool Concerns(EntityEntry<PersonRow> person) => person.State == EntityState.Added
        || (person.State == EntityState.Modified && new[] { nameof(PersonRow.Active), nameof(PersonRow.Standing), nameof(PersonRow.Unit) }.Any(name => person.Property(name).IsModified));

    /// <summary>People whose grants change, loaded before or not.</summary>
    private static async Task<IEnumerable<PersonRow>> OfAsync(GongtuiDb db, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        var loaded = db.People.Local.Where(person => wanted.Contains(person.Id)).ToList();
        var missing = ids.Except(loaded.Select(person => person.Id)).ToList();
        return missing.Count == 0 ? loaded : loaded.Concat(await db.People.AsNoTracking().Where(person => missing.Contains(person.Id)).ToListAsync(cancellationToken));
    }

    private static bool Same(GrantRow one, GrantRow other) => one.Person == other.Person && one.Role == other.Role && one.Unit == other.Unit;
}
