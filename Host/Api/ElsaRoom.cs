using Gongtui.Host.Api.Descriptors;
using Gongtui.Host.Api.Instances;
using Gongtui.Host.Identity;
using Microsoft.AspNetCore.Http.Metadata;

namespace Gongtui.Host.Api;

/// <summary>Elsa's REST API under /elsa/api, as far as the editor and Elsa's own clients use it.</summary>
/// <remarks>Designers and administrators change definitions. Auditors and staff may look, at definitions and at the elections of their units,
/// so that the viewer works for them. Everybody else is refused; nobody is ever redirected.</remarks>
public static class ElsaRoom
{
    private static readonly string[] Lookers = [Roles.Designer, Roles.Admin, Roles.Auditor, Roles.Staff];

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
        var look = app.MapGroup("/elsa/api").ExcludeFromDescription()
            .RequireAuthorization(policy => policy.RequireRole(Lookers));
        look.MapSystem();
        look.MapDescriptors();
        look.MapDefinitionReading();
        look.MapInstanceList();
        look.MapInstances();
        look.MapExecutions();

        var design = app.MapGroup("/elsa/api").ExcludeFromDescription()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Designer, Roles.Admin))
            .WithMetadata(new LargeBody());
        design.MapDefinitionWriting();
        design.MapDefinitionBulk();
        design.MapRuns();

        app.MapLogin();
        app.MapHub<InstanceHub>(InstanceHub.Path).RequireAuthorization(policy => policy.RequireRole(Lookers));
    }

    /// <summary>Definitions may be larger than what people fill into forms.</summary>
    private sealed class LargeBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => ElsaRequest.LargestDefinition;
    }
}
