using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongtui.Host.Persistence;

/// <summary>Ends the program when a disk has failed under it: what was acknowledged is there; what the disk holds beyond that nobody knows before a new start looks.</summary>
/// <remarks>The writers of journals and boxes tell it when they stop. The model's own connections are watched here: after a loss they are not even opened.</remarks>
public sealed class LostDisk(IHostApplicationLifetime lifetime, ILogger<LostDisk> log) : IDbConnectionInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>Exit code of a program that had to stop because its disk failed (EX_IOERR).</summary>
    public const int InputOutputError = 74;

    private Exception? _reason;

    /// <summary>The first time is the last.</summary>
    public void Tell(Exception reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is not null) return;
        Environment.ExitCode = InputOutputError;
        log.LogCritical(reason, "{Why}", Trouble.AtWork(reason));
        // Not on the thread that noticed: what stops may wait for it.
        _ = Task.Run(lifetime.StopApplication);
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        ThrowIfLost();
        return result;
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        ThrowIfLost();
        return new(result);
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Look(eventData.Exception);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Look(eventData.Exception);
        return Task.CompletedTask;
    }

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Look(eventData.Exception);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Look(eventData.Exception);
        return Task.CompletedTask;
    }

    private void ThrowIfLost()
    {
        if (Volatile.Read(ref _reason) is { } reason) throw new IOException("磁盘已失效，程序正在停止 / the disk has failed; the program is stopping", reason);
    }

    private void Look(Exception failure)
    {
        if (Sqlite.WriteAheadLog.IsLost(failure)) Tell(failure);
    }
}
