using Gongtui.Engine.Execution;
using Gongtui.Engine.Storage;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Kernel;

/// <summary>Fires timers when they are due, by the clock of elections. Sleeps until the earliest one or until somebody rings.</summary>
/// <remarks>First of all, at a start, it does what stored bursts still owe to other instances.</remarks>
public sealed class Timekeeper(Runtime runtime, ICommands commands, IJournalDatabase journal, ElectionClock clock, Alarm alarm, ILogger<Timekeeper> log) : BackgroundService
{
    private const int AtOnce = 256;

    /// <summary>Sleep is measured, not read from the clock: when that was set forward, or the machine has slept, a timer is late by no more than this.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    /// <summary>How long a timer rests that is due and could not be fired.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    // Timers that failed or were refused: tried again after the next sleep, and not again and again before it.
    private readonly HashSet<DueTimer> _failed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await RecoverAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var sleep = Retry;
            try
            {
                if (await FireAsync(stoppingToken) > 0) continue;
                sleep = Until(await journal.NextDueAsync(stoppingToken));
            }
            catch (System.Data.Common.DbException e)
            {
                log.LogError(e, "数据库没有应答，计时器稍后再试 / the database does not answer; timers are tried again");
            }

            await alarm.SleepAsync(sleep, stoppingToken);
            _failed.Clear();
        }
    }

    /// <summary>A timer that came due while it was looked for is fired at once; one that failed is given a while.</summary>
    private TimeSpan Until(DateTimeOffset? next)
    {
        var wait = next - clock.GetUtcNow() ?? LongestSleep;
        if (wait <= TimeSpan.Zero) return _failed.Count == 0 ? TimeSpan.Zero : Retry;
        return wait < LongestSleep ? wait : LongestSleep;
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            var done = await runtime.RecoverAsync(clock.GetUtcNow(), cancellationToken);
            if (done > 0)
                log.LogInformation("{Count} messages between runs were delivered after the start.", done);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Messages between runs could not be delivered after the start.");
        }
    }

    /// <returns>How many went on.</returns>
    private async Task<int> FireAsync(CancellationToken cancellationToken)
    {
        var (now, fired) = (clock.GetUtcNow(), 0);
        foreach (var timer in await journal.DueAsync(now, AtOnce + _failed.Count, cancellationToken))
        {
            if (!_failed.Contains(timer) && await FireAsync(timer, now, cancellationToken))
                fired++;
        }

        return fired;
    }

    private async Task<bool> FireAsync(DueTimer timer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            if (await commands.SendAsync(new FireTimerCommand(timer.Instance, timer.Bookmark) { Now = now }, cancellationToken) is Outcome.Accepted)
                return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The timer {Bookmark} of {Instance} could not be fired.", timer.Bookmark, timer.Instance);
        }

        _failed.Add(timer);
        return false;
    }
}
