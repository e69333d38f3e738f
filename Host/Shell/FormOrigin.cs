using Gongtui.Host.Setup;
using Microsoft.AspNetCore.Antiforgery;

namespace Gongtui.Host.Shell;

/// <summary>Turns a form without a valid antiforgery token, or one that was cut off before its token, into a refusal in words.</summary>
public sealed class FormOrigin(RequestDelegate next, GongtuiOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } form) return next(context);
        return ProblemResponse.WriteAsync(context, IsTooLong(form.Error) ? Problems.TooLarge(options.MaxBodyBytes, null) : Problems.StaleForm);
    }

    private static bool IsTooLong(Exception? error) =>
        error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
        || (error?.InnerException is { } inner && IsTooLong(inner));
}
