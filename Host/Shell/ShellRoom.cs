using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongtui.Host.Identity;
using Gongtui.Host.Setup;
using Microsoft.AspNetCore.Http.Features;

namespace Gongtui.Host.Shell;

/// <summary>The frame around every room: pages, language, safety headers, limits, and what is shown when something goes wrong.</summary>
public static class ShellRoom
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddAntiforgery(forms => forms.Cookie.Name = "gongtui-form");
        services.AddScoped<Language>();
        // Chinese text is sent as it is, not as character references.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        var limit = GongtuiOptions.From(builder.Configuration, builder.Environment).MaxBodyBytes;
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = limit;
        });
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = limit);
    }

    /// <summary>What stands before sign-in: headers, limits, and the last net for faults.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Faults>();
        app.UseMiddleware<Crowding>();
        app.UseMiddleware<BodyLimit>();
    }

    public static void MapShell(this WebApplication app)
    {
        app.UseAntiforgery();
        app.UseMiddleware<FormOrigin>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/language/{code}", Language.Choose).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorComponents<App>();
    }
}
