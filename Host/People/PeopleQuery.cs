using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.People;

/// <summary>A person with the roles granted to them, each as "role" or "role@unit".</summary>
public sealed record PersonView(PersonRow Person, IReadOnlyList<string> Grants);

/// <summary>All units and the people of one of them.</summary>
public sealed record PeopleView(IReadOnlyList<UnitRow> Units, IReadOnlyList<PersonView> People);

/// <summary>People of a unit; null: those who are on no roll.</summary>
[AllowedTo(Roles.Admin)]
public sealed record PeopleQuery(string? Unit) : IQuery<PeopleView>;

/// <summary>One person, with all units to choose from.</summary>
[AllowedTo(Roles.Admin)]
public sealed record PersonQuery(string Id) : IQuery<PeopleView>;

public sealed class PeopleQueryHandlers(GongtuiDb db) :
    IRequestHandler<PeopleQuery, Result<PeopleView>>,
    IRequestHandler<PersonQuery, Result<PeopleView>>
{
    public async Task<Result<PeopleView>> Handle(PeopleQuery request, CancellationToken cancellationToken) =>
        await ViewAsync(db.People.Where(person => person.Unit == request.Unit), cancellationToken);

    public async Task<Result<PeopleView>> Handle(PersonQuery request, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(db.People.Where(person => person.Id == request.Id), cancellationToken);
        return view.People.Count == 0 ? Refusals.NotFound(new("这个人", "This person"), request.Id) : view;
    }

    private async Task<PeopleView> ViewAsync(IQueryable<PersonRow> which, CancellationToken cancellationToken)
    {
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.NameZh).ToListAsync(cancellationToken);
        var people = await which.AsNoTracking().OrderBy(person => person.Id).ToListAsync(cancellationToken);
        var ids = people.Select(person => person.Id).ToList();
        var grants = (await db.Grants.AsNoTracking().Where(grant => ids.Contains(grant.Person)).ToListAsync(cancellationToken))
            .ToLookup(grant => grant.Person, grant => grant.Unit.Length == 0 ? grant.Role : $"{grant.Role}@{grant.Unit}");
        return new PeopleView(units, [.. people.OrderBy(person => person.Standing)
            .Select(person => new PersonView(person, [.. grants[person.Id].Order(StringComparer.Ordinal)]))]);
    }
}
