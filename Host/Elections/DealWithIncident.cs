using Gongtui.Activities.Elections;
using Gongtui.Engine.Execution;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Elections;

/// <summary>Deals with a failure: tries the step again, or leaves it with an outcome and a reason for the record.</summary>
/// <param name="Instance">The election.</param>
/// <param name="Incident">Number of the failure.</param>
/// <param name="Outcome">Outcome with which the step is left; null tries it again.</param>
/// <param name="Reason">Why it is left.</param>
[AllowedTo(Roles.Staff, Roles.Designer)]
public sealed record DealWithIncident(string Instance, int Incident, string? Outcome, string? Reason) : ICommand<Done>, IChecked
{
    public Refusal? Check() => Outcome is null ? null : FormRules.Filled(Reason, "reason", new("跳过的理由", "reason for skipping"), 2000);
}

public sealed class DealWithIncidentHandler(ElectionBook book, ElectionDesk desk) : IRequestHandler<DealWithIncident, Result<Done>>
{
    public async Task<Result<Done>> Handle(DealWithIncident request, CancellationToken cancellationToken)
    {
        var found = await book.FindAsync(request.Instance, cancellationToken, Roles.Staff, Roles.Designer);
        if (!found.Accepted) return found.Refusal;
        var sent = await desk.SendAsync(
            (now, by) => request.Outcome is { } outcome
                ? new SkipCommand(request.Instance, request.Incident, outcome, request.Reason) { Now = now, By = by }
                : new RetryCommand(request.Instance, request.Incident) { Now = now, By = by },
            cancellationToken);
        return sent.Accepted ? Done.Instance : sent.Refusal;
    }
}
