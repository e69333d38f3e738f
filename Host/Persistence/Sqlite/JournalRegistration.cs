using Gongtui.Engine.Storage;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>Registers the journals of the SQLite file.</summary>
internal static class JournalRegistration
{
    /// <summary>Exit code of a program that had to stop because its disk failed (EX_IOERR).</summary>
    private const int InputOutputError = 74;

    public static void AddSqliteJournal(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SqliteJournalStore(
            provider.GetRequiredService<DataDirectory>().File("gongtui.db"),
            [.. provider.GetServices<IProjection>()],
            provider.GetRequiredService<Alarm>(),
            reason => Stop(provider, reason)));
        services.AddSingleton<IJournalDatabase>(provider => provider.GetRequiredService<SqliteJournalStore>());
        services.AddSingleton<IJournalStore>(provider => provider.GetRequiredService<SqliteJournalStore>());
    }

    /// <summary>What was acknowledged is on the disk; what the disk holds beyond that nobody knows before a new start.</summary>
    private static void Stop(IServiceProvider provider, Exception reason)
    {
        Environment.ExitCode = InputOutputError;
        provider.GetRequiredService<ILoggerFactory>().CreateLogger<SqliteJournalStore>()
            .LogCritical(reason, "记录无法写入磁盘，程序停止 / the journal cannot be written to the disk; the program stops. Check the disk and start again.");
        provider.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }
}
