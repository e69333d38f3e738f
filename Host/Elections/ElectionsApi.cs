using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Elections;

/// <summary>Elections for programs: the same requests as the pages send.</summary>
public static class ElectionsApi
{
    public static void MapElections(this WebApplication app)
    {
        var api = app.MapGroup("/api/elections").WithTags("Elections");
        api.MapGet("", async (int? take, string? before, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ListElections(take ?? 20, before), context.RequestAborted))
            .ToHttp(context, part => new ElectionLines(part.Elections.Select(ElectionLine.Of).ToList(), part.Next)))
            .WithSummary("Elections of the caller's units, newest first");
        api.MapPost("", StartAsync).WithSummary("Starts an election; repeating it with the same id does not start a second");
        api.MapGet("/{instance}", async (string instance, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new FindElection(instance), context.RequestAborted)).ToHttp(context, ElectionAnswer.Of))
            .WithSummary("An election with where it stands");
        api.MapPost("/{instance}/cancel", async (string instance, CancelBody body, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new CancelElection(instance, body.Reason), context.RequestAborted)).ToHttp(context))
            .WithSummary("Ends a running election for good");
        api.MapPost("/{instance}/incidents/{incident:int}/retry", async (string instance, int incident, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new DealWithIncident(instance, incident, null, null), context.RequestAborted)).ToHttp(context))
            .WithSummary("Tries a failed step again");
        api.MapPost("/{instance}/incidents/{incident:int}/skip", async (string instance, int incident, SkipBody body, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new DealWithIncident(instance, incident, body.Outcome ?? "Done", body.Reason), context.RequestAborted)).ToHttp(context))
            .WithSummary("Leaves a failed step by an outcome, with a reason");
    }

    private static async Task<IResult> StartAsync(StartBody body, IMediator mediator, HttpContext context)
    {
        var started = await mediator.Send(new StartElection(body.Unit, body.Procedure, body.Title, body.Id, body.From), context.RequestAborted);
        return started.Accepted ? Results.Created($"/api/elections/{started.Value.Instance}", started.Value) : started.ToHttp(context);
    }

    private sealed record StartBody(string Unit, string Procedure, string Title, string? Id = null, string? From = null);

    private sealed record CancelBody(string? Reason);

    private sealed record SkipBody(string? Outcome, string? Reason);
}
