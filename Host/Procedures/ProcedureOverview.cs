using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures;

/// <summary>Every procedure as the Design page lists it, by name.</summary>
[AllowedTo(Roles.Designer)]
public sealed record ProcedureOverview : IQuery<ProcedureLines>;

public sealed record ProcedureLines(IReadOnlyList<ProcedureLine> Lines);

/// <summary>A procedure in the list.</summary>
/// <param name="Latest">Its latest version, published or not.</param>
/// <param name="Published">Number of the version with which elections start; null when none is published.</param>
/// <param name="Versions">How many versions its history holds.</param>
/// <param name="Running">Elections that run on any of its versions.</param>
public sealed record ProcedureLine(ProcedureRow Latest, int? Published, int Versions, int Running);

public sealed class ProcedureOverviewHandler(GongtuiDb db, ProcedureShelf shelf) : IRequestHandler<ProcedureOverview, Result<ProcedureLines>>
{
    public async Task<Result<ProcedureLines>> Handle(ProcedureOverview request, CancellationToken cancellationToken)
    {
        var latest = await shelf.All.AsNoTracking().Where(row => row.IsLatest).OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var published = await shelf.All.Where(row => row.IsPublished).ToDictionaryAsync(row => row.DefinitionId, row => row.Version, cancellationToken);
        var versions = await shelf.All.GroupBy(row => row.DefinitionId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var running = await (
            from election in db.Elections
            where election.Status == "Running" || election.Status == "Faulted"
            join row in db.Procedures on election.Procedure equals row.Id
            group election by row.DefinitionId into elections
            select new { elections.Key, Count = elections.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new ProcedureLines(latest.ConvertAll(row => new ProcedureLine(
            row,
            published.TryGetValue(row.DefinitionId, out var version) ? version : null,
            versions.GetValueOrDefault(row.DefinitionId),
            running.GetValueOrDefault(row.DefinitionId))));
    }
}

/// <summary>What is wrong with the latest version of a procedure, before anybody publishes it.</summary>
[AllowedTo(Roles.Designer)]
public sealed record CheckProcedure(string DefinitionId) : IQuery<Findings>;

public sealed record Findings(IReadOnlyList<Finding> All);

public sealed class CheckProcedureHandler(ProcedureShelf shelf, DiagramCheck check) : IRequestHandler<CheckProcedure, Result<Findings>>
{
    public async Task<Result<Findings>> Handle(CheckProcedure request, CancellationToken cancellationToken) =>
        await shelf.LatestAsync(request.DefinitionId, cancellationToken) is { } row
            ? new Findings(await check.FindAsync(await shelf.DocumentAsync(row.Id, cancellationToken), cancellationToken))
            : ProcedureRefusals.Unknown(request.DefinitionId);
}
