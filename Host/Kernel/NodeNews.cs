using System.Collections.Concurrent;

namespace Gongtui.Host.Kernel;

/// <summary>What processes on one database tell each other, so that none keeps what another has changed. A process alone tells nobody.</summary>
/// <remarks>Nothing that must not be lost: who hears nothing reads the database.</remarks>
public sealed class NodeNews
{
    public const string People = "people";
    public const string Procedure = "procedure";
    public const string Run = "run";
    public const string Checkpoint = "checkpoint";
    public const string Timer = "timer";
    public const string DemoClock = "demo-clock";
    public const string SignInFailed = "sign-in-failed";
    public const string SignedIn = "signed-in";

    private readonly ConcurrentDictionary<string, Action<string>> listeners = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Action> missing = new();
    private volatile Action<string, string>? outward;

    /// <summary>Hears news of a kind that come from elsewhere.</summary>
    /// <param name="missed">Called when some may have been missed; null when that is no harm.</param>
    public void Listen(string kind, Action<string> hear, Action? missed = null)
    {
        listeners[kind] = hear;
        if (missed is not null) missing.Enqueue(missed);
    }

    /// <summary>Tells the others. Returns at once.</summary>
    public void Tell(string kind, string what = "") => outward?.Invoke(kind, what);

    /// <summary>There are others from now on.</summary>
    internal void Open(Action<string, string> tell) => outward = tell;

    internal void Hear(string kind, string what)
    {
        if (listeners.TryGetValue(kind, out var hear)) hear(what);
    }

    internal void Miss()
    {
        foreach (var missed in missing) missed();
    }
}
