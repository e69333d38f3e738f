using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures.Texts;
using MediatR;

namespace Gongtui.Host.Api;

/// <summary>What a client asks about the server itself.</summary>
internal static class SystemApi
{
    /// <summary>The version of Elsa whose API this is.</summary>
    private const string ElsaVersion = "3.8.2";

    private static readonly object[] Features = [Feature("RealTimeWorkflowUpdates")];

    public static void MapSystem(this RouteGroupBuilder api)
    {
        api.MapGet("/features/installed", () => ElsaAnswer.Ok(new { items = Features, count = Features.Length }));
        api.MapGet("/features/installed/{name}", (string name, HttpContext context) => name == "Elsa.RealTimeWorkflowUpdates"
            ? ElsaAnswer.Ok(Features[0])
            : ElsaAnswer.Refused(context, Refusals.NotFound(new("这项功能", "This feature"), name)));
        api.MapGet("/package/version", () => ElsaAnswer.Ok(new { packageVersion = ElsaVersion }));
    }

    /// <summary>Signs in with a name and a password. The session is a cookie; there is no token that a script could read and leak.</summary>
    public static void MapLogin(this WebApplication app) =>
        app.MapPost("/elsa/api/identity/login", LoginAsync).AllowAnonymous().RequireRateLimiting(IdentityRoom.SignInLimit);

    private static async Task<IResult> LoginAsync(HttpContext context, IMediator mediator)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var (name, password) = (body.Value.Text("username"), body.Value.Text("password"));
        var signedIn = await mediator.Send(new SignInWithPassword(name ?? "", password ?? ""), context.RequestAborted);
        if (signedIn.Accepted)
        {
            await Sessions.StartAsync(context, signedIn.Value);
            return ElsaAnswer.Ok(new { isAuthenticated = true });
        }

        return signedIn.Refusal.Kind == Kinds.SignInRequired ? ElsaAnswer.Ok(new { isAuthenticated = false }) : ElsaAnswer.Refused(context, signedIn.Refusal);
    }

    private static object Feature(string name) =>
        new { name, @namespace = "Elsa", fullName = "Elsa." + name, displayName = name, description = "" };
}
