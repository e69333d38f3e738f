using System.Diagnostics;
using System.Globalization;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Gongtui.Host.Setup;

/// <summary>Everything about one installation: its options, directory, clock, first start and demo.</summary>
public static class SetupRoom
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Requests under way when the program is told to end have this long; an operator's stop (and systemd's) wants it gone in ten seconds.</summary>
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(6);

    public static void AddSetup(this WebApplicationBuilder builder)
    {
        var options = GongtuiOptions.From(builder.Configuration, builder.Environment);
        if (builder.Configuration["urls"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
        var services = builder.Services;
        services.AddSingleton(options);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestDrain);
        services.AddSingleton<DataDirectory>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Alarm>();
        services.AddSingleton<ElectionClock>();
        services.AddSingleton<SetupCode>();
        services.AddScoped<DemoSeed>();
        var keys = services.AddDataProtection().SetApplicationName("Gongtui");
        if (DatabaseOptions.From(builder.Configuration).Provider == DatabaseProvider.Sqlite)
        {
            keys.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataDirectory, "keys")));
            return;
        }

        services.AddSingleton<KeyShelf>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(management => management.XmlRepository = provider.GetRequiredService<KeyShelf>()));
    }

    /// <summary>Holds the data directory, brings the database up to date, and on a first start in demo mode fills in the demo.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<DataDirectory>();
        PersistenceRoom.Check(app.Services);
        // Several processes may start on one database: each makes only what the one before has left out.
        await using (await PersistenceRoom.TurnAsync(app.Services))
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await PersistenceRoom.MigrateAsync(app.Services);
            await KernelRoom.PrepareEngineAsync(app.Services);
            await Cluster.ClusterRoom.PrepareClusterAsync(app.Services);
            if (app.Services.GetRequiredService<GongtuiOptions>().Demo)
                await scope.ServiceProvider.GetRequiredService<DemoSeed>().LoadAsync();
            else
                await app.Services.GetRequiredService<SetupCode>().ArmAsync();
        }

        var clock = app.Services.GetRequiredService<ElectionClock>();
        app.Services.GetRequiredService<NodeNews>().Listen(NodeNews.DemoClock, ticks => clock.TryMoveTo(TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture))));
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
    }

    public static void MapSetup(this WebApplication app)
    {
        // Outside demo mode there is no such address.
        if (app.Services.GetRequiredService<GongtuiOptions>().Demo) app.MapDemoClock();
    }

    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var took = DateTime.Now - Process.GetCurrentProcess().StartTime;
        Console.WriteLine($"公推直选 Gongtui ready: {string.Join(" ", addresses)} ({took.TotalSeconds:F1} s)");
        if (app.Services.GetRequiredService<GongtuiOptions>().Demo)
            Console.WriteLine("演示模式 demo mode: people and data are invented; anyone who reaches the address can sign in as anyone.");
        if (app.Services.GetRequiredService<SetupCode>().Text is { } code)
            Console.WriteLine($"首次设置 first set-up: open {addresses.FirstOrDefault()}/setup and enter the code {code}");
    }
}
