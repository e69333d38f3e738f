using Gongtui.Host.Setup;

namespace Gongtui.Host.Shell;

/// <summary>Refuses a body that announces itself as too long before reading any of it. One that does not is cut off by the server.</summary>
public sealed class BodyLimit(RequestDelegate next, GongtuiOptions options)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.ContentLength > options.MaxBodyBytes
            ? ProblemResponse.WriteAsync(context, Problems.TooLarge(options.MaxBodyBytes, context.Request.ContentLength))
            : next(context);
}
