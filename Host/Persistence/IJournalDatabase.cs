using Gongtui.Engine.State;
using Gongtui.Engine.Storage;

namespace Gongtui.Host.Persistence;

/// <summary>A journal store together with the projections that it writes in the same transactions.</summary>
public interface IJournalDatabase : IJournalStore
{
    /// <summary>When the earliest timer is due; null when none waits.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default);

    /// <summary>Names of the instances that have a journal, in the order in which they began.</summary>
    ValueTask<IReadOnlyList<string>> InstancesAsync(CancellationToken cancellationToken = default);

    /// <summary>Empties every projection and writes it again from the journals, in one transaction.</summary>
    /// <returns>How many journals were read.</returns>
    ValueTask<int> RebuildAsync(JournalReader reader, CancellationToken cancellationToken = default);
}

/// <summary>The end of a journal: how many entries it has and the chain's hash after the last.</summary>
public sealed record JournalHead(string Instance, long Entries, byte[] Hash);
