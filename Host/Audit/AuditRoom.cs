using System.Text;
using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Audit.Theatre;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Shell;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongtui.Host.Audit;

/// <summary>Looking back: registrations, the fragment behind the slider, and the API.</summary>
public static class AuditRoom
{
    public static void AddAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AuditHorizon>();
        builder.Services.AddScoped<AuditDoor>();
        builder.Services.AddSingleton<OfficeKey>();
        builder.Services.AddScoped<Verifying.Recount>();
        builder.AddCheckpoints();
    }

    public static void MapAudit(this WebApplication app)
    {
        app.MapCheckpoints();
        app.MapGet("/audit/{instance}/as-of", async (string instance, long at, IMediator mediator, HttpContext context) =>
            await mediator.Send(new SeekAudit(instance, at), context.RequestAborted) is { Accepted: true, Value: var asOf }
                ? (IResult)new RazorComponentResult<AsOfPart>(new { AsOf = asOf })
                : Results.NotFound()).ExcludeFromDescription();

        app.MapGet("/audit/{instance}/frames", async (string instance, long from, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ReadFrames(instance, from), context.RequestAborted)).ToHttp(context)).ExcludeFromDescription();
        app.MapGet("/audit/{instance}/marks", async (string instance, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ReadMarks(instance), context.RequestAborted)).ToHttp(context)).ExcludeFromDescription();
        app.MapGet("/audit/{instance}/picture", async (string instance, long at, IMediator mediator, HttpContext context) =>
            await mediator.Send(new SeekAudit(instance, at), context.RequestAborted) is { Accepted: true, Value: var asOf }
                ? (IResult)new RazorComponentResult<Elections.Diagrams.Diagram>(new { Model = Elections.Diagrams.DiagramModel.Of(asOf.State.Graph) })
                : Results.NotFound()).ExcludeFromDescription();

        app.MapGet("/api/elections/{instance}/dossier", ExportAsync).WithTags("Audit")
            .WithSummary("Everything that is needed to check the election without us, in one zip");
        var api = app.MapGroup("/api/elections/{instance}/journal").WithTags("Audit");
        api.MapGet("", DownloadAsync).WithSummary("The journal as stored, one JSON object a line (NDJSON)");
        api.MapGet("/verify", async (string instance, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new VerifyJournal(instance), context.RequestAborted)).ToHttp(context, VerificationAnswer.Of))
            .WithSummary("Recomputes chain and fold; names the first entry that fails");
        api.MapGet("/{at:long}", async (string instance, long at, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new SeekAudit(instance, at), context.RequestAborted)).ToHttp(context, AsOfAnswer.Of))
            .WithSummary("The election as of one entry");
    }

    private static async Task<IResult> ExportAsync(string instance, IMediator mediator, HttpContext context)
    {
        var result = await mediator.Send(new ExportDossier(instance), context.RequestAborted);
        return result.Accepted ? Results.Bytes(result.Value.Zip, "application/zip", result.Value.Name) : result.ToHttp(context);
    }

    private static async Task<IResult> DownloadAsync(string instance, IMediator mediator, HttpContext context)
    {
        var result = await mediator.Send(new DownloadJournal(instance), context.RequestAborted);
        if (!result.Accepted) return result.ToHttp(context);
        context.Response.Headers["X-Journal-Head"] = result.Value.Head;
        return Results.Bytes(result.Value.Lines, "application/x-ndjson; charset=utf-8", result.Value.Name);
    }
}
