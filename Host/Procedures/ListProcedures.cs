using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures;

/// <summary>Versions by filter, without their texts.</summary>
/// <param name="DefinitionIds">Only of these procedures; empty for all.</param>
/// <param name="Ids">Only these versions, deleted ones included; empty for all.</param>
/// <param name="Search">Part of a name, a description or an id.</param>
/// <param name="OrderBy">Name, Version or Created.</param>
/// <param name="Take">At most this many; null for all.</param>
[AllowedTo(Roles.Designer, Roles.Admin, Roles.Auditor, Roles.Staff)]
public sealed record ListProcedures(
    VersionChoice Version, IReadOnlyList<string> DefinitionIds, IReadOnlyList<string> Ids, string? Search = null,
    string OrderBy = "Name", bool Descending = false, int Skip = 0, int? Take = null) : IQuery<ProcedureList>;

/// <summary>A page of versions.</summary>
/// <param name="Total">How many there are on all pages.</param>
public sealed record ProcedureList(IReadOnlyList<ProcedureRow> Rows, int Total);

public sealed class ListProceduresHandler(GongtuiDb db, ProcedureShelf shelf) : IRequestHandler<ListProcedures, Result<ProcedureList>>
{
    public async Task<Result<ProcedureList>> Handle(ListProcedures request, CancellationToken cancellationToken)
    {
        var rows = request.Ids.Count > 0 ? db.Procedures.Where(row => request.Ids.Contains(row.Id)) : shelf.All;
        rows = request.Version.In(rows.AsNoTracking());
        if (request.DefinitionIds.Count > 0) rows = rows.Where(row => request.DefinitionIds.Contains(row.DefinitionId));
        if (request.Search?.Trim() is { Length: > 0 } text)
        {
            var like = $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
            rows = rows.Where(row => EF.Functions.Like(row.Name, like, @"\") || EF.Functions.Like(row.Description!, like, @"\") || row.DefinitionId == text || row.Id == text);
        }

        var total = request.Take is null ? 0 : await rows.CountAsync(cancellationToken);
        rows = Ordered(rows, request.OrderBy, request.Descending).Skip(request.Skip);
        if (request.Take is { } take) rows = rows.Take(take);
        var page = await rows.ToListAsync(cancellationToken);
        return new ProcedureList(page, request.Take is null ? page.Count : total);
    }

    private static IQueryable<ProcedureRow> Ordered(IQueryable<ProcedureRow> rows, string by, bool descending) => (by, descending) switch
    {
        ("Version", false) => rows.OrderBy(row => row.Version).ThenBy(row => row.Name),
        ("Version", true) => rows.OrderByDescending(row => row.Version).ThenBy(row => row.Name),
        ("Created", false) => rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Name),
        ("Created", true) => rows.OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Name),
        (_, true) => rows.OrderByDescending(row => row.Name).ThenBy(row => row.Version),
        _ => rows.OrderBy(row => row.Name).ThenBy(row => row.Version),
    };
}

/// <summary>Whether no other procedure has a name.</summary>
/// <param name="DefinitionId">The procedure that is to have it; null for a new one.</param>
[AllowedTo(Roles.Designer)]
public sealed record NameIsFree(string Name, string? DefinitionId) : IQuery<Freedom>;

public sealed record Freedom(bool IsFree);

public sealed class NameIsFreeHandler(ProcedureShelf shelf) : IRequestHandler<NameIsFree, Result<Freedom>>
{
    public async Task<Result<Freedom>> Handle(NameIsFree request, CancellationToken cancellationToken) =>
        new Freedom(!await shelf.All.AnyAsync(row => row.IsLatest && row.Name == request.Name && row.DefinitionId != request.DefinitionId, cancellationToken));
}
