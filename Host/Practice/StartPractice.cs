using Gongtui.Engine.Definitions;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;
using MediatR;

namespace Gongtui.Host.Practice;

/// <summary>Starts a rehearsal of the latest version of a procedure, draft or not, with invented people.</summary>
[AllowedTo(Roles.Designer, Roles.Staff)]
public sealed record StartPractice(string DefinitionId) : ICommand<StartedPractice>;

/// <param name="Path">Where its election stands.</param>
public sealed record StartedPractice(string Id, string Path);

internal sealed class StartPracticeHandler(ProcedureShelf shelf, GraphCatalog graphs, PracticeHall hall, CallerAccessor callers) : IRequestHandler<StartPractice, Result<StartedPractice>>
{
    public async Task<Result<StartedPractice>> Handle(StartPractice request, CancellationToken cancellationToken)
    {
        if (await shelf.LatestAsync(request.DefinitionId, cancellationToken) is not { } row) return ProcedureRefusals.Unknown(request.DefinitionId);
        if (row.RunsInside || graphs.Version(row.Id) is not { Faults.Count: 0 } graph || !graph.Nodes.Any(node => node.Activity.Type == "Gongtui.DraftPlan")) return PracticeRefusals.NotRunnable;
        var started = await hall.StartAsync(callers.Current.Id, row, graph, cancellationToken);
        return started.Accepted ? new StartedPractice(started.Value.Id, $"{PracticeDoor.Prefix}/{started.Value.Id}/elections/{started.Value.Instance}") : started.Refusal;
    }
}
