namespace Gongtui.Host.Kernel;

/// <summary>Of all processes on one database one has the watch: it fires timers and makes checkpoints.</summary>
public interface IWatch
{
    /// <summary>Whether this process has it now.</summary>
    bool IsMine { get; }

    /// <summary>Changes when a process has come or gone: one that went may have left something undone.</summary>
    int Era { get; }

    /// <summary>How often to look again, and for how long to sleep at most. Sleep is measured, not read from the clock: when that was set forward, or the machine
    /// has slept, a timer is late by no more than this.</summary>
    TimeSpan Round { get; }
}

/// <summary>A process alone.</summary>
internal sealed class LoneWatch : IWatch
{
    public bool IsMine => true;

    public int Era => 0;

    public TimeSpan Round { get; } = TimeSpan.FromSeconds(15);
}
