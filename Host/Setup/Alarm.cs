using System.Threading.Channels;

namespace Gongtui.Host.Setup;

/// <summary>Wakes who sleeps until the next timer, because an earlier one may have come or the clock has jumped.</summary>
public sealed class Alarm
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Ends the present or the next sleep.</summary>
    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>Returns after a while, or when somebody has rung since the last sleep.</summary>
    public async Task SleepAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(atMost);
        try
        {
            await _bell.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
