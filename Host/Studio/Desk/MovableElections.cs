using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Studio.Desk;

/// <summary>The running elections of a procedure that are not on its published version, and which of them could move to it.</summary>
[AllowedTo(Roles.Designer)]
public sealed record FindMovableElections(string DefinitionId) : IQuery<MovableElections>;

/// <param name="Target">The published version; null when none is published and nothing can move.</param>
/// <param name="There">How many elections run on it already.</param>
public sealed record MovableElections(ProcedureRow? Target, int There, IReadOnlyList<MovableElection> Elections);

/// <param name="Version">Number of the version that it runs on.</param>
/// <param name="Refusal">Why it cannot move; null when it can.</param>
public sealed record MovableElection(ElectionRow Election, int Version, Refusal? Refusal);

public sealed class FindMovableElectionsHandler(GongtuiDb db, ProcedureShelf shelf, GraphCatalog graphs, ElectionDesk desk)
    : IRequestHandler<FindMovableElections, Result<MovableElections>>
{
    private const int Most = 200;

    public async Task<Result<MovableElections>> Handle(FindMovableElections request, CancellationToken cancellationToken)
    {
        if (await shelf.LatestAsync(request.DefinitionId, cancellationToken) is null) return ProcedureRefusals.Unknown(request.DefinitionId);
        var running = await (
            from election in db.Elections.AsNoTracking()
            where election.Status == "Running" || election.Status == "Faulted"
            join row in db.Procedures on election.Procedure equals row.Id
            where row.DefinitionId == request.DefinitionId
            orderby election.StartedAt
            select new { Election = election, row.Version }).Take(Most).ToListAsync(cancellationToken);

        var target = await shelf.PublishedAsync(request.DefinitionId, cancellationToken);
        var graph = target is null ? null : graphs.Version(target.Id);
        var elsewhere = new List<MovableElection>();
        foreach (var one in running.Where(one => one.Election.Procedure != target?.Id))
            elsewhere.Add(new(one.Election, one.Version, await WhyNotAsync(one.Election.Instance, graph, cancellationToken)));
        return new MovableElections(target, running.Count - elsewhere.Count, elsewhere);
    }

    private async Task<Refusal?> WhyNotAsync(string instance, WorkflowGraph? target, CancellationToken cancellationToken)
    {
        if (target is null) return MoveRefusals.NothingPublished;
        if (await desk.FindAsync(instance, cancellationToken) is not { } state) return KernelRefusals.UnknownElection(instance);
        return Migration.Refuse(state, target) is { } refusal ? MoveRefusals.InWords(refusal) : null;
    }
}

/// <summary>Moves a running election to the published version of its procedure. What is done stays done; what waits goes on waiting at the same step of the new diagram.</summary>
[AllowedTo(Roles.Designer)]
public sealed record MoveElection(string DefinitionId, string Instance) : ICommand<Done>;

public sealed class MoveElectionHandler(ProcedureShelf shelf, GraphCatalog graphs, ElectionDesk desk) : IRequestHandler<MoveElection, Result<Done>>
{
    public async Task<Result<Done>> Handle(MoveElection request, CancellationToken cancellationToken)
    {
        var target = await shelf.PublishedAsync(request.DefinitionId, cancellationToken);
        if (target is null || graphs.Version(target.Id) is not { } graph) return MoveRefusals.NothingPublished;
        if (await desk.FindAsync(request.Instance, cancellationToken) is not { } state) return KernelRefusals.UnknownElection(request.Instance);
        if (Migration.Refuse(state, graph) is { } refusal) return MoveRefusals.InWords(refusal);
        var sent = await desk.SendAsync((now, by) => new MigrateCommand(request.Instance, graph) { Now = now, By = by }, cancellationToken);
        return sent.Accepted ? Done.Instance : sent.Refusal;
    }
}
