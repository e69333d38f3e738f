using Gongtui.Host.Kernel;
using Orleans.Runtime;

namespace Gongtui.Host.Cluster;

/// <summary>Asks an owner, and asks again while the cluster finds a new one: longer than it takes to notice that a node has died.</summary>
/// <remarks>What is asked must be safe to ask twice: the first owner may have done it and died before it could say so.</remarks>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <exception cref="OwnerAwayException">No owner answered.</exception>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var until = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                return await ask().WaitAsync(cancellationToken);
            }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                if (TimeProvider.System.GetElapsedTime(until) > Longest) throw new OwnerAwayException(e);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
