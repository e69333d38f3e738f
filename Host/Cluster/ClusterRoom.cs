using System.Runtime.CompilerServices;
using Gongtui.Host.Boxes;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Orleans.Configuration;

namespace Gongtui.Host.Cluster;

/// <summary>Makes this process a node among several on one server database.</summary>
public static class ClusterRoom
{
    /// <summary>The largest message: a sealed box of a very large election travels in one.</summary>
    private const int LargestMessage = 512 << 20;

    /// <summary>Before every other room: what runs in the background begins when this node is a member, and ends before it leaves.</summary>
    public static void AddCluster(this WebApplicationBuilder builder)
    {
        // A process alone loads nothing of it.
        if (ClusterOptions.From(builder.Configuration) is { } options) Join(builder, options);
    }

    /// <summary>With the turn to prepare the database, before the start.</summary>
    public static async Task PrepareClusterAsync(IServiceProvider services)
    {
        if (services.GetService<ClusterOptions>() is null) return;
        await ClusterTables.MakeAsync(services.GetRequiredService<DatabaseOptions>());
        await services.GetRequiredService<SharedOfficeKey>().CheckAsync();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Join(WebApplicationBuilder builder, ClusterOptions options)
    {
        var database = DatabaseOptions.From(builder.Configuration);
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Microsoft.Orleans", LogLevel.Warning);
        builder.UseOrleans(silo =>
        {
            silo.ConfigureEndpoints(options.Address, options.Port, gatewayPort: 0);
            silo.UseAdoNetClustering(clustering =>
            {
                clustering.Invariant = database.Provider == DatabaseProvider.Postgres ? "Npgsql" : "Microsoft.Data.SqlClient";
                clustering.ConnectionString = database.ConnectionString;
            });
            silo.Configure<Orleans.Configuration.ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.Name, "gongtui"));
            silo.Configure<ClusterMembershipOptions>(Tune);
            silo.Configure<SiloMessagingOptions>(messages => (messages.ResponseTimeout, messages.MaxMessageBodySize) = (TimeSpan.FromMinutes(2), LargestMessage));
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromMinutes(10));
        });
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton<ICommands, ClusterCommands>();
        services.AddSingleton<IBoxStore, ClusterBoxes>();
        services.AddSingleton<IWatch, ClusterWatch>();
        services.AddSingleton<SharedOfficeKey>();
        services.AddHostedService<NewsLine>();
    }

    /// <summary>A node that does not answer is voted out by two others, or by the half that is left; measured with three nodes on one machine: 24 seconds after it was
    /// cut off. What it owned then comes back elsewhere. The database is read and written often enough that a node which comes back late learns soon that it is out; it then ends.</summary>
    private static void Tune(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(2);
        // In a small cluster everybody looks at everybody; to ask a third node whether the second answers would only cost time.
        membership.EnableIndirectProbes = false;
        membership.ExtendProbeTimeoutDuringDegradation = false;
        membership.NumMissedProbesLimit = 3;
        membership.NumVotesForDeathDeclaration = 2;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
        membership.MaxJoinAttemptTime = TimeSpan.FromMinutes(1);
        membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
    }
}
