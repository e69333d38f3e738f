using Gongtui.Host.Api.Descriptors;
using Gongtui.Host.Api.Instances;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Gongtui.Host.Api;

/// <summary>Elsa's REST API under /elsa/api, as far as the editor and Elsa's own clients use it.</summary>
/// <remarks>For designers, as the editor itself; who holds another role, too, sees and ends as a designer what that role lets them. Administrators give the role,
/// also to themselves, and that is on record. Everybody else is refused; nobody is ever redirected.</remarks>
public static class ElsaRoom
{
    public static void AddElsaApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SectionDescriptors>();
        builder.Services.AddSingleton<ActivityDescriptors>();
        builder.Services.AddScoped<DefinitionAnswers>();
        builder.Services.AddSingleton<ExecutionAnswers>();
        builder.Services.AddScoped<InstanceAnswers>();
        builder.Services.AddScoped<InstanceDoor>();
        builder.Services.AddSingleton<RunStories>();
        builder.Services.AddHostedService<InstanceHerald>();
        builder.Services.AddSignalR();
    }

    public static void MapElsaApi(this WebApplication app)
    {
        var look = app.MapGroup("/elsa/api").ExcludeFromDescription().RequireAuthorization(DesignersOnly);
        look.MapSystem();
        look.MapDescriptors();
        look.MapDefinitionReading();
        look.MapInstanceList();
        look.MapInstances();
        look.MapExecutions();

        var write = app.MapGroup("/elsa/api").ExcludeFromDescription().RequireAuthorization(DesignersOnly).WithMetadata(new LargeBody());
        write.MapDefinitionWriting();
        write.MapDefinitionBulk();
        write.MapRuns();

        app.MapLogin();
        app.MapHub<InstanceHub>(InstanceHub.Path, hub => hub.Transports = AtAnyNode(app) ? HttpTransportType.WebSockets : HttpTransports.All).RequireAuthorization(DesignersOnly);
    }

    /// <summary>Before the routes. A viewer asks one node for a connection and may open it at another: a web socket is its own connection, whatever it was promised.</summary>
    public static void UseHubAtAnyNode(this WebApplication app)
    {
        if (!AtAnyNode(app)) return;
        app.Use((context, next) =>
        {
            if (context.Request.Path == InstanceHub.Path && context.Request.Headers.Upgrade == "websocket") context.Request.QueryString = QueryString.Empty;
            return next(context);
        });
    }

    private static bool AtAnyNode(WebApplication app) => app.Services.GetRequiredService<DatabaseOptions>().Provider != DatabaseProvider.Sqlite;

    private static void DesignersOnly(AuthorizationPolicyBuilder policy) => policy.RequireRole(Roles.Designer);

    /// <summary>Definitions may be larger than what people fill into forms.</summary>
    private sealed class LargeBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => ElsaRequest.LargestDefinition;
    }
}
