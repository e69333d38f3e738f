using Gongtui.Engine.State;
using Gongtui.Host.Boxes;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Persistence.Copying;

/// <summary>Checks what has arrived before it is committed: every chain is recomputed and folded as for an auditor, every sealed box's root is computed from its sheets.</summary>
internal static class Arrival
{
    internal const string SealedBoxes = "SELECT id, name, submitted, root FROM box WHERE state <> @open ORDER BY id";

    /// <summary>A sealed box's are in the order of their leaves.</summary>
    internal const string Sheets = "SELECT salt, content FROM sheet WHERE box = @box ORDER BY \"key\"";

    /// <param name="db">The connection whose transaction has written the journals.</param>
    /// <param name="graphs">The procedures that they ran on.</param>
    /// <param name="said">Progress is written here.</param>
    /// <returns>How many journals verify.</returns>
    /// <exception cref="CopyException">One does not.</exception>
    public static async Task<int> VerifyAsync(IDbSession db, IGraphSource graphs, TextWriter said)
    {
        using var sessions = new OneSession(db);
        await using var journals = new JournalDatabase(sessions, [], new Alarm(), _ => { });
        var (reader, good) = (new JournalReader(journals, graphs, [new ElectionView()]), 0);
        foreach (var instance in await journals.InstancesAsync())
        {
            if (await reader.VerifyAsync(instance) is { } fault)
            {
                throw new CopyException(
                    $"记录 {instance} 第 {fault.Sequence} 条校验不符（{fault.Reason}）。目标没有改动。请先查明来源被改动的原因，必要时恢复改动之前的备份",
                    $"journal {instance} does not verify at entry {fault.Sequence} ({fault.Reason}). The target is unchanged. Find out who changed the source; restore a backup from before, if need be");
            }

            if (++good % 1000 == 0) await said.WriteLineAsync($"  ✓ {good}…");
        }

        return good;
    }

    /// <param name="db">The connection whose transaction has written the boxes.</param>
    /// <returns>How many sealed boxes have their root.</returns>
    /// <exception cref="CopyException">One has not.</exception>
    public static int Verify(IDbSession db)
    {
        var boxes = db.Read(
            SealedBoxes,
            row => (Id: row.Number(0), Name: row.Text(1), Submitted: row.Number(2), Root: row.Bytes(3)), ("@open", BoxState.Open));
        foreach (var box in boxes)
        {
            var leaves = db.Read(
                Sheets, row => Receipt.For(row.Bytes(0), row.Bytes(1)).Hash.ToArray(), ("@box", box.Id)).ToArray();
            if (leaves.Length != box.Submitted || !MerkleTree.Root(leaves).AsSpan().SequenceEqual(box.Root))
            {
                throw new CopyException(
                    $"已封存票箱 {box.Name} 的选票与其根值不符。目标没有改动。请先查明来源被改动的原因，必要时恢复改动之前的备份",
                    $"the sheets of the sealed box {box.Name} do not come to its root. The target is unchanged. Find out who changed the source; restore a backup from before, if need be");
            }
        }

        return boxes.Count;
    }

    /// <summary>Lets journals be read in a transaction that is not committed.</summary>
    private sealed class OneSession(IDbSession session) : IJournalSessions
    {
        private readonly Lock _gate = new();

        public string Name => "arrival";

        public int Writers => 0;

        public IDbSession OpenWriter() => throw new NotSupportedException();

        public T Read<T>(Func<IDbSession, T> read)
        {
            lock (_gate) return read(session);
        }

        public void Dispose()
        {
        }
    }
}
