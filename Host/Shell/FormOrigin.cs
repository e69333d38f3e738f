using Microsoft.AspNetCore.Antiforgery;

namespace Gongtui.Host.Shell;

/// <summary>Turns a form without a valid antiforgery token into a refusal that a person understands.</summary>
public sealed class FormOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? ProblemResponse.WriteAsync(context, Problems.StaleForm)
            : next(context);
}
