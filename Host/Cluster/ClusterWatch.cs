using Gongtui.Host.Kernel;
using Orleans.Runtime;

namespace Gongtui.Host.Cluster;

/// <summary>The node that has been in the cluster longest has the watch; when it dies, the next one.</summary>
/// <remarks>For a moment two may believe that they have it. What the watch does is refused the second time.</remarks>
internal sealed class ClusterWatch(ISiloStatusOracle members) : IWatch
{
    public bool IsMine => Active().FirstOrDefault() is { } first && first.Equals(members.SiloAddress);

    public int Era => Active().Aggregate(0, (era, member) => HashCode.Combine(era, member.GetConsistentHashCode()));

    public TimeSpan Round { get; } = TimeSpan.FromSeconds(5);

    private IEnumerable<SiloAddress> Active() => members.GetApproximateSiloStatuses(onlyActive: true).Keys
        .OrderBy(member => member.Generation).ThenBy(member => member.ToParsableString(), StringComparer.Ordinal);
}
