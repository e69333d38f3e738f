using System.Security.Claims;
using System.Text.Encodings.Web;
using Gongtui.Host.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Gongtui.Host.Practice;

/// <summary>Within a rehearsal nobody is who they are outside: the caller is the invented person whom the visitor chose to be.</summary>
internal sealed class DrillSeat(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, PeopleDirectory people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public new const string Scheme = "practice";

    /// <summary>Cookie with the id of the invented person; only sent within the rehearsal.</summary>
    public const string Cookie = "gongtui-practice-as";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var entry = await people.FindAsync(Context.Request.Cookies[Cookie] ?? "") ?? await people.FindAsync(DummyPerson.Office[0].Id);
        return entry is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(entry.Caller, Scheme)), Scheme));
    }
}
