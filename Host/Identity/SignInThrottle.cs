using System.Collections.Concurrent;
using Gongtui.Host.Kernel;

namespace Gongtui.Host.Identity;

/// <summary>Slows guessing of one name's password, from however many addresses: five failures, then five minutes of rest.</summary>
public sealed class SignInThrottle
{
    private const int Allowed = 5;
    private const int Remembered = 10_000;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Last)> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider time;
    private readonly NodeNews news;

    public SignInThrottle(TimeProvider time, NodeNews news)
    {
        (this.time, this.news) = (time, news);
        news.Listen(NodeNews.SignInFailed, Count);
        news.Listen(NodeNews.SignedIn, name => _names.TryRemove(name, out _));
    }

    public bool MayTry(string name) =>
        !_names.TryGetValue(name, out var seen) || seen.Failures < Allowed || time.GetUtcNow() - seen.Last >= Rest;

    public void Failed(string name)
    {
        Count(name);
        news.Tell(NodeNews.SignInFailed, name);
    }

    public void Succeeded(string name)
    {
        if (_names.TryRemove(name, out _)) news.Tell(NodeNews.SignedIn, name);
    }

    private void Count(string name)
    {
        var now = time.GetUtcNow();
        if (_names.Count >= Remembered) Sweep(now);
        _names.AddOrUpdate(name, (1, now), (_, seen) => (now - seen.Last >= Rest ? 1 : seen.Failures + 1, now));
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (name, seen) in _names)
            if (now - seen.Last >= Rest) _names.TryRemove(name, out _);
        if (_names.Count >= Remembered) _names.Clear();
    }
}
