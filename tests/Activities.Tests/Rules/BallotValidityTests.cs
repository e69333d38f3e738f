using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F7 and F8, read by the counting engine.</summary>
public sealed class BallotValidityTests
{
    private static readonly CountingPolicy Default = new();

    [Theory]
    [InlineData("○A ○B ○C –D", true)]
    [InlineData("○A ○B ○C ○D", false)]
    [InlineData("×A ×B ×C ×D", true)]
    [InlineData("", true)]
    public void F7_at_most_as_many_approvals_as_seats(string ballot, bool valid)
    {
        var tally = Sample.Count(Sample.Paper(3, 4), Default, ballot);
        Assert.Equal(valid ? (1, 0) : (0, 1), (tally.Valid, tally.Invalid));
        Assert.All(tally.Names, name => Assert.Equal(tally.Valid, name.Approve + name.Against + name.Abstain));
    }

    [Theory]
    [InlineData("○A ○B ×C –D +X○", true, 1, 1)]
    [InlineData("○A ○B ○C ×D +X○", false, 0, 0)]
    [InlineData("○A –B –C –D +X○", true, 1, 0)]
    [InlineData("○A ×B –C –D +X○ +Y○", true, 1, 0)] // two write-ins for one ×: both void
    [InlineData("○A ×B ×C –D +X○ +X○", true, 1, 1)] // the same name again is void, not a second vote
    [InlineData("○A ×B –C –D +X○ +X○", true, 1, 1)] // and does not make the first one too many
    [InlineData("○A ×B –C –D +A○", true, 1, 0)] // a printed name cannot be written in
    [InlineData("○A ×B –C –D +Unknown○", true, 1, 0)] // nobody of that name is eligible
    [InlineData("○A ×B –C –D +X", true, 1, 0)] // no mark: ignored
    public void F8_a_write_in_needs_a_cross(string ballot, bool valid, int votesOfA, int votesOfX)
    {
        var tally = Sample.Count(Sample.Paper(3, 4), Default, ballot);
        Assert.Equal((valid ? 1 : 0, votesOfA, votesOfX), (tally.Valid, tally.Approvals("A"), tally.Approvals("X")));
    }

    [Fact]
    public void A_write_in_without_mark_can_make_the_part_invalid()
    {
        var policy = Default with { WriteInWithoutMark = WriteInWithoutMark.Invalid };
        Assert.Equal(1, Sample.Count(Sample.Paper(3, 4), policy, "○A ×B +X").Invalid);
        Assert.Equal(1, Sample.Count(Sample.Paper(3, 4), policy, "○A ×B +X○").Valid);
    }

    [Fact]
    public void Excess_write_ins_can_make_the_part_invalid()
    {
        var policy = Default with { ExcessWriteIns = ExcessWriteIns.VoidPart };
        Assert.Equal(1, Sample.Count(Sample.Paper(3, 4), policy, "○A +X○").Invalid);
        Assert.Equal(1, Sample.Count(Sample.Paper(3, 4), policy, "○A ×B +X○").Valid);
    }

    [Fact]
    public void A_plan_may_allow_write_ins_without_cross() =>
        Assert.Equal(1, Sample.Count(Sample.Paper(3, 4), Default with { WriteInNeedsAgainst = false }, "○A +X○").Approvals("X"));

    [Fact]
    public void Without_printed_candidates_no_cross_is_needed()
    {
        var tally = Sample.Count(Sample.Paper(2, 0), Default, "+X○ +Y○", "+X○", "+X○ +Y○ +Z○");
        Assert.Equal((2, 1, 2, 1, 0), (tally.Valid, tally.Invalid, tally.Approvals("X"), tally.Approvals("Y"), tally.Approvals("Z")));
    }

    [Fact]
    public void A_written_in_name_has_approvals_only_and_appears_once_it_has_one()
    {
        var tally = Sample.Count(Sample.Paper(3, 4), Default, "×A +X○", "○A");
        Assert.Equal(["A", "B", "C", "D", "X"], tally.Names.Select(name => name.Name));
        Assert.Equal(new NameTally("X", false, 1, 0, 0), tally.Names[4]);
    }

    [Theory]
    [InlineData(BallotScope.Contest, 1, 1, 0)]
    [InlineData(BallotScope.Ballot, 0, 0, 1)]
    public void The_scope_decides_what_an_over_full_part_spoils(BallotScope scope, int secretary, int voteOf甲, int invalid)
    {
        var paper = BallotPaper.Of([new("secretary", 1, ["甲"], []), new("member", 3, ["A", "B", "C", "D"], [])]);
        var pen = paper.Pen().Set("secretary", "甲", Mark.Approve);
        foreach (var name in Sample.Letters(4))
        {
            pen.Set("member", name, Mark.Approve);
        }

        var tallies = Tally.Count(paper, Default with { BallotScope = scope }, [pen.Done()]);
        Assert.Equal((secretary, voteOf甲, invalid), (tallies[0].Valid, tallies[0].Approvals("甲"), tallies[0].Invalid));
        Assert.Equal((0, 1), (tallies[1].Valid, tallies[1].Invalid));
    }

    [Fact]
    public void A_name_for_several_posts_can_count_for_the_highest_only()
    {
        var paper = BallotPaper.Of([new("secretary", 1, [], ["甲", "乙"]), new("member", 2, ["乙"], ["甲", "乙", "丙"])]);
        var ballot = paper.Pen().Write("secretary", "甲").Write("member", "甲").Write("member", "丙").Set("member", "乙", Mark.Against).Done();
        var highest = Tally.Count(paper, Default with { RepeatedName = RepeatedName.HighestPost }, [ballot]);
        Assert.Equal((1, 0, 1), (highest[0].Approvals("甲"), highest[1].Approvals("甲"), highest[1].Approvals("丙")));

        // Counted twice, the two names are more than the one × allows.
        var each = Tally.Count(paper, Default, [ballot]);
        Assert.Equal((1, 0, 0), (each[0].Approvals("甲"), each[1].Approvals("甲"), each[1].Approvals("丙")));
    }

    [Fact]
    public void A_repeated_printed_name_becomes_no_mark()
    {
        var paper = BallotPaper.Of([new("secretary", 1, ["甲"], []), new("member", 1, ["甲", "乙"], [])]);
        var ballot = paper.Pen().Set("secretary", "甲", Mark.Approve).Set("member", "甲", Mark.Approve).Set("member", "乙", Mark.Approve).Done();
        var members = Tally.Count(paper, Default with { RepeatedName = RepeatedName.HighestPost }, [ballot])[1];
        Assert.Equal([new("甲", true, 0, 0, 1), new("乙", true, 1, 0, 0)], members.Names);
        Assert.Equal(Mark.Approve, ballot.Marks.Span[1]);
    }

    [Fact]
    public void Words_for_the_page()
    {
        Assert.Equal("4 ≤ 3", BallotValidity.Check(3, 4, Sample.J20).Inequality);
        Assert.True(BallotValidity.Check(3, 3, Sample.J20).Holds);
        Assert.False(BallotValidity.CheckWriteIns(1, 0, Sample.J20).Holds);
        Assert.True(BallotValidity.CheckWriteIns(1, 1, Sample.J20).Holds);
    }
}
