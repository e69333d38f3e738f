using Gongtui.Host.Mediation;
using Gongtui.Host.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Gongtui.Host.Identity;

/// <summary>What a visitor gets who may not: on pages the way to sign in or the refusal, on the API always 401 or 403, never a redirect.</summary>
public sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        // The rule "signed in" also holds where nothing is: say so instead of asking to sign in for it.
        if (context.GetEndpoint() is not RouteEndpoint) return ProblemResponse.WriteAsync(context, Problems.PageNotFound);
        if (authorizeResult.Forbidden) return ProblemResponse.WriteAsync(context, Refusals.Forbidden([]));
        if (ProblemResponse.IsForPrograms(context.Request) || !HttpMethods.IsGet(context.Request.Method))
            return ProblemResponse.WriteAsync(context, Refusals.SignInRequired());
        var wanted = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect("/sign-in?return=" + Uri.EscapeDataString(wanted));
        return Task.CompletedTask;
    }
}
