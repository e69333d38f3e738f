using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Procedures;

/// <summary>Publishes the latest version of a procedure.</summary>
[AllowedTo(Roles.Designer)]
public sealed record PublishProcedure(string DefinitionId) : ICommand<SaveAnswer>;

public sealed class PublishProcedureHandler(ProcedureShelf shelf, Publication publication) : IRequestHandler<PublishProcedure, Result<SaveAnswer>>
{
    public Task<Result<SaveAnswer>> Handle(PublishProcedure request, CancellationToken cancellationToken) =>
        shelf.OnceMoreAsync<Result<SaveAnswer>>(async () =>
        {
            if (await shelf.LatestAsync(request.DefinitionId, cancellationToken) is not { } row) return ProcedureRefusals.Unknown(request.DefinitionId);
            var document = await shelf.DocumentAsync(row.Id, cancellationToken);
            var published = await publication.PublishAsync(row, document, cancellationToken);
            return published.Blocked
                ? new SaveAnswer.Faulty(published.Findings, Kept: true)
                : new SaveAnswer.Saved(row, document, published.Already, published.Findings);
        });
}

/// <summary>Takes a procedure back: nothing new starts with it, what runs goes on.</summary>
[AllowedTo(Roles.Designer)]
public sealed record RetractProcedure(string DefinitionId) : ICommand<FoundProcedure>;

public sealed class RetractProcedureHandler(ProcedureShelf shelf) : IRequestHandler<RetractProcedure, Result<FoundProcedure>>
{
    public Task<Result<FoundProcedure>> Handle(RetractProcedure request, CancellationToken cancellationToken) =>
        shelf.OnceMoreAsync<Result<FoundProcedure>>(async () =>
        {
            if (await shelf.PublishedAsync(request.DefinitionId, cancellationToken) is not { } row)
            {
                return await shelf.LatestAsync(request.DefinitionId, cancellationToken) is null
                    ? ProcedureRefusals.Unknown(request.DefinitionId)
                    : ProcedureRefusals.NotPublished(request.DefinitionId);
            }

            row.IsPublished = false;
            row.Revision++;
            await shelf.SaveAsync(cancellationToken);
            return new FoundProcedure(row, await shelf.DocumentAsync(row.Id, cancellationToken));
        });
}

/// <summary>Makes an earlier version the latest again, as a new draft; everything in between stays in the history.</summary>
[AllowedTo(Roles.Designer)]
public sealed record RevertProcedure(string DefinitionId, int Version) : ICommand<FoundProcedure>;

public sealed class RevertProcedureHandler(ProcedureShelf shelf, CallerAccessor callers) : IRequestHandler<RevertProcedure, Result<FoundProcedure>>
{
    public Task<Result<FoundProcedure>> Handle(RevertProcedure request, CancellationToken cancellationToken) =>
        shelf.OnceMoreAsync<Result<FoundProcedure>>(async () =>
        {
            var source = shelf.All.FirstOrDefault(row => row.DefinitionId == request.DefinitionId && row.Version == request.Version);
            if (source is null) return ProcedureRefusals.Unknown($"{request.DefinitionId} {request.Version}");
            var document = await shelf.DocumentAsync(source.Id, cancellationToken);
            var row = await shelf.AddAsync(request.DefinitionId, document, callers.Current.Id, source.CopyOf, cancellationToken);
            await shelf.SaveAsync(cancellationToken);
            return new FoundProcedure(row, document);
        });
}
