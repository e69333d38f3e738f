using System.Runtime.CompilerServices;
using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Audit.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Persistence;

/// <summary>Checkpoints in the database. A head that did not move is not stored again.</summary>
public sealed class CheckpointTable(IDbContextFactory<GongtuiDb> contexts) : ICheckpointStore
{
    private const int AtOnce = 5_000;

    // Double quotes are names in every database of the product.
    private const string Present = """
        SELECT i.name AS "Instance", i.last AS "Entries", j.hash AS "Hash",
          (SELECT h.hash FROM checkpoint_head h WHERE h.instance = i.name
             AND h.checkpoint = (SELECT max(n.checkpoint) FROM checkpoint_head n WHERE n.instance = i.name)) AS "Known"
        FROM instance i JOIN journal j ON j.instance = i.number AND j.first = (SELECT max(l.first) FROM journal l WHERE l.instance = i.number)
        ORDER BY i.name
        """;

    public async Task<bool> AddAsync(Checkpoint checkpoint, SignedCheckpoint signed, IReadOnlyList<JournalHead> moved, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            // A connection that may be tried again wants to begin its transactions itself.
            await db.Database.CreateExecutionStrategy().ExecuteAsync(() => StoreAsync(db, checkpoint, signed, moved, cancellationToken));
            return true;
        }
        catch (DbUpdateException) when (db.Checkpoints.AsNoTracking().Any(other => other.Number == checkpoint.Number))
        {
            return false;
        }
    }

    public async IAsyncEnumerable<PresentHead> PresentAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in db.Database.SqlQueryRaw<PresentRow>(Present).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return new(new(row.Instance, row.Entries, row.Hash), row.Known is null || !row.Known.AsSpan().SequenceEqual(row.Hash));
    }

    public async Task<JournalHead?> KnownAsync(string instance, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CheckpointHeads.AsNoTracking().Where(row => row.Instance == instance).OrderByDescending(row => row.Checkpoint)
            .Select(row => new JournalHead(row.Instance, row.Entries, row.Hash)).FirstOrDefaultAsync(cancellationToken);
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

    private static async Task StoreAsync(GongtuiDb db, Checkpoint checkpoint, SignedCheckpoint signed, IReadOnlyList<JournalHead> moved, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Checkpoints.Add(new() { Number = checkpoint.Number, Note = signed.Note, PublicKey = signed.Signature.PublicKey, Signature = signed.Signature.Signature });
        await db.SaveChangesAsync(cancellationToken);
        foreach (var some in moved.Chunk(AtOnce))
        {
            db.CheckpointHeads.AddRange(some.Select(head => new CheckpointHeadRow
            {
                Instance = head.Instance,
                Checkpoint = checkpoint.Number,
                Entries = head.Entries,
                Hash = head.Hash,
            }));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static SignedCheckpoint Signed(CheckpointRow row) => new(row.Note, new(OfficeKey.Algorithm, row.PublicKey, row.Signature));

    private sealed record PresentRow(string Instance, long Entries, byte[] Hash, byte[]? Known);
}
