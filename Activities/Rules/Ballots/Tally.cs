namespace Gongtui.Activities.Rules.Ballots;

/// <summary>Counts ballots of one paper under one policy: F7, F8 and the part of F15 about names written twice.
/// Adding allocates nothing. Not for use by two threads at once; count apart and <see cref="Merge"/>.</summary>
public sealed partial class Tally
{
    private readonly BallotPaper paper;
    private readonly CountingPolicy policy;
    private readonly MarkCounter marked;
    private readonly int[] writeInApprovals;
    private readonly int[] valid;
    private readonly int[] invalid;

    // Scratch of the ballot being read. A stamp equal to the ballot's number means "seen on this ballot".
    private readonly PartReading[] parts;
    private readonly int[] written;
    private readonly int[] writtenEnd;
    private readonly int[] writtenOn;
    private readonly int[] approvedOn;
    private WriteIn[]? buffer;
    private int ballot;

    public Tally(BallotPaper paper, CountingPolicy policy)
    {
        (this.paper, this.policy) = (paper, policy);
        marked = new(paper.MarkCount);
        writeInApprovals = new int[paper.NameCount];
        written = new int[paper.NameCount];
        writtenEnd = new int[paper.Slots.Length];
        writtenOn = new int[paper.NameCount];
        approvedOn = new int[paper.PersonCount];
        parts = new PartReading[paper.Slots.Length];
        valid = new int[paper.Slots.Length];
        invalid = new int[paper.Slots.Length];
    }

    /// <summary>Counts all ballots; their order never matters.</summary>
    public static IReadOnlyList<ContestTally> Count(BallotPaper paper, CountingPolicy policy, IEnumerable<Ballot> ballots)
    {
        var tally = new Tally(paper, policy);
        foreach (var one in ballots)
        {
            tally.Add(one.Marks.Span, one.WriteIns.Span);
        }

        return tally.Result();
    }

    /// <summary>Adds one ballot.</summary>
    /// <param name="marks">One per printed name, contest after contest.</param>
    /// <param name="writeIns">Names written in; those with an index outside their contest are void.</param>
    /// <exception cref="ArgumentException">The number of marks is not the paper's.</exception>
    public void Add(ReadOnlySpan<Mark> marks, ReadOnlySpan<WriteIn> writeIns)
    {
        if (marks.Length != paper.MarkCount)
        {
            throw new ArgumentException($"Expected {paper.MarkCount} marks, found {marks.Length}.", nameof(marks));
        }

        ballot++;
        var sheet = marked.Sheet;
        marks.CopyTo(sheet);
        var slots = paper.Slots;
        var (spoiled, end) = (false, 0);
        for (var c = 0; c < slots.Length; c++)
        {
            parts[c] = Read(c, slots[c], sheet.Slice(slots[c].FirstMark, slots[c].Printed), writeIns, ref end);
            writtenEnd[c] = end;
            spoiled |= !parts[c].IsValid;
        }

        spoiled &= policy.BallotScope == BallotScope.Ballot;
        for (var c = 0; c < slots.Length; c++)
        {
            if (spoiled || !parts[c].IsValid)
            {
                invalid[c]++;
                sheet.Slice(slots[c].FirstMark, slots[c].Printed).Clear();
                continue;
            }

            valid[c]++;
            foreach (var name in parts[c].WriteInsCount ? Written(c) : [])
            {
                writeInApprovals[name]++;
            }
        }

        marked.Add();
    }

    /// <summary>Adds one ballot from its canonical bytes; bytes that are no ballot of this paper are not counted.</summary>
    /// <returns>Null, or what is wrong with the bytes.</returns>
    public Text? Add(ReadOnlySpan<byte> stored)
    {
        if (BallotBytes.Fault(paper, stored) is { } fault)
        {
            return fault;
        }

        var room = stored.Length > 1 + paper.MarkCount ? buffer ??= new WriteIn[BallotBytes.MostWriteIns] : [];
        var marks = BallotBytes.Read(paper, stored, room, out var writeIns);
        Add(marks, writeIns);
        return null;
    }

    /// <summary>Adds another count of the same paper and policy; sums are the same in any order.</summary>
    /// <exception cref="ArgumentException">The other count is of another paper or policy.</exception>
    public void Merge(Tally other)
    {
        if (!ReferenceEquals(paper, other.paper) || policy != other.policy)
        {
            throw new ArgumentException("Only counts of one paper and one policy can be merged.", nameof(other));
        }

        marked.Merge(other.marked);
        Sum(writeInApprovals, other.writeInApprovals);
        Sum(valid, other.valid);
        Sum(invalid, other.invalid);

        static void Sum(int[] into, int[] from)
        {
            for (var i = 0; i < into.Length; i++)
            {
                into[i] += from[i];
            }
        }
    }

    /// <summary>The counts so far.</summary>
    public IReadOnlyList<ContestTally> Result() =>
        [.. paper.Slots.Select((slots, c) => new ContestTally(paper.Contests[c].Post, slots.Seats, valid[c], invalid[c], [.. Names(slots, valid[c])]))];

    private IEnumerable<NameTally> Names(ContestSlots slots, int validParts)
    {
        for (var i = 0; i < slots.Names.Length; i++)
        {
            if (i < slots.Printed)
            {
                var (approve, against) = marked.Of(slots.FirstMark + i);
                yield return new(slots.Names[i], true, approve, against, validParts - approve - against);
            }
            else if (writeInApprovals[slots.FirstName + i] is > 0 and var approvals)
            {
                yield return new(slots.Names[i], false, approvals, 0, 0);
            }
        }
    }
}
