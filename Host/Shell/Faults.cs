using System.Diagnostics;
using Gongtui.Activities.Elections;
using Gongtui.Host.Kernel;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Shell;

/// <summary>The last net: an answer without a body gets words, an exception becomes a page or a problem document with a number to quote.</summary>
public sealed class Faults(RequestDelegate next, GongtuiOptions options, ILogger<Faults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await ProblemResponse.WriteAsync(context, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problems.TooLarge(options.MaxBodyBytes, null)
                : Problems.Malformed);
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (OwnerAwayException e) when (!context.Response.HasStarted)
        {
            log.LogWarning("No node answered for {Method} {Path}: {Reason}", context.Request.Method, context.Request.Path, e.InnerException?.Message);
            context.Response.Clear();
            await SayAsync(context, Problems.OwnerAway, StatusCodes.Status503ServiceUnavailable);
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var number = Activity.Current?.Id ?? context.TraceIdentifier;
            log.LogError(e, "Request {Number} failed: {Method} {Path}", number, context.Request.Method, context.Request.Path);
            // The page that failed may have set headers already.
            context.Response.Clear();
            await SayAsync(context, Problems.Fault(number), StatusCodes.Status500InternalServerError);
            return;
        }

        var response = context.Response;
        if (response is not { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null }) return;
        // A page that finds nothing is not rendered to its end by the framework: what it had to say is said here.
        response.Headers.Remove("blazor-enhanced-nav");
        var refusal = context.Items[typeof(Refusal)] as Refusal ?? Problems.ForStatus(response.StatusCode);
        await SayAsync(context, refusal, response.StatusCode);
    }

    /// <summary>By services that no page has used yet: a page that failed half-way leaves its own behind.</summary>
    private static async Task SayAsync(HttpContext context, Refusal refusal, int status)
    {
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        await ProblemResponse.WriteAsync(context, refusal, status);
        context.RequestServices = services;
    }
}
