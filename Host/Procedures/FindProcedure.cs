using System.Globalization;
using System.Text.Json.Nodes;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures;

/// <summary>A version with its text.</summary>
public sealed record FoundProcedure(ProcedureRow Row, JsonObject Document);

/// <summary>A version by its own id, deleted ones included: elections that ran on it are still looked at.</summary>
[AllowedTo(Roles.Designer, Roles.Admin, Roles.Auditor, Roles.Staff)]
public sealed record FindProcedureVersion(string Id) : IQuery<FoundProcedure>;

public sealed class FindProcedureVersionHandler(ProcedureShelf shelf) : IRequestHandler<FindProcedureVersion, Result<FoundProcedure>>
{
    public async Task<Result<FoundProcedure>> Handle(FindProcedureVersion request, CancellationToken cancellationToken) =>
        await shelf.VersionAsync(request.Id, cancellationToken) is { } row
            ? new FoundProcedure(row, await shelf.DocumentAsync(row.Id, cancellationToken))
            : ProcedureRefusals.Unknown(request.Id);
}

/// <summary>The version of a procedure that fits an option.</summary>
[AllowedTo(Roles.Designer, Roles.Admin, Roles.Auditor, Roles.Staff)]
public sealed record FindProcedure(string DefinitionId, VersionChoice Version) : IQuery<FoundProcedure>;

public sealed class FindProcedureHandler(ProcedureShelf shelf) : IRequestHandler<FindProcedure, Result<FoundProcedure>>
{
    public async Task<Result<FoundProcedure>> Handle(FindProcedure request, CancellationToken cancellationToken)
    {
        var row = await request.Version.In(shelf.All.AsNoTracking().Where(row => row.DefinitionId == request.DefinitionId))
            .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        return row is null ? ProcedureRefusals.Unknown(request.DefinitionId) : new FoundProcedure(row, await shelf.DocumentAsync(row.Id, cancellationToken));
    }
}

/// <summary>Which versions are meant, in Elsa's words: Latest, Published, LatestOrPublished, LatestAndPublished, Draft, AllVersions, or a number.</summary>
public sealed record VersionChoice(string? Text)
{
    public static VersionChoice Latest { get; } = new("Latest");

    public IQueryable<ProcedureRow> In(IQueryable<ProcedureRow> rows) => Text switch
    {
        null or "" or "AllVersions" => rows,
        "Latest" => rows.Where(row => row.IsLatest),
        "Published" => rows.Where(row => row.IsPublished),
        "LatestOrPublished" => rows.Where(row => row.IsLatest || row.IsPublished),
        "LatestAndPublished" => rows.Where(row => row.IsLatest && row.IsPublished),
        "Draft" => rows.Where(row => row.IsLatest && !row.IsPublished),
        _ when int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => rows.Where(row => row.Version == number),
        _ => rows.Where(_ => false),
    };
}
