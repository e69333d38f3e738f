using Gongtui.Host.Setup;

namespace Gongtui.Host.Shell;

/// <summary>Takes so many requests at a time and no more. Who is too much is told so at once, and when to come again: what waits in a queue that grows without an end
/// is answered when nobody waits for it any more.</summary>
/// <remarks>Live connections and the probe of a load balancer are not counted: they wait, and cost nothing meanwhile.</remarks>
public sealed class Crowding(RequestDelegate next, GongtuiOptions options)
{
    private int _inside;

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsLive(context))
        {
            await next(context);
            return;
        }

        if (Interlocked.Increment(ref _inside) > options.RequestsAtOnce)
        {
            Interlocked.Decrement(ref _inside);
            await RefuseAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    /// <summary>A page of the product would cost as much as what is refused: people get two sentences.</summary>
    private static Task RefuseAsync(HttpContext context)
    {
        if (ProblemResponse.IsForPrograms(context.Request)) return ProblemResponse.WriteAsync(context, Problems.Crowded);
        var (message, next) = (Problems.Crowded.Message, Problems.Crowded.NextStep!);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = ProblemResponse.SecondsUntilAgain;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>503</title>"
            + $"<h1>{message.Zh}</h1><p>{next.Zh}</p><p lang=\"en\">{message.En} {next.En}</p></html>");
    }

    private static bool IsLive(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || context.Request.Headers.Upgrade.Count > 0
        || context.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/elsa/hubs", StringComparison.OrdinalIgnoreCase)
        || context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal);
}
