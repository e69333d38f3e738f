using System.Collections.Concurrent;
using Gongtui.Activities.Voting;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Elections;

namespace Gongtui.Host.Audit;

/// <summary>How far back-lookers may see: a result is held until it is announced (DOMAIN §6, trap 17), and the journal knows it before
/// anybody may. Until then the journal ends, for every reader, before the burst that counted first.</summary>
public sealed class AuditHorizon(IJournalStore store)
{
    // Where the first count of a journal stands never changes.
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>The last entry that may be shown of a journal in this state, the newest one.</summary>
    public async Task<long> LastAsync(InstanceState newest, CancellationToken cancellationToken)
    {
        var voting = newest.Election().Voting;
        if (voting.Announced || (voting.Posts.Count == 0 && voting.HandCounts.Count == 0) || newest.End is not null) return newest.Sequence;
        if (counts.TryGetValue(newest.InstanceId, out var known)) return known;
        foreach (var burst in await store.ReadAsync(newest.InstanceId, 0, newest.Sequence, cancellationToken))
        {
            if (EntryReader.Read(burst.Lines).Any(entry => entry is Logged { Event: nameof(ContestsCounted) or nameof(HandCounted) }))
                return counts[newest.InstanceId] = burst.First - 1;
        }

        return newest.Sequence;
    }
}
