using Gongtui.Host.Setup;
using Microsoft.AspNetCore.Http.Metadata;

namespace Gongtui.Host.Shell;

/// <summary>Refuses a body that announces itself as too long before reading any of it. One that does not is cut off by the server.
/// The limit is the installation's; an endpoint may name its own.</summary>
public sealed class BodyLimit(RequestDelegate next, GongtuiOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? options.MaxBodyBytes;
        return context.Request.ContentLength > limit
            ? ProblemResponse.WriteAsync(context, Problems.TooLarge(limit, context.Request.ContentLength))
            : next(context);
    }
}
