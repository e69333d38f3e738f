namespace Gongtui.Activities.Rules.Ballots;

/// <content>Reading one contest's part: finds the four numbers that F7 and F8 judge.</content>
public sealed partial class Tally
{
    /// <summary>Names validly written into a contest of the ballot being read, as indexes among all names.</summary>
    private ReadOnlySpan<int> Written(int contest) =>
        written.AsSpan((contest == 0 ? 0 : writtenEnd[contest - 1])..writtenEnd[contest]);

    private PartReading Read(int contest, ContestSlots slots, ReadOnlySpan<Mark> part, ReadOnlySpan<WriteIn> writeIns, ref int end)
    {
        var approved = part.Count(Mark.Approve);
        if (writeIns.IsEmpty)
        {
            return BallotValidity.Read(slots.Seats, slots.Printed, approved, 0, 0, false, policy);
        }

        var (start, unmarked) = (end, false);
        foreach (var writeIn in writeIns)
        {
            if (writeIn.Contest == contest)
            {
                unmarked |= !writeIn.Marked;
                Collect(writeIn, slots, ref end);
            }
        }

        return BallotValidity.Read(
            slots.Seats, slots.Printed, approved, part.Count(Mark.Against), end - start, unmarked, policy);
    }

    /// <summary>A write-in counts when it is marked, names an eligible person who is not printed in this contest and who was
    /// not already written here, nor approved for a higher post where the plan counts a name once.</summary>
    private void Collect(WriteIn writeIn, ContestSlots slots, ref int end)
    {
        var name = slots.FirstName + writeIn.Person;
        if (writeIn.Marked
            && writeIn.Person >= slots.Printed
            && writeIn.Person < slots.Names.Length
            && writtenOn[name] != ballot
            && approvedOn[slots.People[writeIn.Person]] != ballot)
        {
            writtenOn[name] = ballot;
            written[end++] = name;
        }
    }

    /// <summary>As <see cref="Read"/>, but approvals of people whom this ballot approved for a higher post are no mark.</summary>
    private PartReading ReadOnce(int contest, ContestSlots slots, ReadOnlySpan<Mark> part, ReadOnlySpan<WriteIn> writeIns, ref int end)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == Mark.Approve && approvedOn[slots.People[i]] == ballot)
            {
                single[slots.FirstMark + i] = Mark.Abstain;
            }
        }

        var start = end;
        var reading = Read(contest, slots, part, writeIns, ref end);
        if (reading.IsValid)
        {
            for (var i = 0; i < part.Length; i++)
            {
                if (part[i] == Mark.Approve)
                {
                    approvedOn[slots.People[i]] = ballot;
                }
            }

            for (var i = reading.WriteInsCount ? start : end; i < end; i++)
            {
                approvedOn[slots.People[written[i] - slots.FirstName]] = ballot;
            }
        }

        return reading;
    }
}
