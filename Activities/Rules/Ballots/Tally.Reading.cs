using System.Runtime.InteropServices;

namespace Gongtui.Activities.Rules.Ballots;

/// <content>Reading one contest's part: finds the four numbers that F7 and F8 judge.</content>
public sealed partial class Tally
{
    /// <summary>Names validly written into a contest of the ballot being read, as indexes among all names.</summary>
    private ReadOnlySpan<int> Written(int contest) =>
        written.AsSpan((contest == 0 ? 0 : writtenEnd[contest - 1])..writtenEnd[contest]);

    private PartReading Read(int contest, ContestSlots slots, Span<Mark> part, ReadOnlySpan<WriteIn> writeIns, ref int end)
    {
        var once = policy.RepeatedName == RepeatedName.HighestPost;
        if (once)
        {
            DropRepeated(slots, part);
        }

        var (start, unmarked, against) = (end, false, 0);
        if (!writeIns.IsEmpty)
        {
            against = Count(part, Mark.Against);
            foreach (var writeIn in writeIns)
            {
                if (writeIn.Contest == contest)
                {
                    unmarked |= !writeIn.Marked;
                    Collect(writeIn, slots, ref end);
                }
            }
        }

        var reading = BallotValidity.Read(
            slots.Seats, slots.Printed, Count(part, Mark.Approve), against, end - start, unmarked, policy);
        if (once && reading.IsValid)
        {
            Remember(slots, part, reading.WriteInsCount ? written.AsSpan(start..end) : []);
        }

        return reading;
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

    /// <summary>Approvals of people whom this ballot approved for a higher post become no mark.</summary>
    private void DropRepeated(ContestSlots slots, Span<Mark> part)
    {
        foreach (var i in slots.Shared)
        {
            if (part[i] == Mark.Approve && approvedOn[slots.People[i]] == ballot)
            {
                part[i] = Mark.Abstain;
            }
        }
    }

    /// <summary>Notes whom a valid part approves, for the contests below it.</summary>
    private void Remember(ContestSlots slots, ReadOnlySpan<Mark> part, ReadOnlySpan<int> names)
    {
        foreach (var i in slots.Shared)
        {
            if (part[i] == Mark.Approve)
            {
                approvedOn[slots.People[i]] = ballot;
            }
        }

        foreach (var name in names)
        {
            approvedOn[slots.People[name - slots.FirstName]] = ballot;
        }
    }

    private static int Count(ReadOnlySpan<Mark> part, Mark mark) => MemoryMarshal.AsBytes(part).Count((byte)mark);
}
