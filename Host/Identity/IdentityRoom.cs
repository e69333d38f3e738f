using System.Threading.RateLimiting;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Gongtui.Host.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongtui.Host.Identity;

/// <summary>Registers who may come in: session cookies, API keys, and "signed in" as the rule of every page that says nothing else.</summary>
public static class IdentityRoom
{
    /// <summary>Name of the rate limit that pages of sign-in carry.</summary>
    public const string SignInLimit = "sign-in";

    private const string Either = "either";

    public static void AddIdentityRoom(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<CallerAccessor>();
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<PasswordHasher<PersonRow>>();
        services.AddSingleton<SignInThrottle>();
        services.AddScoped<Sessions>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, scheme => scheme.ForwardDefaultSelector =
                context => ApiKeys.IsIn(context.Request) ? ApiKeys.SchemeName : Sessions.Scheme)
            .AddCookie(Sessions.Scheme, ConfigureCookie)
            .AddScheme<AuthenticationSchemeOptions, ApiKeys>(ApiKeys.SchemeName, null);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = (rejected, _) => new ValueTask(ProblemResponse.WriteAsync(rejected.HttpContext, Problems.TooManySignIns));
            limiter.AddPolicy(SignInLimit, PerAddress);
        });
    }

    public static void UseIdentityRoom(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<SameOrigin>();
        app.UseAuthorization();
        app.UseRateLimiter();
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "gongtui-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.EventsType = typeof(Sessions);
        cookie.TimeProvider = TimeProvider.System;
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method)) return RateLimitPartition.GetNoLimiter("read");
        var perMinute = context.RequestServices.GetRequiredService<GongtuiOptions>().SignInsPerMinute;
        return RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
    }
}
