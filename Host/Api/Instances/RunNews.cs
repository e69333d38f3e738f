using System.Collections.Concurrent;
using System.Threading.Channels;
using Gongtui.Host.Kernel;

namespace Gongtui.Host.Api.Instances;

/// <summary>Which runs are watched, and which of those have moved on. Nobody who writes a journal ever waits for a viewer.</summary>
public sealed class RunNews
{
    private readonly NodeNews news;

    private readonly Channel<string> _moved = Channel.CreateBounded<string>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly ConcurrentDictionary<string, string> _watched = new(StringComparer.Ordinal);

    public RunNews(NodeNews news)
    {
        this.news = news;
        news.Listen(NodeNews.Run, AnnounceHere);
    }

    /// <summary>A connection watches a run from now on.</summary>
    public void Watch(string connection, string instance) => _watched[connection] = instance;

    public void Leave(string connection) => _watched.TryRemove(connection, out _);

    /// <summary>A burst of the run is on the disk.</summary>
    public void Announce(string instance)
    {
        AnnounceHere(instance);
        news.Tell(NodeNews.Run, instance);
    }

    private void AnnounceHere(string instance)
    {
        if (!_watched.IsEmpty && _watched.Values.Contains(instance)) _moved.Writer.TryWrite(instance);
    }

    /// <summary>Waits for news, and gives every run that moved since, each once.</summary>
    public async Task<IReadOnlySet<string>> NextAsync(CancellationToken cancellationToken)
    {
        var moved = new HashSet<string>(StringComparer.Ordinal) { await _moved.Reader.ReadAsync(cancellationToken) };
        while (_moved.Reader.TryRead(out var instance)) moved.Add(instance);
        return moved;
    }
}
