using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F12.</summary>
public sealed class ShortageTests
{
    [Fact]
    public void E1_one_missing_of_five()
    {
        var options = Options(48, 5, 40, 33, 27, 25, 24, 20);
        Assert.Equal((1, 24), (options.Open, options.ConsentsNeeded));
        Assert.Equal(["E", "F"], options.Candidates);
        Assert.True(options.CandidatesSuffice.Holds);
        Assert.Equal((true, "5×4=20 ≥ 4×5=20"), (options.Close.Holds, options.Close.Inequality));
        Assert.True(Shortage.CheckConsent(24, 48, Sample.J20).Holds);
        Assert.False(Shortage.CheckConsent(23, 48, Sample.J20).Holds);
    }

    [Fact]
    public void E2_nobody_elected_offers_no_reduction()
    {
        var options = Options(39, 3, 18, 14, 11, 9, 8);
        Assert.Equal((3, false), (options.Open, options.Close.Holds));
        Assert.Equal(["A", "B", "C", "D"], options.Candidates);
    }

    [Fact]
    public void E3_six_of_seven_is_close()
    {
        var verdict = Shortage.CheckClose(7, 6, Sample.J20);
        Assert.Equal((true, "5×6=30 ≥ 4×7=28", "F12"), (verdict.Holds, verdict.Inequality, verdict.Rule));
        Assert.False(Shortage.CheckClose(7, 5, Sample.J20).Holds);
    }

    [Fact]
    public void Equal_votes_at_the_last_place_are_all_candidates() =>
        Assert.Equal(["B", "C", "D"], Options(48, 2, 40, 20, 10, 10, 9).Candidates);

    [Fact]
    public void Too_few_names_left_is_said()
    {
        var options = Options(48, 2, 40, 20);
        Assert.Equal(["B"], options.Candidates);
        Assert.False(options.CandidatesSuffice.Holds);
    }

    [Fact]
    public void People_nobody_voted_for_are_not_put_up_again() => Assert.Equal(["B"], Options(48, 2, 40, 20, 0).Candidates);

    [Fact]
    public void The_strict_variant_needs_one_more()
    {
        var strict = new Gongtui.Activities.Rules.Plan.PlanParameters { ReduceSeatsStrict = true }.Pack()!;
        Assert.False(Shortage.CheckConsent(24, 48, strict).Holds);
        Assert.True(Shortage.CheckConsent(25, 48, strict).Holds);
    }

    [Fact]
    public void An_empty_hall_consents_to_nothing() => Assert.False(Shortage.CheckConsent(0, 0, Sample.J20).Holds);

    private static ShortageOptions Options(int present, int seats, params int[] votes)
    {
        var names = Sample.Letters(votes.Length);
        var tally = Sample.Counted("member", seats, present, [.. votes.Select((vote, i) => (names[i], vote))]);
        return Shortage.Options(CombinedBallot.Decide([tally], present, present, SeatPolicy.SeatOnce, Sample.J20)[0], present, Sample.J20);
    }
}
