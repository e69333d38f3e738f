using System.Text;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>Makes checkpoints, one at a time.</summary>
public sealed class CheckpointBook(IJournalDatabase journals, ReadingJournal readers, ICheckpointStore store, OfficeKey key, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>The newest one, without heads; null before the first.</summary>
    public Task<SignedCheckpoint?> NewestAsync(CancellationToken cancellationToken) => store.NewestAsync(cancellationToken);

    /// <summary>Makes one for the heads as they are now; when none moved since the newest, gives that one.</summary>
    /// <returns>With its heads.</returns>
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
        var before = last?.Read() is { } read ? await store.HeadsAsync(read.Number, cancellationToken) : [];
        var heads = await HeadsAsync(cancellationToken);
        var known = before.Select(CheckpointTree.Line).ToHashSet(StringComparer.Ordinal);
        var moved = heads.Where(head => !known.Contains(CheckpointTree.Line(head))).ToList();
        if (moved.Count == 0 && last is not null) return last with { Heads = before };
        var checkpoint = new Checkpoint(
            (last?.Read()?.Number ?? 0) + 1, time.GetUtcNow(), occasion, heads.Count, CheckpointTree.Root(heads), last is null ? Checkpoint.NoPrevious : Checkpoint.HashOf(last.Note));
        var signed = new SignedCheckpoint(checkpoint.Note, key.Sign(Encoding.UTF8.GetBytes(checkpoint.Note)));
        return await store.AddAsync(checkpoint, signed, moved, cancellationToken) ? signed with { Heads = heads } : null;
    }

    private async Task<IReadOnlyList<JournalHead>> HeadsAsync(CancellationToken cancellationToken)
    {
        var heads = (await journals.HeadsAsync(cancellationToken)).ToList();
        if (await readers.HeadAsync(cancellationToken) is { } head) heads.Add(head);
        return CheckpointTree.InOrder(heads);
    }
}
