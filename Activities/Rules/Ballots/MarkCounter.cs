using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gongtui.Activities.Rules.Ballots;

/// <summary>Counts the two marks that say something, for every printed name of a ballot at once: sixteen names to a vector,
/// one byte per name, emptied into whole numbers before a byte can run over.</summary>
internal sealed class MarkCounter
{
    private static readonly Vector128<byte> Approve = Vector128.Create((byte)Mark.Approve);
    private static readonly Vector128<byte> Against = Vector128.Create((byte)Mark.Against);

    private readonly Mark[] sheet;
    private readonly byte[] approveLanes;
    private readonly byte[] againstLanes;
    private readonly int[] approvals;
    private readonly int[] objections;
    private int pending;

    public MarkCounter(int marks)
    {
        var padded = (marks + Vector128<byte>.Count - 1) / Vector128<byte>.Count * Vector128<byte>.Count;
        (Marks, sheet) = (marks, new Mark[padded]);
        (approveLanes, againstLanes) = (new byte[padded], new byte[padded]);
        (approvals, objections) = (new int[marks], new int[marks]);
    }

    /// <summary>The ballot to add next; what does not count is cleared to <see cref="Mark.Abstain"/>.</summary>
    public Span<Mark> Sheet => sheet.AsSpan(0, Marks);

    private int Marks { get; }

    /// <summary>Adds the sheet.</summary>
    public void Add()
    {
        ref var mark = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes<Mark>(sheet));
        ref var approve = ref MemoryMarshal.GetArrayDataReference(approveLanes);
        ref var against = ref MemoryMarshal.GetArrayDataReference(againstLanes);
        for (nuint i = 0; i < (nuint)sheet.Length; i += (nuint)Vector128<byte>.Count)
        {
            // Equal lanes are all ones, which is minus one: subtracting it adds one.
            var marks = Vector128.LoadUnsafe(ref mark, i);
            (Vector128.LoadUnsafe(ref approve, i) - Vector128.Equals(marks, Approve)).StoreUnsafe(ref approve, i);
            (Vector128.LoadUnsafe(ref against, i) - Vector128.Equals(marks, Against)).StoreUnsafe(ref against, i);
        }

        if (++pending == byte.MaxValue)
        {
            Empty();
        }
    }

    /// <summary>○ and × of one printed name so far.</summary>
    public (int Approve, int Against) Of(int mark) => (approvals[mark] + approveLanes[mark], objections[mark] + againstLanes[mark]);

    public void Merge(MarkCounter other)
    {
        for (var i = 0; i < Marks; i++)
        {
            var (approve, against) = other.Of(i);
            approvals[i] += approve;
            objections[i] += against;
        }
    }

    private void Empty()
    {
        for (var i = 0; i < Marks; i++)
        {
            approvals[i] += approveLanes[i];
            objections[i] += againstLanes[i];
        }

        Array.Clear(approveLanes);
        Array.Clear(againstLanes);
        pending = 0;
    }
}
