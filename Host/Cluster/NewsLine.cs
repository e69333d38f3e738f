using System.Threading.Channels;
using Gongtui.Host.Kernel;

namespace Gongtui.Host.Cluster;

/// <summary>This node's line to the others: sends what is told here, and hears what is told elsewhere. When something may have been missed,
/// everything that is kept here is forgotten.</summary>
internal sealed class NewsLine(IGrainFactory grains, NodeNews news, ILogger<NewsLine> log) : BackgroundService, INewsEar
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private const char Between = '\t';

    private readonly string me = Guid.NewGuid().ToString("N");
    private readonly Channel<string> told = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private NewsCount expected;
    private long heard;

    public Task HearAsync(string from, string[] items)
    {
        Interlocked.Increment(ref heard);
        if (from == me) return Task.CompletedTask;
        foreach (var item in items.Select(item => item.Split(Between, 2))) news.Hear(item[0], item[1]);
        return Task.CompletedTask;
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        news.Open((kind, what) => told.Writer.TryWrite($"{kind}{Between}{what}"));
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TellAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task TellAsync(CancellationToken stoppingToken)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        while (await told.Reader.WaitToReadAsync(stoppingToken))
        {
            while (told.Reader.TryRead(out var item)) all.Add(item);
            await RetryAsync(() => grains.GetGrain<INewsGrain>(0).TellAsync(me, [.. all]), stoppingToken);
            all.Clear();
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        var ear = grains.CreateObjectReference<INewsEar>(this);
        using var timer = new PeriodicTimer(Round);
        do
        {
            NewsCount now = default;
            await RetryAsync(async () => now = await grains.GetGrain<INewsGrain>(0).ListenAsync(ear), stoppingToken);
            if (now.Life != expected.Life)
            {
                // Another grain than before, or the first: what was told meanwhile nobody heard here.
                Interlocked.Exchange(ref heard, now.Told);
                news.Miss();
            }
            else if (Interlocked.Read(ref heard) < expected.Told)
            {
                Interlocked.Exchange(ref heard, now.Told);
                news.Miss();
            }

            expected = now;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RetryAsync(Func<Task> action, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await action();
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("The news of the cluster are not to be had at the moment: {Reason}", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }
}
