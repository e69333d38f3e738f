using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Rolls;

/// <summary>The units whose rolls the caller keeps, and one of the rolls.</summary>
/// <param name="Id">Null for the first.</param>
[AllowedTo(Roles.Staff, Roles.Admin)]
public sealed record RollQuery(string? Id) : IQuery<RollView>;

/// <summary>A roll, with counts of what matters for an election. Birth dates are counted, not shown.</summary>
/// <param name="People">The first ones, by id.</param>
public sealed record RollView(
    IReadOnlyList<UnitRow> Units, UnitRow? Unit, int Full, int Probationary, int Masses, int Restricted, int ToExclude, int WithoutBirthDate,
    int WithoutStrokes, IReadOnlyList<PersonRow> People)
{
    /// <summary>People shown on the page; the file has everybody.</summary>
    public const int Shown = 300;

    public int All => Full + Probationary + Masses;
}

public sealed class RollQueryHandler(GongtuiDb db, CallerAccessor callers) : IRequestHandler<RollQuery, Result<RollView>>
{
    public async Task<Result<RollView>> Handle(RollQuery request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var units = (await db.Units.AsNoTracking().OrderBy(unit => unit.Id).ToListAsync(cancellationToken))
            .Where(unit => me.HasIn(unit.Id, Roles.Staff) || me.HasIn(unit.Id, Roles.Admin)).ToList();
        var unit = request.Id is null ? units.FirstOrDefault() : units.FirstOrDefault(known => known.Id == request.Id);
        if (request.Id is not null && unit is null) return Refusals.NotFound(new("这个单位", "This unit"), request.Id);
        if (unit is null) return new RollView(units, null, 0, 0, 0, 0, 0, 0, 0, []);

        var roll = db.People.AsNoTracking().Where(person => person.Unit == unit.Id && person.Active && person.Standing != Standing.Outside);
        var counts = await roll.Select(person => new { person.Standing, person.Rights, Excluded = person.ExcludedFor != null, Ageless = person.Born == null, Strokeless = person.Strokes == 0 })
            .ToListAsync(cancellationToken);
        int With(Standing standing) => counts.Count(person => person.Standing == standing);
        return new RollView(
            units, unit, With(Standing.Full), With(Standing.Probationary), With(Standing.Masses), counts.Count(person => person.Rights != Activities.Elections.Rights.Held),
            counts.Count(person => person.Excluded), counts.Count(person => person.Ageless), counts.Count(person => person.Strokeless),
            await roll.OrderBy(person => person.Id).Take(RollView.Shown).ToListAsync(cancellationToken));
    }
}
