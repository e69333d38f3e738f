using Gongtui.Host.Inbox;
using Gongtui.Host.Persistence.Sqlite.Boxes;

namespace Gongtui.Host.Boxes;

/// <summary>Registers the ballot boxes and the kinds of sheets that go into them.</summary>
public static class BoxesRoom
{
    public static void AddBoxes(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IBoxStore>(provider => new SqliteBoxStore(
            provider.GetRequiredService<Setup.DataDirectory>().File("boxes.db"), TimeProvider.System));
        services.AddSingleton<OpenPapers>();
        services.AddScoped<BoxDesk>();
        services.AddSingleton<ISheetKind, RecommendationSheets>();
        services.AddSingleton<ISheetKind, AssessmentSheets>();
        services.AddScoped<ITaskFields, ClosedBoxFields>();
    }
}
