using Gongtui.Host.Boxes;

namespace Gongtui.Host.Persistence.Sqlite.Boxes;

/// <summary>Sealing. A crash at any point leaves a box that closing again finishes.</summary>
internal sealed partial class BoxWriter
{
    private readonly record struct Leaf(byte[] Hash, byte[] Salt, byte[] Content);

    private void SealOne(CloseBox close)
    {
        if (FindBox(close.Box) is not var (box, state))
        {
            close.Finish(null);
            return;
        }

        if (state == BoxSchema.Open) InTransaction(() => RewriteInHashOrder(box));
        if (state != BoxSchema.Scrubbed) Scrub(box);
        close.Finish(Sealed(box));
    }

    /// <summary>Replaces the sheets by the same ones keyed by their leaf and writes down the root.</summary>
    private void RewriteInHashOrder(long box)
    {
        var leaves = Leaves(box);
        leaves.Sort((a, b) => a.Hash.AsSpan().SequenceCompareTo(b.Hash));
        var root = MerkleTree.Root(leaves.Select(leaf => leaf.Hash).ToArray());
        using var delete = BoxSchema.Prepare(_connection, "DELETE FROM sheet WHERE box = $1", 1);
        delete.With(box).ExecuteNonQuery();
        foreach (var leaf in leaves) _insertSheet.With(box, leaf.Hash, leaf.Salt, leaf.Content).ExecuteNonQuery();
        using var seal = BoxSchema.Prepare(
            _connection, "UPDATE box SET state = $2, submitted = $3, root = $4 WHERE id = $1", 4);
        seal.With(box, BoxSchema.Sealed, leaves.Count, root).ExecuteNonQuery();
    }

    /// <summary>Writes the file anew and empties the log: the old order of the sheets is nowhere any more.</summary>
    private void Scrub(long box)
    {
        BoxSchema.Execute(_connection, "VACUUM");
        using (var done = BoxSchema.Prepare(_connection, "UPDATE box SET state = $2 WHERE id = $1", 2))
            done.With(box, BoxSchema.Scrubbed).ExecuteNonQuery();
        BoxSchema.Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private SealedBox Sealed(long box)
    {
        using var command = BoxSchema.Prepare(_connection, "SELECT electors, submitted, root FROM box WHERE id = $1", 1);
        using var row = command.With(box).ExecuteReader();
        row.Read();
        var sheets = Leaves(box).ConvertAll(leaf => leaf.Content);
        sheets.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return new SealedBox(row.GetInt32(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2), sheets);
    }

    private List<Leaf> Leaves(long box)
    {
        using var command = BoxSchema.Prepare(_connection, "SELECT salt, content FROM sheet WHERE box = $1", 1);
        using var rows = command.With(box).ExecuteReader();
        var leaves = new List<Leaf>();
        while (rows.Read())
        {
            var (salt, content) = (rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1));
            leaves.Add(new Leaf(Receipt.For(salt, content).Hash.ToArray(), salt, content));
        }

        return leaves;
    }
}
