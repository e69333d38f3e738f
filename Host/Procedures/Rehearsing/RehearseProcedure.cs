using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;

namespace Gongtui.Host.Procedures.Rehearsing;

/// <summary>Runs the latest version of a procedure, draft or not, with invented people.</summary>
[AllowedTo(Roles.Designer)]
public sealed record RehearseProcedure(string DefinitionId) : IQuery<RehearsedProcedure>;

/// <param name="Rehearsed">Null when there is nothing to rehearse: a section, or a procedure of another policy.</param>
public sealed record RehearsedProcedure(ProcedureRow Row, Rehearsed? Rehearsed, IReadOnlyDictionary<string, Activities.Text> Names);

public sealed class RehearseProcedureHandler(ProcedureShelf shelf, GraphCatalog graphs, Rehearsals rehearsals) : IRequestHandler<RehearseProcedure, Result<RehearsedProcedure>>
{
    public async Task<Result<RehearsedProcedure>> Handle(RehearseProcedure request, CancellationToken cancellationToken)
    {
        if (await shelf.LatestAsync(request.DefinitionId, cancellationToken) is not { } row) return ProcedureRefusals.Unknown(request.DefinitionId);
        if (graphs.Version(row.Id) is not { Faults.Count: 0 } graph || !Rehearsals.Concerns(graph))
            return new RehearsedProcedure(row, null, new Dictionary<string, Activities.Text>());
        var names = Elections.Diagrams.DiagramModel.Of(graph).Everything().SelectMany(part => part.Nodes)
            .ToDictionary(node => node.Id, node => Elections.StepNames.Of(node.Type, node.Label), StringComparer.Ordinal);
        return new RehearsedProcedure(row, await rehearsals.RunAsync(graph, cancellationToken), names);
    }
}
