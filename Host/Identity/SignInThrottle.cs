using System.Collections.Concurrent;

namespace Gongtui.Host.Identity;

/// <summary>Slows guessing of one name's password, from however many addresses: five failures, then five minutes of rest.</summary>
public sealed class SignInThrottle(TimeProvider time)
{
    private const int Allowed = 5;
    private const int Remembered = 10_000;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Last)> _names = new(StringComparer.OrdinalIgnoreCase);

    public bool MayTry(string name) =>
        !_names.TryGetValue(name, out var seen) || seen.Failures < Allowed || time.GetUtcNow() - seen.Last >= Rest;

    public void Failed(string name)
    {
        var now = time.GetUtcNow();
        if (_names.Count >= Remembered) Sweep(now);
        _names.AddOrUpdate(name, (1, now), (_, seen) => (now - seen.Last >= Rest ? 1 : seen.Failures + 1, now));
    }

    public void Succeeded(string name) => _names.TryRemove(name, out _);

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (name, seen) in _names)
            if (now - seen.Last >= Rest) _names.TryRemove(name, out _);
        if (_names.Count >= Remembered) _names.Clear();
    }
}
