using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Gongtui.Host.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gongtui.Host.Identity;

/// <summary>Signs a program in by "Authorization: ApiKey gt_ID_SECRET", as Elsa's own clients send it.</summary>
public sealed class ApiKeys(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder,
    GongtuiDb db, PeopleDirectory people) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "apikey";
    private const string Prefix = "ApiKey ";

    /// <summary>Whether the request brings a key, right or wrong.</summary>
    public static bool IsIn(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>A new key. The text is shown once and never stored.</summary>
    public static (string Text, ApiKeyRow Row) Create(string person, string name, DateTimeOffset now)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var row = new ApiKeyRow { Id = id, Person = person, Name = name, Hash = HashOf(secret), CreatedAt = now };
        return ($"gt_{id}_{secret}", row);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsIn(Request)) return AuthenticateResult.NoResult();
        var parts = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim().Split('_');
        if (parts is not ["gt", var id, var secret]) return AuthenticateResult.Fail("malformed key");
        var row = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(key => key.Id == id && key.RevokedAt == null);
        if (row is null || !CryptographicOperations.FixedTimeEquals(row.Hash, HashOf(secret)))
            return AuthenticateResult.Fail("unknown key");
        var person = await people.FindAsync(row.Person);
        if (person is null) return AuthenticateResult.Fail("closed account");
        var principal = new ClaimsPrincipal(new CallerIdentity(person.Caller, SchemeName));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
