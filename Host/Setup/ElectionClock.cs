namespace Gongtui.Host.Setup;

/// <summary>The time by which elections run: the machine's, in demo mode moved forward by an offset that survives a restart.</summary>
/// <remarks>Sign-in, rate limits and everything else about security use the machine's <see cref="TimeProvider.System"/>:
/// a demo that jumps a week ahead must not sign everybody out.</remarks>
public sealed class ElectionClock(GongtuiOptions options, Alarm alarm, TimeProvider machine) : TimeProvider
{
    private long _offset;

    /// <summary>How far this clock is ahead of the machine's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    /// <summary>Sets the offset; only forward, because history never runs backwards.</summary>
    /// <returns>False outside demo mode or when the offset would shrink; nothing has changed then.</returns>
    public bool TryMoveTo(TimeSpan offset)
    {
        if (!options.Demo) return false;
        while (true)
        {
            var seen = Interlocked.Read(ref _offset);
            if (offset.Ticks < seen) return false;
            if (Interlocked.CompareExchange(ref _offset, offset.Ticks, seen) != seen) continue;
            alarm.Ring();
            return true;
        }
    }
}
