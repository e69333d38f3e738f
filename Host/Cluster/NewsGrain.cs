using Orleans.Concurrency;

namespace Gongtui.Host.Cluster;

/// <summary>A node that hears the news.</summary>
internal interface INewsEar : IGrainObserver
{
    [OneWay]
    Task HearAsync(string from, string[] news);
}

/// <summary>Passes on what one node tells all.</summary>
internal interface INewsGrain : IGrainWithIntegerKey
{
    /// <summary>To be repeated more often than <see cref="NewsGrain.Kept"/>.</summary>
    /// <returns>How much this grain has told in its life, and its life's name: who has heard less has missed something.</returns>
    Task<NewsCount> ListenAsync(INewsEar ear);

    Task TellAsync(string from, string[] news);
}

[GenerateSerializer]
internal readonly record struct NewsCount([property: Id(0)] Guid Life, [property: Id(1)] long Told);

internal sealed class NewsGrain(TimeProvider time) : Grain, INewsGrain
{
    /// <summary>A node that does not say for so long that it listens, is forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);

    private readonly Guid life = Guid.NewGuid();
    private readonly Dictionary<INewsEar, long> ears = [];
    private long told;

    public Task<NewsCount> ListenAsync(INewsEar ear)
    {
        ears[ear] = time.GetTimestamp();
        return Task.FromResult(new NewsCount(life, told));
    }

    public async Task TellAsync(string from, string[] news)
    {
        told++;
        foreach (var (ear, last) in ears.ToList())
        {
            if (time.GetElapsedTime(last) > Kept) ears.Remove(ear);
            else await ear.HearAsync(from, news);
        }
    }
}
