using System.Data.Common;
using Gongtui.Engine.Storage;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Postgres;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Persistence.SqlServer;
using Gongtui.Host.Setup;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gongtui.Host.Persistence;

/// <summary>Registers the database: <see cref="GongtuiDb"/> per request, a factory for what outlives one, and the journals.</summary>
public static class PersistenceRoom
{
    /// <summary>A list of values goes to the database as one value: a unit can have more people than a statement may have values.</summary>
    internal const ParameterTranslationMode Lists = ParameterTranslationMode.Parameter;

    public static void AddPersistence(this WebApplicationBuilder builder)
    {
        var (services, database) = (builder.Services, DatabaseOptions.From(builder.Configuration));
        services.AddSingleton(database);
        services.AddSingleton<ActingRecorder>();
        services.AddSingleton<LostDisk>();
        if (database.Provider == DatabaseProvider.Postgres)
        {
            services.AddPooledDbContextFactory<PostgresDb>((provider, options) => options
                .UseNpgsql(database.ConnectionString, server => server.EnableRetryOnFailure([PostgresErrorCodes.AdminShutdown]).UseParameterizedCollectionMode(Lists)).AddInterceptors(provider.GetRequiredService<ActingRecorder>()));
            services.AddSingleton<IDbContextFactory<GongtuiDb>>(provider => new Contexts<PostgresDb>(provider.GetRequiredService<IDbContextFactory<PostgresDb>>()));
            services.AddSingleton<IJournalSessions>(_ => new PostgresSessions(database.ConnectionString));
        }
        else if (database.Provider == DatabaseProvider.SqlServer)
        {
            services.AddPooledDbContextFactory<SqlServerDb>((provider, options) => options
                .UseSqlServer(database.ConnectionString, server => server.EnableRetryOnFailure().UseParameterizedCollectionMode(Lists)).AddInterceptors(provider.GetRequiredService<ActingRecorder>()));
            services.AddSingleton<IDbContextFactory<GongtuiDb>>(provider => new Contexts<SqlServerDb>(provider.GetRequiredService<IDbContextFactory<SqlServerDb>>()));
            services.AddSingleton<IJournalSessions>(_ => new SqlServerSessions(database.ConnectionString));
        }
        else
        {
            services.AddPooledDbContextFactory<GongtuiDb>((provider, options) => options.UseGongtuiSqlite(FileOf(provider)).AddInterceptors(provider.GetRequiredService<ActingRecorder>(), provider.GetRequiredService<LostDisk>()));
            services.AddSingleton<IJournalSessions>(provider => new SqliteSessions(FileOf(provider)));
        }

        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContext());
        services.AddSingleton(provider => new JournalDatabase(
            provider.GetRequiredService<IJournalSessions>(), [.. provider.GetServices<IProjection>()], provider.GetRequiredService<Alarm>(), provider.GetRequiredService<LostDisk>().Tell));
        services.AddSingleton<IJournalDatabase>(provider => provider.GetRequiredService<JournalDatabase>());
        services.AddSingleton<IJournalStore>(provider => provider.GetRequiredService<JournalDatabase>());
    }

    /// <summary>Looks at what is there, before anything of it is changed.</summary>
    /// <exception cref="CannotStartException">It is not what it was.</exception>
    public static void Check(IServiceProvider services)
    {
        if (services.GetRequiredService<DatabaseOptions>().Provider != DatabaseProvider.Sqlite) return;
        FlushWatch.Start(services.GetRequiredService<LostDisk>().Tell);
        Soundness.Check(FileOf(services), services.GetRequiredService<DataDirectory>().File("boxes.db"));
        Moved.ThrowIfMoved(FileOf(services));
    }

    /// <summary>Brings the database to this program's schema.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    /// <summary>Waits until no other process on the same server database has the turn, and takes it. A file has one process.</summary>
    /// <returns>Gives the turn back; the server does so, too, when the connection ends, however that comes about.</returns>
    public static async Task<IAsyncDisposable> TurnAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<DatabaseOptions>();
        if (database.Provider == DatabaseProvider.Sqlite) return new MemoryStream();
        await using (var db = await services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync())
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync()) await creator.CreateAsync();
        }

        var postgres = database.Provider == DatabaseProvider.Postgres;
        // Not of a pool, which would keep it open.
        DbConnection connection = postgres ? new NpgsqlConnection(database.ConnectionString + ";Pooling=false") : new SqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // Texts of this class.
        command.CommandText = postgres ? "SELECT pg_advisory_lock(20101101)" : "EXEC sp_getapplock @Resource = 'gongtui-start', @LockMode = 'Exclusive', @LockOwner = 'Session'";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static string FileOf(IServiceProvider provider) => provider.GetRequiredService<DataDirectory>().File("gongtui.db");

    /// <summary>The product asks for the model; which database it is on only this room knows.</summary>
    private sealed class Contexts<TDb>(IDbContextFactory<TDb> contexts) : IDbContextFactory<GongtuiDb>
        where TDb : GongtuiDb
    {
        public GongtuiDb CreateDbContext() => contexts.CreateDbContext();
    }
}
