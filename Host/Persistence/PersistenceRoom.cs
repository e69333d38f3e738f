using Gongtui.Host.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Persistence;

/// <summary>Registers the database: <see cref="GongtuiDb"/> per request, and a factory for what outlives one.</summary>
public static class PersistenceRoom
{
    public static void AddPersistence(this WebApplicationBuilder builder)
    {
        builder.Services.AddPooledDbContextFactory<GongtuiDb>((services, options) =>
            options.UseGongtuiSqlite(services.GetRequiredService<Setup.DataDirectory>().File("gongtui.db")));
        builder.Services.AddSqliteJournal();
        builder.Services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContext());
    }

    /// <summary>Brings the database to this program's schema.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }
}
