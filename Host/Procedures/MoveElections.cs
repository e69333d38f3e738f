using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures;

/// <summary>The running elections of a procedure that are not on its published version, and whether they could move to it.</summary>
[AllowedTo(Roles.Designer, Roles.Admin)]
public sealed record MovableElections(string DefinitionId) : IQuery<Movable>;

/// <summary>The published version, and the elections on others.</summary>
public sealed record Movable(ProcedureRow Published, IReadOnlyList<MovableElection> Elections);

/// <param name="Version">Number of the version that it runs.</param>
/// <param name="Why">Why it cannot move as it stands now; null when it can.</param>
public sealed record MovableElection(ElectionRow Row, int Version, Activities.Elections.Refusal? Why);

public sealed class MovableElectionsHandler(GongtuiDb db, ProcedureShelf shelf, GraphCatalog graphs, ElectionDesk desk, CallerAccessor callers)
    : IRequestHandler<MovableElections, Result<Movable>>
{
    private const int Most = 500;

    public async Task<Result<Movable>> Handle(MovableElections request, CancellationToken cancellationToken)
    {
        if (await shelf.PublishedAsync(request.DefinitionId, cancellationToken) is not { } published || graphs.Version(published.Id) is not { } target)
            return ProcedureRefusals.NotPublished(request.DefinitionId);
        var running = await (
            from election in db.Elections.AsNoTracking()
            where election.EndedAt == null && election.Procedure != published.Id
            join version in db.Procedures on election.Procedure equals version.Id
            where version.DefinitionId == request.DefinitionId
            orderby election.StartedAt
            select new { election, version.Version }).Take(Most).ToListAsync(cancellationToken);
        var elections = new List<MovableElection>();
        foreach (var one in running.Where(one => MoveElection.MayBy(callers.Current, one.election)))
        {
            var state = await desk.FindAsync(one.election.Instance, cancellationToken);
            var why = state is null ? KernelRefusals.UnknownElection(one.election.Instance)
                : Migration.Refuse(state, target) is { } refusal ? ProcedureRefusals.CannotMove(refusal) : null;
            elections.Add(new(one.election, one.Version, why));
        }

        return new Movable(published, elections);
    }
}

/// <summary>Moves a running election to the published version of its procedure. What is completed is not done again, what waits goes on waiting.</summary>
[AllowedTo(Roles.Designer, Roles.Admin)]
public sealed record MoveElection(string Instance) : ICommand<Done>
{
    /// <summary>Designers move the elections of units that they design for; a run without a unit is theirs.</summary>
    public static bool MayBy(Caller caller, ElectionRow row) =>
        row.Unit.Length == 0 || caller.HasIn(row.Unit, Roles.Designer) || caller.HasIn(row.Unit, Roles.Admin);
}

public sealed class MoveElectionHandler(GongtuiDb db, ProcedureShelf shelf, GraphCatalog graphs, ElectionDesk desk, CallerAccessor callers)
    : IRequestHandler<MoveElection, Result<Done>>
{
    public async Task<Result<Done>> Handle(MoveElection request, CancellationToken cancellationToken)
    {
        var row = await db.Elections.AsNoTracking().FirstOrDefaultAsync(election => election.Instance == request.Instance, cancellationToken);
        if (row is null || !MoveElection.MayBy(callers.Current, row)) return KernelRefusals.UnknownElection(request.Instance);
        var version = await shelf.VersionAsync(row.Procedure, cancellationToken);
        if (version is null || await shelf.PublishedAsync(version.DefinitionId, cancellationToken) is not { } published) return ProcedureRefusals.NotPublished(row.Procedure);
        WorkflowGraph target = graphs.Version(published.Id)!;
        // Asked before in our words; the single writer asks again.
        if (await desk.FindAsync(request.Instance, cancellationToken) is { } state && Migration.Refuse(state, target) is { } refusal) return ProcedureRefusals.CannotMove(refusal);
        var sent = await desk.SendAsync((now, by) => new MigrateCommand(request.Instance, target) { Now = now, By = by }, cancellationToken);
        return sent.Accepted ? Done.Instance : sent.Refusal;
    }
}
