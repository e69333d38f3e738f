using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongtui.Host.Verbs;

/// <summary>Brings the database to this program's schema, as every start does, or prints the SQL for an administrator who does it by hand.</summary>
internal static class MigrateVerb
{
    public static async Task<int> ExecuteAsync(string[] args, TextWriter output)
    {
        var script = args is ["--script", ..];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = script ? args[1..] : args, EnvironmentName = Checkout.EnvironmentName });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // Without the rooms that some of these services belong to, which a checkout would miss.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = false);
        builder.AddSetup();
        builder.AddPersistence();
        await using var app = builder.Build();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync();
        if (script)
        {
            // Each migration looks whether it has been done, where the database's SQL can ask that.
            var options = !db.Database.IsSqlite() ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default;
            await output.WriteLineAsync(db.GetService<IMigrator>().GenerateScript(options: options));
            return 0;
        }

        app.Services.GetRequiredService<DataDirectory>();
        var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
        await db.Database.MigrateAsync();
        await output.WriteLineAsync(pending.Count == 0 ? "数据库已是最新 / the database is up to date" : $"已应用 / applied: {string.Join(", ", pending)}");
        return 0;
    }
}
