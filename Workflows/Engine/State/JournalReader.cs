using System.Runtime.CompilerServices;
using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;

namespace Gongtui.Engine.State;

/// <summary>A folded state and the chain's hash at its sequence.</summary>
public sealed record Instance(InstanceState State, byte[] Hash);

/// <summary>Turns stored journals into states: at the end, or as of any entry.</summary>
public sealed class JournalReader(IJournalStore store, IGraphSource graphs, IReadOnlyList<IView> views)
{
    /// <summary>So many are read and checked while others are folded.</summary>
    private const int EntriesAhead = 2048;

    public InstanceState Empty() => new(graphs, views);

    /// <summary>The state now, or null for an unknown instance. What is read is checked against the stored hashes.</summary>
    /// <exception cref="JournalException">The stored bytes do not hold together.</exception>
    public async ValueTask<Instance?> LoadAsync(string instance, CancellationToken cancellationToken = default) => await FoldAsync(instance, long.MaxValue, cancellationToken);

    /// <summary>The state as of an entry; null before the first.</summary>
    public async ValueTask<InstanceState?> SeekAsync(string instance, long sequence, CancellationToken cancellationToken = default) =>
        (await FoldAsync(instance, sequence, cancellationToken))?.State;

    /// <summary>The entries after one sequence up to another.</summary>
    public async ValueTask<IReadOnlyList<Entry>> EntriesAsync(string instance, long after, long upTo, CancellationToken cancellationToken = default)
    {
        var bursts = await store.ReadAsync(instance, after, upTo, cancellationToken);
        return [.. bursts.SelectMany(b => EntryReader.Read(b.Lines)).Where(e => e.Sequence > after && e.Sequence <= upTo)];
    }

    /// <summary>Recomputes a whole journal without snapshots: the chain, the numbering and the fold.</summary>
    /// <returns>Null if everything holds, else the first entry that does not and why.</returns>
    public async ValueTask<ChainFault?> VerifyAsync(string instance, CancellationToken cancellationToken = default)
    {
        var last = 0L;
        try
        {
            await foreach (var (entry, _) in StretchAsync(instance, 1, long.MaxValue, cancellationToken))
                last = entry.Sequence;
        }
        catch (JournalException e)
        {
            return new ChainFault(last + 1, e.Message);
        }
        return last == 0 ? new ChainFault(0, "There is no such journal.") : null;
    }

    /// <summary>
    /// A whole journal, burst by burst, each as it was when it was stored and with the state after it. For projections that are written again.
    /// The state is one object that moves on: what it said after a burst is gone with the next.
    /// </summary>
    /// <exception cref="JournalException">The stored bytes do not hold together.</exception>
    public async IAsyncEnumerable<Append> ReplayAsync(string instance, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (state, hash) = (Empty(), Array.Empty<byte>());
        foreach (var burst in await store.ReadAsync(instance, 0, long.MaxValue, cancellationToken))
        {
            var entries = Fold(state, burst, ref hash, long.MaxValue);
            yield return new Append(burst, entries, state, null);
        }
    }

    /// <summary>
    /// A stretch of a journal, entry by entry, each with the state right after it. The state is one object that moves on:
    /// what it said after an entry is gone with the next.
    /// </summary>
    /// <exception cref="JournalException">The stored bytes do not hold together.</exception>
    public async IAsyncEnumerable<(Entry Entry, InstanceState State)> StretchAsync(
        string instance, long from, long upTo, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (state, hash) = await NearestAsync(instance, from - 1, cancellationToken);

        var next = AheadAsync(instance, state.Sequence, upTo, hash, cancellationToken);
        while (await next is { Entries.Count: > 0 } ahead)
        {
            next = AheadAsync(instance, ahead.Entries[^1].Sequence, upTo, ahead.Hash, cancellationToken);
            foreach (var entry in ahead.Entries.TakeWhile(entry => entry.Sequence <= upTo))
            {
                Step(state, entry);
                if (entry.Sequence >= from)
                    yield return (entry, state);
            }
        }
    }

    /// <summary>The next entries, read and checked on another core while the last ones are folded. A fault shows when those before it are done.</summary>
    private Task<(List<Entry> Entries, byte[] Hash)> AheadAsync(string instance, long after, long upTo, byte[] hash, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        var entries = new List<Entry>();
        try
        {
            foreach (var burst in await store.ReadAsync(instance, after, Math.Min(after + EntriesAhead, upTo), cancellationToken))
                entries.AddRange(Checked(after + entries.Count, burst, ref hash));
        }
        catch (JournalException) when (entries.Count > 0) { }
        return (entries, hash);
    }, cancellationToken);

    /// <summary>The newest snapshot at or before a sequence; else the state in which every instance begins.</summary>
    private async ValueTask<Instance> NearestAsync(string instance, long sequence, CancellationToken cancellationToken)
    {
        var (state, snapshot) = (Empty(), await store.SnapshotAsync(instance, sequence, cancellationToken));
        if (snapshot is not null)
            state.Load(snapshot.State);
        return new(state, snapshot?.Hash ?? []);
    }

    private async ValueTask<Instance?> FoldAsync(string instance, long upTo, CancellationToken cancellationToken)
    {
        var (state, hash) = await NearestAsync(instance, upTo, cancellationToken);
        foreach (var burst in await store.ReadAsync(instance, state.Sequence, upTo, cancellationToken))
            Fold(state, burst, ref hash, upTo);
        return state.Sequence == 0 ? null : new Instance(state, hash);
    }

    /// <summary>Checks a burst against its stored hash, then folds its entries.</summary>
    private static IReadOnlyList<Entry> Fold(InstanceState state, StoredBurst burst, ref byte[] hash, long upTo)
    {
        var entries = Checked(state.Sequence, burst, ref hash);
        foreach (var entry in entries.TakeWhile(entry => entry.Sequence <= upTo))
            Step(state, entry);
        return entries;
    }

    /// <summary>The entries of the burst that follows an entry, once its stored hash was found to be theirs.</summary>
    private static IReadOnlyList<Entry> Checked(long last, StoredBurst burst, ref byte[] hash)
    {
        if (burst.First != last + 1)
            throw new JournalException($"Entry {last + 1} is missing; the next stored one is {burst.First}.");
        var entries = EntryReader.Read(burst.Lines);
        var previous = entries is [Started started, ..] ? HashChain.Seed(started.Instance, started.DefinitionHash) : hash;
        if (!HashChain.AfterBurst(previous, burst.Lines).AsSpan().SequenceEqual(burst.Hash))
            throw new JournalException($"Entries {burst.First} to {burst.Last} do not match their stored hash.");
        hash = burst.Hash;
        return entries;
    }

    private static void Step(InstanceState state, Entry entry)
    {
        if (entry.Sequence != state.Sequence + 1)
            throw new JournalException($"Entry {state.Sequence + 1} was expected and {entry.Sequence} found.");
        state.Apply(entry);
    }
}

/// <summary>The first entry at which a journal does not hold together.</summary>
public sealed record ChainFault(long Sequence, string Reason);
