using System.Runtime.CompilerServices;
using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;

namespace Gongtui.Engine.State;

/// <summary>A folded state and the chain's hash at its sequence.</summary>
public sealed record Instance(InstanceState State, byte[] Hash);

/// <summary>Turns stored journals into states: at the end, or as of any entry.</summary>
public sealed class JournalReader(IJournalStore store, IGraphSource graphs, IReadOnlyList<IView> views)
{
    public InstanceState Empty() => new(graphs, views);

    /// <summary>The state now, or null for an unknown instance. What is read is checked against the stored hashes.</summary>
    /// <exception cref="JournalException">The stored bytes do not hold together.</exception>
    public async ValueTask<Instance?> LoadAsync(string instance, CancellationToken cancellationToken = default) =>
        await FoldAsync(instance, long.MaxValue, cancellationToken);

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
        var state = Empty();
        byte[] hash = [];
        try
        {
            foreach (var burst in await store.ReadAsync(instance, 0, long.MaxValue, cancellationToken))
                hash = Fold(state, burst, hash, long.MaxValue);
        }
        catch (JournalException e)
        {
            return new ChainFault(state.Sequence + 1, e.Message);
        }
        return state.Sequence == 0 ? new ChainFault(0, "There is no such journal.") : null;
    }

    /// <summary>
    /// A whole journal, burst by burst, each as it was when it was stored and with the state after it. For projections that are written again.
    /// The state is one object that moves on: what it said after a burst is gone with the next.
    /// </summary>
    /// <exception cref="JournalException">The stored bytes do not hold together.</exception>
    public async IAsyncEnumerable<Append> ReplayAsync(string instance, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var state = Empty();
        byte[] hash = [];
        foreach (var burst in await store.ReadAsync(instance, 0, long.MaxValue, cancellationToken))
        {
            var entries = new List<Entry>();
            hash = Fold(state, burst, hash, long.MaxValue, entries);
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
        var (state, hash) = (Empty(), Array.Empty<byte>());
        if (await store.SnapshotAsync(instance, from - 1, cancellationToken) is { } snapshot)
        {
            state.Load(snapshot.State);
            hash = snapshot.Hash;
        }

        foreach (var burst in await store.ReadAsync(instance, state.Sequence, upTo, cancellationToken))
        {
            var entries = Checked(state, burst, ref hash);
            foreach (var entry in entries.TakeWhile(entry => entry.Sequence <= upTo))
            {
                Step(state, entry);
                if (entry.Sequence >= from)
                    yield return (entry, state);
            }
        }
    }

    private async ValueTask<Instance?> FoldAsync(string instance, long upTo, CancellationToken cancellationToken)
    {
        var (state, hash) = (Empty(), Array.Empty<byte>());
        if (await store.SnapshotAsync(instance, upTo, cancellationToken) is { } snapshot)
        {
            state.Load(snapshot.State);
            hash = snapshot.Hash;
        }
        foreach (var burst in await store.ReadAsync(instance, state.Sequence, upTo, cancellationToken))
            hash = Fold(state, burst, hash, upTo);
        return state.Sequence == 0 ? null : new Instance(state, hash);
    }

    /// <summary>Checks a burst against its stored hash, then folds its entries.</summary>
    private static byte[] Fold(InstanceState state, StoredBurst burst, byte[] hash, long upTo, List<Entry>? folded = null)
    {
        foreach (var entry in Checked(state, burst, ref hash))
        {
            if (entry.Sequence > upTo)
                break;
            Step(state, entry);
            folded?.Add(entry);
        }
        return hash;
    }

    /// <summary>The entries of the burst that follows the state, once its stored hash was found to be theirs.</summary>
    private static IReadOnlyList<Entry> Checked(InstanceState state, StoredBurst burst, ref byte[] hash)
    {
        if (burst.First != state.Sequence + 1)
            throw new JournalException($"Entry {state.Sequence + 1} is missing; the next stored one is {burst.First}.");
        var entries = EntryReader.Read(burst.Lines);
        if (entries is [Started started, ..])
            hash = HashChain.Seed(started.Instance, started.DefinitionHash);
        hash = HashChain.AfterBurst(hash, burst.Lines);
        return hash.AsSpan().SequenceEqual(burst.Hash) ? entries
            : throw new JournalException($"Entries {burst.First} to {burst.Last} do not match their stored hash.");
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
