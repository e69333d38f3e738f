using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Audit.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Persistence;

/// <summary>Checkpoints in the database. A head that did not move is not stored again.</summary>
public sealed class CheckpointTable(IDbContextFactory<GongtuiDb> contexts) : ICheckpointStore
{
    public async Task<bool> AddAsync(Checkpoint checkpoint, SignedCheckpoint signed, IEnumerable<JournalHead> moved, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Checkpoints.Add(new() { Number = checkpoint.Number, Note = signed.Note, PublicKey = signed.Signature.PublicKey, Signature = signed.Signature.Signature });
        db.CheckpointHeads.AddRange(moved.Select(head => new CheckpointHeadRow
        {
            Instance = head.Instance,
            Checkpoint = checkpoint.Number,
            Entries = head.Entries,
            Hash = head.Hash,
        }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (db.Checkpoints.AsNoTracking().Any(other => other.Number == checkpoint.Number))
        {
            return false;
        }
    }

    public async Task<SignedCheckpoint?> NewestAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Checkpoints.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken) is { } row ? Signed(row) : null;
    }

    public async Task<IReadOnlyList<SignedCheckpoint>> FromAsync(long number, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Checkpoints.AsNoTracking().Where(row => row.Number >= number).OrderBy(row => row.Number).Take(most).ToListAsync(cancellationToken);
        return rows.ConvertAll(Signed);
    }

    public async Task<IReadOnlyList<JournalHead>> HeadsAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.CheckpointHeads.AsNoTracking().Where(row => row.Checkpoint <= number
                && row.Checkpoint == db.CheckpointHeads.Where(other => other.Instance == row.Instance && other.Checkpoint <= number).Max(other => other.Checkpoint))
            .ToListAsync(cancellationToken);
        return CheckpointTree.InOrder(rows.Select(row => new JournalHead(row.Instance, row.Entries, row.Hash)));
    }

    private static SignedCheckpoint Signed(CheckpointRow row) => new(row.Note, new(OfficeKey.Algorithm, row.PublicKey, row.Signature));
}
