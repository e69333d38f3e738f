using Gongtui.Host.Persistence;

namespace Gongtui.Host.Audit.Checkpoints;

/// <param name="Moved">Whether the newest checkpoint says something else of this journal, or nothing.</param>
public readonly record struct PresentHead(JournalHead Head, bool Moved);

/// <summary>Where checkpoints are kept. Rows are added and never changed; no number is given twice.</summary>
public interface ICheckpointStore
{
    /// <summary>Stores a checkpoint and the heads that moved since the one before, all or nothing.</summary>
    /// <returns>False when another process has stored one of this number meanwhile.</returns>
    Task<bool> AddAsync(Checkpoint checkpoint, SignedCheckpoint signed, IReadOnlyList<JournalHead> moved, CancellationToken cancellationToken);

    /// <summary>Where every journal of an election ends, as one moment of the database has it, in the order of the tree. Read row by row: there may be a million.</summary>
    IAsyncEnumerable<PresentHead> PresentAsync(CancellationToken cancellationToken);

    /// <summary>The head of this name under the newest checkpoint that has one; null before that.</summary>
    Task<JournalHead?> KnownAsync(string instance, CancellationToken cancellationToken);

    /// <summary>The newest one, without heads; null when there is none.</summary>
    Task<SignedCheckpoint?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>From one number on, without heads, in order.</summary>
    Task<IReadOnlyList<SignedCheckpoint>> FromAsync(long number, int most, CancellationToken cancellationToken);

    /// <summary>All heads that were under the root of this one, in the order of the tree.</summary>
    Task<IReadOnlyList<JournalHead>> HeadsAsync(long number, CancellationToken cancellationToken);
}
