using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>Two counts that share no code agree on a million random elections.</summary>
public sealed class TwoCounts(ITestOutputHelper output)
{
    [Fact]
    public void Two_counts_agree() => Lots.OfElections(output, 1_000_000, Agree);

    private static void Agree(RandomElection election)
    {
        var paper = election.Paper;
        var tally = new Tally(paper, election.Policy);
        foreach (var ballot in election.Ballots(paper))
        {
            tally.Add(ballot.Marks.Span, ballot.WriteIns.Span);
        }

        var choice = ElectionCount.Choose(election.Pack, election.Policy.SeatPolicy, election.Account, tally.Result);
        var standing = !SlowCount.HasQuorum(election) ? ElectionStanding.NoQuorum
            : SlowCount.IsVoid(election) ? ElectionStanding.Void : ElectionStanding.Valid;
        Assert.Equal(standing, choice.Standing);
        if (standing != ElectionStanding.Valid)
        {
            Assert.Empty(choice.Contests);
            return;
        }

        var slow = SlowCount.Run(election);
        Assert.Equal(slow.Count, choice.Contests.Count);
        for (var c = 0; c < slow.Count; c++)
        {
            Agree(slow[c], choice.Contests[c]);
        }
    }

    private static void Agree(SlowCount.Result expected, ContestChoice found)
    {
        Assert.Equal((expected.Post, expected.Valid, expected.Invalid), (found.Tally.Post, found.Tally.Valid, found.Tally.Invalid));
        Assert.Equal((expected.TiedSeats, expected.Open), (found.Selected.TiedSeats, found.Selected.Open));
        Assert.Equal(expected.Rows.Count, found.Tally.Names.Count);
        for (var i = 0; i < expected.Rows.Count; i++)
        {
            var (row, name) = (expected.Rows[i], found.Tally.Names[i]);
            Assert.Equal((row.Name, row.Printed, row.Approve, row.Against, row.Abstain), (name.Name, name.Printed, name.Approve, name.Against, name.Abstain));
        }

        Same(expected.Elected, found.Selected.Elected);
        Same(expected.Tied, found.Selected.Tied);

        void Same(IReadOnlySet<string> names, IReadOnlyList<int> indexes)
        {
            Assert.Equal(names.Count, indexes.Count);
            foreach (var index in indexes)
            {
                Assert.True(names.Contains(found.NameOf(index)), found.NameOf(index));
            }
        }
    }
}
