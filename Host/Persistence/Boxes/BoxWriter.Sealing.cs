using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>Sealing. A crash at any point leaves a box that closing again finishes.</summary>
internal sealed partial class BoxWriter
{
    private readonly record struct Leaf(byte[] Hash, byte[] Salt, byte[] Content);

    private void SealOne(IDbSession session, CloseBox close)
    {
        if (FindBox(session, close.Box) is not { Id: var box, State: var state })
        {
            close.Finish(null);
            return;
        }

        if (state == BoxState.Open)
        {
            InTransaction(session, () =>
            {
                if (FindBox(session, close.Box) is { State: BoxState.Open }) RewriteInHashOrder(session, box);
            });
        }

        if (state != BoxState.Scrubbed)
        {
            _sessions.Scrub(session);
            session.Execute("UPDATE box SET state = @scrubbed WHERE id = @id", ("@scrubbed", BoxState.Scrubbed), ("@id", box));
            _sessions.Rest(session);
        }

        close.Finish(Sealed(session, box));
    }

    /// <summary>Replaces the sheets by the same ones keyed by their leaf and writes down the root.</summary>
    private static void RewriteInHashOrder(IDbSession session, long box)
    {
        var leaves = Leaves(session, box);
        leaves.Sort((a, b) => a.Hash.AsSpan().SequenceCompareTo(b.Hash));
        session.Execute("DELETE FROM sheet WHERE box = @box", ("@box", box));
        session.InsertAll("sheet", SheetColumns, [.. leaves.Select(leaf => new object[] { box, leaf.Hash, leaf.Salt, leaf.Content })]);
        session.Execute(
            "UPDATE box SET state = @state, submitted = @submitted, root = @root WHERE id = @id",
            ("@state", BoxState.Sealed), ("@submitted", (long)leaves.Count), ("@root", MerkleTree.Root(leaves.Select(leaf => leaf.Hash).ToArray())), ("@id", box));
    }

    private static SealedBox Sealed(IDbSession session, long box)
    {
        var sheets = Leaves(session, box).ConvertAll(leaf => leaf.Content);
        sheets.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return session.Read(
            "SELECT electors, submitted, root FROM box WHERE id = @id",
            row => new SealedBox((int)row.Number(0), (int)row.Number(1), row.Bytes(2), sheets), ("@id", box))[0];
    }

    private static List<Leaf> Leaves(IDbSession session, long box) =>
    [
        .. session.Read("SELECT salt, content FROM sheet WHERE box = @box", row => (Salt: row.Bytes(0), Content: row.Bytes(1)), ("@box", box))
            .Select(sheet => new Leaf(Receipt.For(sheet.Salt, sheet.Content).Hash.ToArray(), sheet.Salt, sheet.Content)),
    ];
}
