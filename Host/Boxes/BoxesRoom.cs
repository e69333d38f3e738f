using Gongtui.Host.Inbox;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Postgres;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Persistence.SqlServer;
using Gongtui.Host.Setup;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongtui.Host.Boxes;

/// <summary>Registers the ballot boxes and the kinds of sheets that go into them.</summary>
public static class BoxesRoom
{
    public static void AddBoxes(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => new BoxDatabase(SessionsOf(provider), TimeProvider.System, provider.GetRequiredService<LostDisk>().Tell));
        services.TryAddSingleton<IBoxStore>(provider => provider.GetRequiredService<BoxDatabase>());
        services.AddSingleton<OpenPapers>();
        services.AddScoped<BoxDesk>();
        services.AddSingleton<ISheetKind, RecommendationSheets>();
        services.AddSingleton<ISheetKind, AssessmentSheets>();
        services.AddSingleton<ISheetKind, SurveySheets>();
        services.AddScoped<ITaskFields, ClosedBoxFields>();
    }

    /// <summary>The connections to the database of the boxes.</summary>
    internal static IBoxSessions SessionsOf(IServiceProvider provider) => provider.GetRequiredService<DatabaseOptions>() switch
    {
        { Provider: DatabaseProvider.Postgres } server => new PostgresBoxes(server.BoxConnectionString),
        { Provider: DatabaseProvider.SqlServer } server => new SqlServerBoxes(server.BoxConnectionString),
        _ => new SqliteBoxes(provider.GetRequiredService<DataDirectory>().File("boxes.db")),
    };
}
