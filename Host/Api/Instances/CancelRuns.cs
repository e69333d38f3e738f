using Gongtui.Engine.Execution;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Api.Instances;

/// <summary>Ends a run from the editor. An election is ended by a designer who may end it on its own page, too; a run without a unit by any.</summary>
[AllowedTo(Roles.Designer)]
public sealed record CancelRun(string Instance) : ICommand<Done>;

internal sealed class CancelRunHandler(GongtuiDb db, ElectionDesk desk, CallerAccessor callers) : IRequestHandler<CancelRun, Result<Done>>
{
    private const string Reason = "设计器 / designer";

    public async Task<Result<Done>> Handle(CancelRun request, CancellationToken cancellationToken)
    {
        if (await db.Elections.AsNoTracking().FirstOrDefaultAsync(row => row.Instance == request.Instance, cancellationToken) is not { } row)
            return KernelRefusals.UnknownElection(request.Instance);
        var me = callers.Current;
        var may = row.Unit.Length == 0 ? me.Has(Roles.Designer) : me.HasIn(row.Unit, Roles.Staff) || me.HasIn(row.Unit, Roles.Superior);
        if (!may) return Refusals.Forbidden([Roles.Staff, Roles.Superior]);
        var sent = await desk.SendAsync((now, by) => new CancelCommand(request.Instance, Reason) { Now = now, By = by }, cancellationToken);
        return sent.Accepted ? Done.Instance : sent.Refusal;
    }
}

/// <summary>Ends every running one of these runs that the caller may end.</summary>
/// <param name="Ids">These runs; empty for all of a version or a procedure.</param>
[AllowedTo(Roles.Designer)]
public sealed record CancelRuns(IReadOnlyList<string> Ids, string? Version, string? DefinitionId) : ICommand<Cancelled>;

/// <summary>How many were ended.</summary>
public sealed record Cancelled(int Count);

internal sealed class CancelRunsHandler(GongtuiDb db, CallerAccessor callers, IMediator mediator) : IRequestHandler<CancelRuns, Result<Cancelled>>
{
    public async Task<Result<Cancelled>> Handle(CancelRuns request, CancellationToken cancellationToken)
    {
        if (request is { Ids.Count: 0, Version: null or "", DefinitionId: null or "" }) return new Cancelled(0);
        var rows = InstanceDoor.Visible(db.Elections.AsNoTracking(), callers.Current).Where(row => row.EndedAt == null);
        if (request.Ids.Count > 0) rows = rows.Where(row => request.Ids.Contains(row.Instance));
        if (request.Version is { Length: > 0 } version) rows = rows.Where(row => row.Procedure == version);
        if (request.DefinitionId is { Length: > 0 } definition) rows = rows.Where(row => db.Procedures.Any(one => one.Id == row.Procedure && one.DefinitionId == definition));
        var (count, refusal) = (0, default(Activities.Elections.Refusal));
        foreach (var instance in await rows.Select(row => row.Instance).ToListAsync(cancellationToken))
        {
            var result = await mediator.Send(new CancelRun(instance), cancellationToken);
            if (result.Accepted) count++;
            else refusal ??= result.Refusal;
        }

        return count == 0 && refusal is not null ? refusal : new Cancelled(count);
    }
}
