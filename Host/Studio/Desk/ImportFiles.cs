using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;
using MediatR;

namespace Gongtui.Host.Studio.Desk;

/// <summary>Brings procedures in from uploaded files (definitions, or archives of them), each as a draft. The first that cannot be taken stops the rest.</summary>
[AllowedTo(Roles.Designer)]
public sealed record ImportFiles(IReadOnlyList<IFormFile> Files) : ICommand<ImportedFiles>;

/// <param name="Names">Procedures that came in, by name.</param>
/// <param name="Faults">Why the last one did not; empty when all came in.</param>
public sealed record ImportedFiles(IReadOnlyList<string> Names, IReadOnlyList<Finding> Faults);

public sealed class ImportFilesHandler(IMediator mediator) : IRequestHandler<ImportFiles, Result<ImportedFiles>>
{
    public async Task<Result<ImportedFiles>> Handle(ImportFiles request, CancellationToken cancellationToken)
    {
        if (request.Files.Count == 0) return ProcedureRefusals.NotADefinition();
        var names = new List<string>();
        try
        {
            foreach (var file in request.Files)
            {
                await foreach (var (name, text) in ProcedureFiles.UnpackAsync(file, cancellationToken))
                {
                    if (text is null) return ProcedureRefusals.NotADefinition(name);
                    var imported = await mediator.Send(new ImportProcedure(text), cancellationToken);
                    if (!imported.Accepted) return imported.Refusal;
                    if (imported.Value is SaveAnswer.Faulty faulty) return new ImportedFiles(names, faulty.Findings);
                    if (imported.Value is SaveAnswer.Saved saved) names.Add(saved.Row.Name);
                }
            }
        }
        catch (InvalidDataException)
        {
            return ProcedureRefusals.NotADefinition("ZIP");
        }

        return names.Count > 0 ? new ImportedFiles(names, []) : ProcedureRefusals.NotADefinition();
    }
}
