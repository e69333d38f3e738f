using Gongtui.Engine.State;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Verbs;

/// <summary>Writes every projection again from the journals. The data directory must not be in use.</summary>
internal static class RebuildVerb
{
    public static async Task<int> ExecuteAsync(string[] args, TextWriter output)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // Without the rooms that some of these services belong to, which a checkout would miss.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = false);
        builder.AddSetup();
        builder.AddPersistence();
        builder.AddEngine();
        await using var app = builder.Build();
        app.Services.GetRequiredService<DataDirectory>();
        PersistenceRoom.Check(app.Services);
        await PersistenceRoom.MigrateAsync(app.Services);
        var journals = await app.Services.GetRequiredService<IJournalDatabase>().RebuildAsync(app.Services.GetRequiredService<JournalReader>());
        await output.WriteLineAsync($"已从 {journals} 份记录重建 / rebuilt from {journals} journals");
        return 0;
    }
}
