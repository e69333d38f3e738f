using System.Text;
using System.Text.RegularExpressions;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;

namespace Gongtui.Host.Practice;

/// <summary>Leads requests below /practice/{id} into that rehearsal: from here on they are served from its container, by the same pages,
/// and never see the services of the real elections. Addresses in the answer are kept within it.</summary>
internal sealed partial class PracticeDoor(RequestDelegate next, PracticeHall hall)
{
    public const string Prefix = "/practice";

    /// <summary>Rooms that a rehearsal has. No API, no dossiers, no design, no people: those belong to the real elections.</summary>
    private static readonly string[] Rooms = ["/", "/elections", "/tasks", "/notices", "/audit", "/drill", "/language"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix, out var rest) || rest.Value is not ['/', .. { Length: > 0 } tail] || tail == "start")
        {
            await next(context);
            return;
        }

        if ((await context.AuthenticateAsync()).Principal is { } known) context.User = known;
        var caller = (context.User.Identity as CallerIdentity)?.Caller ?? Caller.Nobody;
        if (!caller.IsSignedIn)
        {
            context.Response.Redirect($"/sign-in?return={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            return;
        }

        var slash = tail.IndexOf('/', StringComparison.Ordinal);
        var (id, path) = slash < 0 ? (tail, "/") : (tail[..slash], tail[slash..]);
        if (!caller.Has(Roles.Designer) && !caller.Has(Roles.Staff)) await ProblemResponse.WriteAsync(context, Refusals.Forbidden([Roles.Designer, Roles.Staff]));
        else if (hall.Find(id) is not { } drill) await ProblemResponse.WriteAsync(context, PracticeRefusals.Gone);
        else if (!Rooms.Any(room => path == room || (room.Length > 1 && path.StartsWith(room + "/", StringComparison.Ordinal))) || path.EndsWith("/dossier", StringComparison.Ordinal)) await ProblemResponse.WriteAsync(context, PracticeRefusals.NotThere);
        else
        {
            await EnterAsync(context, drill, path);
            if (drill.IsThrownAway) await hall.DiscardAsync(drill.Id);
        }
    }

    private async Task EnterAsync(HttpContext context, Drill drill, string path)
    {
        hall.Use(drill);
        await using var scope = drill.Services.CreateAsyncScope();
        var (services, body, request) = (context.RequestServices, context.Features.Get<IHttpResponseBodyFeature>()!, context.Request);
        using var page = new MemoryStream();
        var kept = new StreamResponseBodyFeature(page);
        (request.PathBase, request.Path) = ($"{Prefix}/{drill.Id}", path);
        context.RequestServices = scope.ServiceProvider;
        context.Features.Set<IHttpResponseBodyFeature>(kept);
        try
        {
            await next(context);
            await kept.CompleteAsync();
        }
        finally
        {
            context.RequestServices = services;
            context.Features.Set(body);
        }

        await SendAsync(context, drill, page.ToArray());
    }

    private static async Task SendAsync(HttpContext context, Drill drill, byte[] page)
    {
        var (response, inside) = (context.Response, $"{Prefix}/{drill.Id}");
        if (response.Headers.Location.ToString() is { Length: > 0 } location) response.Headers.Location = Within(context.Request, location, inside);
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            if (drill.Speed > 0 && HttpMethods.IsGet(context.Request.Method) && response.StatusCode == StatusCodes.Status200OK) response.Headers["Refresh"] = "2";
            page = Encoding.UTF8.GetBytes(Address().Replace(Encoding.UTF8.GetString(page), inside + "/"));
        }

        if (page.Length == 0) return;
        response.ContentLength = page.Length;
        await response.Body.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>A redirection to a page of ours stays within the rehearsal.</summary>
    private static string Within(HttpRequest request, string location, string inside)
    {
        var origin = $"{request.Scheme}://{request.Host}";
        var local = location.StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase) ? location[origin.Length..] : location;
        return local is ['/', not '/', ..] or "/" && !local.StartsWith(inside + "/", StringComparison.Ordinal) && local != Prefix ? inside + local : local;
    }

    /// <summary>The slash of a local address in an attribute, except of files that all share and of what leads out on purpose.</summary>
    [GeneratedRegex("(?<=(?<!<base)\\s(?:href|action|formaction|data-theatre|data-preview)=\")/(?!/|css/|js/|pictures/|favicon|_|practice)")]
    private static partial Regex Address();
}
