using System.Text.Json.Nodes;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures.Texts;
using MediatR;

namespace Gongtui.Host.Procedures;

/// <summary>Brings a definition in from a file, as a draft. Where its procedure exists it becomes the next version: no draft is written over.</summary>
/// <param name="Model">Elsa's definition model. Taken over.</param>
/// <param name="DefinitionId">The procedure that it belongs to; null: what the file says, else a new one.</param>
[AllowedTo(Roles.Designer)]
public sealed record ImportProcedure(JsonObject Model, string? DefinitionId = null) : ICommand<SaveAnswer>;

public sealed class ImportProcedureHandler(ProcedureShelf shelf, DefinitionCleaner cleaner, CallerAccessor callers)
    : IRequestHandler<ImportProcedure, Result<SaveAnswer>>
{
    public async Task<Result<SaveAnswer>> Handle(ImportProcedure request, CancellationToken cancellationToken)
    {
        if (request.Model["root"] is not JsonObject) return ProcedureRefusals.NotADefinition("$.root");
        (request.Model["customProperties"] as JsonObject)?.Remove(DefinitionModel.RevisionProperty);
        var cleaned = cleaner.Clean(request.Model, ProcedureShelf.NewId);
        if (cleaned.Faults.Count > 0) return new SaveAnswer.Faulty(DiagramCheck.InWords(cleaned.Document, cleaned.Faults));
        var document = cleaned.Document;
        var definitionId = request.DefinitionId ?? document.Text("definitionId") ?? ProcedureShelf.NewId();
        if (!ProcedureShelf.IsId(definitionId)) return ProcedureRefusals.NoId(definitionId);
        return await shelf.OnceMoreAsync<Result<SaveAnswer>>(async () =>
        {
            if (await shelf.LatestAsync(definitionId, cancellationToken) is { } latest
                && await shelf.DocumentAsync(latest.Id, cancellationToken) is var stored && ProcedureShelf.SaysTheSame(stored, document))
                return new SaveAnswer.Saved(latest, stored, latest.IsPublished, []);
            var row = await shelf.AddAsync(definitionId, document, callers.Current.Id, null, cancellationToken, document.Text("id"));
            await shelf.SaveAsync(cancellationToken);
            return new SaveAnswer.Saved(row, document, false, []);
        });
    }
}
