using System.Text.Json;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Boxes;

/// <summary>Boxes for programs. The id of a box is INSTANCE/NUMBER.</summary>
public static class BoxesApi
{
    public static void MapBoxes(this WebApplication app)
    {
        var api = app.MapGroup("/api/boxes/{instance}/{number}").WithTags("Boxes");
        api.MapPost("/cast", async (string instance, string number, CastBody body, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new CastSheet($"{instance}/{number}", body.Sheet, body.Attempt ?? ""), context.RequestAborted)).ToHttp(context))
            .WithSummary("Casts the caller's sheet, once; the answer is the receipt");
        api.MapPost("/close", async (string instance, string number, CloseBody? body, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new CloseBox($"{instance}/{number}", body?.Comment), context.RequestAborted)).ToHttp(context))
            .WithSummary("Seals and counts a box of recommendation or assessment");
    }

    private sealed record CastBody(JsonElement Sheet, string? Attempt = null);

    private sealed record CloseBody(string? Comment = null);
}
