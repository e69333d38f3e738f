using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures;

/// <summary>Deletes a procedure with all its versions, unless an election runs on one of them.</summary>
[AllowedTo(Roles.Designer)]
public sealed record DeleteProcedure(string DefinitionId) : ICommand<Done>;

public sealed class DeleteProcedureHandler(ProcedureShelf shelf) : IRequestHandler<DeleteProcedure, Result<Done>>
{
    public Task<Result<Done>> Handle(DeleteProcedure request, CancellationToken cancellationToken) =>
        shelf.OnceMoreAsync<Result<Done>>(async () =>
        {
            var versions = await shelf.All.Where(row => row.DefinitionId == request.DefinitionId).OrderBy(row => row.Version).ToListAsync(cancellationToken);
            if (versions.Count == 0) return ProcedureRefusals.Unknown(request.DefinitionId);
            if (await shelf.RunningAsync(request.DefinitionId, null, cancellationToken) is > 0 and var running) return ProcedureRefusals.InUse(running);
            foreach (var row in versions)
            {
                row.IsLatest = false;
                await shelf.RemoveAsync(row, cancellationToken);
            }

            await shelf.SaveAsync(cancellationToken);
            return Done.Instance;
        });
}

/// <summary>Deletes one version, unless an election runs on it. The newest of the others becomes the latest.</summary>
[AllowedTo(Roles.Designer)]
public sealed record DeleteProcedureVersion(string Id) : ICommand<Done>;

public sealed class DeleteProcedureVersionHandler(ProcedureShelf shelf) : IRequestHandler<DeleteProcedureVersion, Result<Done>>
{
    public Task<Result<Done>> Handle(DeleteProcedureVersion request, CancellationToken cancellationToken) =>
        shelf.OnceMoreAsync<Result<Done>>(async () =>
        {
            if (await shelf.VersionAsync(request.Id, cancellationToken) is not { DeletedAt: null } row) return ProcedureRefusals.Unknown(request.Id);
            if (await shelf.RunningAsync(row.DefinitionId, row.Id, cancellationToken) is > 0 and var running) return ProcedureRefusals.InUse(running);
            await shelf.RemoveAsync(row, cancellationToken);
            await shelf.SaveAsync(cancellationToken);
            return Done.Instance;
        });
}
