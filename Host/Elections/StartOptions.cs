using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Overriding;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Elections;

/// <summary>What the caller can start: their units with the people on the roll, and the published procedures.</summary>
[AllowedTo(Roles.Staff)]
public sealed record StartOptions : IQuery<StartChoices>;

public sealed record StartChoices(IReadOnlyList<UnitChoice> Units, IReadOnlyList<ProcedureChoice> Procedures);

/// <summary>A unit and how many stand on its roll.</summary>
public sealed record UnitChoice(UnitRow Unit, int Full, int Probationary, int Masses);

/// <summary>The published version of a procedure.</summary>
public sealed record ProcedureChoice(string DefinitionId, string Name, int Version, string? Description);

public sealed class StartOptionsHandler(GongtuiDb db, CallerAccessor callers) : IRequestHandler<StartOptions, Result<StartChoices>>
{
    public async Task<Result<StartChoices>> Handle(StartOptions request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var units = (await db.Units.AsNoTracking().OrderBy(unit => unit.Id).ToListAsync(cancellationToken))
            .Where(unit => me.HasIn(unit.Id, Roles.Staff)).ToList();
        var ids = units.ConvertAll(unit => unit.Id);
        var standings = (await db.People.AsNoTracking().Where(person => person.Active && person.Unit != null && ids.Contains(person.Unit))
            .Select(person => new { person.Unit, person.Standing }).ToListAsync(cancellationToken)).ToLookup(person => person.Unit, person => person.Standing);
        var published = await db.Procedures.AsNoTracking().Where(row => row.IsPublished && row.DeletedAt == null && !row.RunsInside && row.DefinitionId != OverrideBook.Procedure)
            .Select(row => new ProcedureChoice(row.DefinitionId, row.Name, row.Version, row.Description)).ToListAsync(cancellationToken);
        return new StartChoices(
            units.ConvertAll(unit => new UnitChoice(unit,
                standings[unit.Id].Count(standing => standing == Standing.Full),
                standings[unit.Id].Count(standing => standing == Standing.Probationary),
                standings[unit.Id].Count(standing => standing == Standing.Masses))),
            published.GroupBy(row => row.DefinitionId).Select(versions => versions.MaxBy(row => row.Version)!).OrderBy(row => row.DefinitionId, StringComparer.Ordinal).ToList());
    }
}
