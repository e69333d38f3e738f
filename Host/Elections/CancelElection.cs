using Gongtui.Activities.Elections;
using Gongtui.Engine.Execution;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Elections;

/// <summary>终止选举: ends a running election for good; its record stays.</summary>
[AllowedTo(Roles.Staff, Roles.Superior)]
public sealed record CancelElection(string Instance, string? Reason) : ICommand<Done>, IChecked
{
    public Refusal? Check() => FormRules.Filled(Reason, "reason", new("终止的理由", "reason for cancelling"), 2000);
}

public sealed class CancelElectionHandler(ElectionBook book, ElectionDesk desk) : IRequestHandler<CancelElection, Result<Done>>
{
    public async Task<Result<Done>> Handle(CancelElection request, CancellationToken cancellationToken)
    {
        var found = await book.FindAsync(request.Instance, cancellationToken, Roles.Staff, Roles.Superior);
        if (!found.Accepted) return found.Refusal;
        var sent = await desk.SendAsync((now, by) => new CancelCommand(request.Instance, request.Reason) { Now = now, By = by }, cancellationToken);
        return sent.Accepted ? Done.Instance : sent.Refusal;
    }
}
