using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gongtui.Host.Identity;

/// <summary>Session cookies. A cookie holds a person's id and stamp only; what they may do is looked up on every request,
/// so that a withdrawn role or a closed account counts at once.</summary>
public sealed class Sessions(PeopleDirectory people) : CookieAuthenticationEvents
{
    public const string Scheme = "session";
    private const string StampClaim = "stamp";

    /// <summary>Gives the browser a session for the person.</summary>
    public static Task StartAsync(HttpContext context, DirectoryEntry person) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.Caller.Id), new Claim(StampClaim, person.Stamp)], Scheme)));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var person = await people.FindAsync(id);
        if (person is null || person.Stamp != context.Principal!.FindFirstValue(StampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        var identity = new CallerIdentity(person.Caller, Scheme);
        identity.AddClaim(new Claim(StampClaim, person.Stamp));
        context.ReplacePrincipal(new ClaimsPrincipal(identity));
    }
}
