using Gongtui.Host.Mediation;
using Gongtui.Host.Setup;
using Gongtui.Host.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Gongtui.Host.Identity;

/// <summary>The forms that begin and end a session without a page of their own.</summary>
public static class SessionEndpoints
{
    public static void MapIdentity(this WebApplication app)
    {
        // A form parameter makes the framework demand the antiforgery token.
        app.MapPost("/sign-out", async (HttpContext context, [FromForm] string? @return) =>
        {
            await context.SignOutAsync(Sessions.Scheme);
            return Results.LocalRedirect(LocalPath.Or(@return, "/"));
        }).AllowAnonymous().ExcludeFromDescription();

        app.MapGet("/api/me", (CallerAccessor callers) => new
        {
            callers.Current.Id,
            callers.Current.Name,
            callers.Current.Unit,
            Roles = callers.Current.Roles.Order(StringComparer.Ordinal),
        }).WithSummary("Who the key or the session stands for.");

        // Outside demo mode this door does not exist at all.
        if (app.Services.GetRequiredService<GongtuiOptions>().Demo)
            app.MapPost("/demo/sign-in", SignInAsDemoPerson).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task SignInAsDemoPerson(
        HttpContext context, PeopleDirectory people, [FromForm] string person, [FromForm] string? @return)
    {
        if (await people.FindAsync(person) is not { } entry)
        {
            await ProblemResponse.WriteAsync(context, Refusals.NotFound(new("这个人", "This person"), person));
            return;
        }

        await Sessions.StartAsync(context, entry);
        context.Response.Redirect(LocalPath.Or(@return, "/"));
    }
}
