using Gongtui.Host.Identity;
using Gongtui.Host.Studio.Desk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongtui.Host.Studio;

/// <summary>The visual editor: Elsa Studio's files and the page around it.</summary>
public static class StudioRoom
{
    /// <summary>The designers' own page, from which they reach the editor.</summary>
    public const string Desk = "/design";

    /// <summary>Studio builds WebAssembly from bytes and styles from text. Scripts come from this server's files, but for the two that
    /// Studio 3.8.2 writes into its parts (keyboard shortcuts of the editor and of the instances), which are named by their hashes.</summary>
    private const string Policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>Studio itself writes these four addresses into the history, so they are not ours to choose.</summary>
    private static readonly string[] Routes =
    [
        "/workflows/definitions",
        "/workflows/definitions/{id}/edit",
        "/workflows/instances",
        "/workflows/instances/{id}/view",
    ];

    public static void AddStudio(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(StudioPackage.In(builder.Environment.ContentRootPath));
        builder.Services.AddSingleton(PageFiles.Read());
        builder.Services.AddSingleton<CheckMemory>();
    }

    /// <summary>Before sign-in: the package's files, which everybody may have.</summary>
    public static void UseStudioFiles(this WebApplication app) => app.UseMiddleware<StudioFiles>();

    public static void MapStudio(this WebApplication app)
    {
        foreach (var route in Routes)
            app.MapGet(route, Show).RequireAuthorization(policy => policy.RequireRole(Roles.Designer)).ExcludeFromDescription();
        app.MapExport();
        app.MapCheckUp();
    }

    private static RazorComponentResult<StudioPage> Show(HttpContext context, StudioPackage package)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return new RazorComponentResult<StudioPage>(new
        {
            Here = context.Request.Path + context.Request.QueryString,
            Package = package,
        });
    }
}
