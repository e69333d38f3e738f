using System.Text;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures;

/// <summary>The procedures inside which a section runs, in their latest or their published version.</summary>
[AllowedTo(Roles.Designer, Roles.Admin, Roles.Auditor, Roles.Staff)]
public sealed record FindConsumers(string DefinitionId) : IQuery<Consumers>;

public sealed record Consumers(IReadOnlyList<string> DefinitionIds);

public sealed class FindConsumersHandler(GongtuiDb db, ProcedureShelf shelf) : IRequestHandler<FindConsumers, Result<Consumers>>
{
    public async Task<Result<Consumers>> Handle(FindConsumers request, CancellationToken cancellationToken)
    {
        // Stored texts have one spelling, so the reference can be looked for without reading the diagrams.
        var reference = Encoding.UTF8.GetBytes($"\"workflowDefinitionId\":{System.Text.Json.JsonSerializer.Serialize(request.DefinitionId, Texts.DefinitionJson.Options)}");
        var texts = from row in shelf.All.AsNoTracking()
                    where row.IsLatest || row.IsPublished
                    join text in db.ProcedureTexts on row.Id equals text.Id
                    select new { row.DefinitionId, text.Json };
        var found = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (text.Json.AsSpan().IndexOf(reference) >= 0) found.Add(text.DefinitionId);
        return new Consumers([.. found]);
    }
}
