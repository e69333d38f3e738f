using System.Security.Claims;

namespace Gongtui.Host.Identity;

/// <summary>The caller of the request being served; a background service or a test may stand in for one with <see cref="ActAs"/>.</summary>
public sealed class CallerAccessor(IHttpContextAccessor http)
{
    private Caller? _standIn;

    public Caller Current => _standIn ?? (http.HttpContext?.User.Identity as CallerIdentity)?.Caller ?? Caller.Nobody;

    /// <summary>Sets the caller of this scope. Only for scopes that serve no request.</summary>
    public void ActAs(Caller caller) => _standIn = caller;
}

/// <summary>The identity that both schemes (session cookie, API key) give to a request.</summary>
public sealed class CallerIdentity(Caller caller, string scheme) : ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, caller.Id),
        new Claim(ClaimTypes.Name, caller.Name),
        .. caller.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
    ],
    scheme)
{
    public Caller Caller { get; } = caller;
}
