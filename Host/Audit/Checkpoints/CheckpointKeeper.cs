using Gongtui.Host.Kernel;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>Makes a checkpoint every minute in which something changed, and right after each milestone. One process on the database does it: who has the watch.</summary>
public sealed class CheckpointKeeper(CheckpointBook book, CheckpointBell bell, IWatch watch, TimeProvider time, ILogger<CheckpointKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What changed while nobody kept watch, such as before a crash.
        bell.Touch();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!watch.IsMine)
                {
                    await Task.Delay(watch.Round, time, stoppingToken);
                    bell.Touch();
                    continue;
                }

                var occasion = await bell.WaitAsync(Interval, time, stoppingToken);
                await book.MakeAsync(occasion, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A checkpoint could not be made; the next minute tries again.");
                bell.Touch();
            }
        }
    }
}
