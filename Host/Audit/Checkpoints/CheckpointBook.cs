using System.Runtime.CompilerServices;
using System.Text;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>Makes checkpoints, one at a time.</summary>
public sealed class CheckpointBook(ReadingJournal readers, ICheckpointStore store, OfficeKey key, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>The newest one, without heads; null before the first.</summary>
    public Task<SignedCheckpoint?> NewestAsync(CancellationToken cancellationToken) => store.NewestAsync(cancellationToken);

    /// <summary>Makes one for the heads as they are now; when none moved since the newest, gives that one.</summary>
    /// <returns>Without its heads.</returns>
    public async Task<SignedCheckpoint> MakeAsync(string occasion, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (await TryMakeAsync(occasion, cancellationToken) is { } made) return made;
            }
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <returns>Null when another process made one meanwhile, so that this one does not follow from the newest.</returns>
    private async Task<SignedCheckpoint?> TryMakeAsync(string occasion, CancellationToken cancellationToken)
    {
        var last = await NewestAsync(cancellationToken);
        var (root, moved) = (new MerkleRoot(), new List<JournalHead>());
        await foreach (var (head, hasMoved) in PresentAsync(cancellationToken))
        {
            root.Add(CheckpointTree.Leaf(head));
            if (hasMoved) moved.Add(head);
        }

        if (moved.Count == 0 && last is not null) return last;
        var checkpoint = new Checkpoint(
            (last?.Read()?.Number ?? 0) + 1, time.GetUtcNow(), occasion, root.Count, Convert.ToHexStringLower(root.Compute()), last is null ? Checkpoint.NoPrevious : Checkpoint.HashOf(last.Note));
        var signed = new SignedCheckpoint(checkpoint.Note, key.Sign(Encoding.UTF8.GetBytes(checkpoint.Note)));
        return await store.AddAsync(checkpoint, signed, moved, cancellationToken) ? signed : null;
    }

    /// <summary>In the order of the tree; that it is kept is looked at here, for a root over another order could never be checked.</summary>
    private async IAsyncEnumerable<PresentHead> PresentAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = "";
        if (await readers.HeadAsync(cancellationToken) is { } head)
        {
            before = head.Instance;
            yield return new(head, await store.KnownAsync(head.Instance, cancellationToken) is not { } known || !known.Hash.AsSpan().SequenceEqual(head.Hash));
        }

        await foreach (var present in store.PresentAsync(cancellationToken))
        {
            if (string.CompareOrdinal(before, present.Head.Instance) >= 0) throw new InvalidOperationException($"{present.Head.Instance} comes after {before}.");
            before = present.Head.Instance;
            yield return present;
        }
    }
}
