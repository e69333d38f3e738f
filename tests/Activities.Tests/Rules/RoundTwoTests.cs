using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F13.</summary>
public sealed class RoundTwoTests
{
    [Fact]
    public void E1_over_half_is_not_elected_and_not_eligible()
    {
        var first = CombinedBallot.Decide(
            [Sample.Counted("member", 5, 45, ("A", 44), ("B", 41), ("C", 38), ("D", 33), ("E", 29), ("F", 26))], 50, 45, SeatPolicy.SeatOnce, Sample.J20)[0];
        Assert.Equal(["A", "B", "C", "D", "E"], first.Elected);
        Assert.Equal(23, Majority.Minimum(45, Sample.J20.Majority));
        Assert.True(RoundTwo.Gate(5, first.Elected.Count).Holds);
        Assert.False(RoundTwo.CheckEligible("F", [.. first.Elected]).Holds);
        Assert.True(RoundTwo.CheckEligible("E", [.. first.Elected]).Holds);
        Assert.Equal("2×40=80 > 44", Majority.Check("A", 40, 44, Sample.J20).Inequality);
        Assert.True(Majority.Check("A", 40, 44, Sample.J20).Holds);
    }

    [Theory]
    [InlineData(5, 5, null, true)]
    [InlineData(5, 4, null, false)]
    [InlineData(5, 4, 4, true)]
    [InlineData(5, 3, 4, false)]
    [InlineData(5, 0, 0, false)]
    public void E2_the_gate(int seats, int elected, int? reducedTo, bool opens) =>
        Assert.Equal(opens, RoundTwo.Gate(seats, elected, reducedTo).Holds);

    [Fact]
    public void E3_a_write_in_of_the_sixth_is_void()
    {
        var paper = BallotPaper.Of([RoundTwo.Contest("secretary", 1, ["A"], ["A", "B", "C", "D", "E"])]);
        var tally = Tally.Count(paper, new(),
        [
            paper.Pen().Set("secretary", "A", Mark.Against).Write("secretary", "F").Done(),
            paper.Pen().Set("secretary", "A", Mark.Against).Write("secretary", "B").Done(),
        ])[0];
        Assert.Equal((2, 1, 0), (tally.Valid, tally.Approvals("B"), tally.Approvals("F")));
    }
}
