using Gongtui.Engine.Definitions;
using Gongtui.Host.Inbox;
using Gongtui.Host.Kernel;
using Gongtui.Host.Procedures.Overriding;
using Gongtui.Host.Procedures.Rehearsing;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Procedures;

/// <summary>Registers the shelf of procedures and what guards it.</summary>
public static class ProceduresRoom
{
    public static void AddProcedures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DefinitionCleaner>();
        services.AddSingleton<DefinitionModel>();
        services.AddSingleton<IPublishGate, PolicyPublishGate>();
        services.AddSingleton(provider => new Rehearsals(provider.GetRequiredService<ActivityRegistry>(), provider.GetRequiredService<SectionCatalog>().Find, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<DiagramCheck>();
        services.AddScoped<ProcedureShelf>();
        services.AddScoped<Publication>();
        services.AddScoped<OverrideBook>();
        services.AddScoped<OverridePublisher>();
        services.AddScoped<ITaskFields>(provider => provider.GetRequiredService<OverridePublisher>());
        services.AddScoped<ITaskEffect>(provider => provider.GetRequiredService<OverridePublisher>());
        services.AddHostedService<OverrideRecovery>();
    }
}
