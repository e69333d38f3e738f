using Gongtui.Host.Shell;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Gongtui.Host.Setup;

/// <summary>The buttons of the demo banner.</summary>
public static class DemoClockEndpoint
{
    public static void MapDemoClock(this WebApplication app) =>
        app.MapPost("/demo/clock", async (HttpContext context, IMediator mediator, [FromForm] string forward, [FromForm] string? @return) =>
        {
            var moved = await mediator.Send(new MoveDemoClock(forward == "day" ? TimeSpan.FromDays(1) : null), context.RequestAborted);
            if (moved.Accepted) context.Response.Redirect(LocalPath.Or(@return, "/"));
            else await ProblemResponse.WriteAsync(context, moved.Refusal);
        }).ExcludeFromDescription();
}
