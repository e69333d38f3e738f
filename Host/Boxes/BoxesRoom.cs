using Gongtui.Host.Persistence.Sqlite.Boxes;

namespace Gongtui.Host.Boxes;

/// <summary>Registers the ballot boxes.</summary>
public static class BoxesRoom
{
    public static void AddBoxes(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IBoxStore>(services => new SqliteBoxStore(
            services.GetRequiredService<Setup.DataDirectory>().File("boxes.db"), TimeProvider.System));
}
