using Gongtui.Engine.Execution;
using Gongtui.Engine.Storage;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Kernel;

/// <summary>Fires timers when they are due, by the clock of elections. Sleeps until the earliest one or until somebody rings.</summary>
/// <remarks>First of all it does what stored bursts still owe to other instances: at a start, and whenever a process on the same database has come or gone.
/// One process at a time does all this, the one that has the watch; a timer that two fire goes on once.</remarks>
public sealed class Timekeeper(Runtime runtime, ICommands commands, IWatch watch, IJournalDatabase journal, ElectionClock clock, Alarm alarm, ILogger<Timekeeper> log) : BackgroundService
{
    private const int AtOnce = 256;

    /// <summary>How long a timer rests that is due and could not be fired.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    // Timers that failed or were refused: tried again after the next sleep, and not again and again before it.
    private readonly HashSet<DueTimer> _failed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int? era = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!watch.IsMine)
            {
                await Task.Delay(watch.Round, stoppingToken);
                continue;
            }

            if (era != watch.Era)
            {
                era = watch.Era;
                await RecoverAsync(stoppingToken);
            }

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
        var wait = next - clock.GetUtcNow() ?? watch.Round;
        if (wait <= TimeSpan.Zero) return _failed.Count == 0 ? TimeSpan.Zero : Retry;
        // Nothing should need it; a timer that was missed for any reason is late by no more than a round.
        return wait < watch.Round ? wait : watch.Round;
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
