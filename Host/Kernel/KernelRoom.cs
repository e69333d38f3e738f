using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Api.Instances;
using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Setup;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongtui.Host.Kernel;

/// <summary>Puts the kernel to work: the runtime over the journals, the procedures, the projections and the timers.</summary>
public static class KernelRoom
{
    public static void AddEngine(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new ActivityRegistry(typeof(Activities.Text).Assembly));
        services.AddSingleton<SectionCatalog>();
        services.AddSingleton(provider => new DefinitionCompiler(
            provider.GetRequiredService<ActivityRegistry>(), provider.GetRequiredService<SectionCatalog>().Find));
        services.AddSingleton<GraphCatalog>();
        services.AddSingleton<IGraphCatalog>(provider => provider.GetRequiredService<GraphCatalog>());
        services.AddScoped<ProcedureImport>();
        // The order matters: the other projections ask the election's row for its unit.
        services.AddSingleton<IProjection, ElectionProjection>();
        services.AddSingleton<IProjection, TaskProjection>();
        services.AddSingleton<IProjection, NoticeProjection>();
        services.AddSingleton<IProjection, BoxProjection>();
        services.AddSingleton<NodeNews>();
        services.AddSingleton<RunNews>();
        services.AddSingleton<CheckpointBell>();
        services.AddSingleton(provider => new Runtime(
            Announcing(provider), provider.GetRequiredService<IGraphCatalog>(), [new ElectionView()],
            // What follows in other runs goes to their owners as what people ask does.
            new RuntimeOptions { Elsewhere = (command, cancellationToken) => provider.GetRequiredService<ICommands>().SendAsync(command, cancellationToken) }));
        services.AddSingleton<LocalCommands>();
        services.TryAddSingleton<ICommands>(provider => provider.GetRequiredService<LocalCommands>());
        services.TryAddSingleton<IWatch, LoneWatch>();
        services.AddSingleton(provider => provider.GetRequiredService<Runtime>().Reader);
        services.AddHostedService<Timekeeper>();
    }

    private static AnnouncingStore Announcing(IServiceProvider provider)
    {
        var (nodes, alarm) = (provider.GetRequiredService<NodeNews>(), provider.GetRequiredService<Alarm>());
        nodes.Listen(NodeNews.Timer, _ => alarm.Ring());
        var (news, bell) = (provider.GetRequiredService<RunNews>(), provider.GetRequiredService<CheckpointBell>());
        return new(provider.GetRequiredService<IJournalStore>(), append => news.Announce(append.Burst.Instance), bell.Hear, append =>
        {
            if (append.Entries.Any(entry => entry is Waiting { Due: not null })) nodes.Tell(NodeNews.Timer);
        });
    }

    /// <summary>After the migrations: brings in the product's procedures.</summary>
    public static async Task PrepareEngineAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProcedureImport>().LoadAsync();
    }
}
