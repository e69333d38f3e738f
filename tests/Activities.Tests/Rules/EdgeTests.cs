using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>The numbers on either side of an edge, where one sign decides.</summary>
public sealed class EdgeTests
{
    [Fact]
    public void Scores_compare_exactly()
    {
        var (low, high, equal) = (new AssessmentScore(41, 49), new AssessmentScore(42, 49), new AssessmentScore(6, 7));
        Assert.Equal((true, false, true, false), ((low < high), low > high, low <= high, low >= high));
        Assert.Equal((false, true, false, true), ((high < low), high > low, high <= low, high >= low));
        Assert.Equal((false, false, true, true), ((high < equal), high > equal, high <= equal, high >= equal));
        Assert.Equal("85.71%", equal.Percent);
    }

    [Fact]
    public void A_group_without_a_sheet_says_nothing_where_it_weighs()
    {
        var (some, none) = (new LevelCounts(1, 1, 0, 0, 0), new LevelCounts(0, 0, 0, 0, 0));
        Assert.Null(none.GoodShare);
        Assert.Equal("1/1", new LevelCounts(1, 0, 0, 0, 0).GoodShare!.Value.Terms);
        Assert.Null(AssessmentSummary.Score(none, some, null));
        Assert.Null(AssessmentSummary.Score(some, none, new(1, 1)));
        Assert.Null(AssessmentSummary.Score(none, some, new(1, 1)));
        Assert.Null(AssessmentSummary.Score(some, some, new(0, 0)));
        Assert.Equal("100.00%", AssessmentSummary.Score(some, none, new(1, 0))!.Value.Percent);
        Assert.Equal("100.00%", AssessmentSummary.Score(none, some, new(0, 1))!.Value.Percent);
        Assert.Equal("100.00%", AssessmentSummary.Score(new(1, 0, 0, 0, 0), new(1, 0, 0, 0, 0), new(1, 1))!.Value.Percent);
    }

    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(-7, 5, -1)]
    [InlineData(-5, 5, -1)]
    [InlineData(7, 5, 2)]
    public void A_fraction_is_rounded_up(int numerator, int denominator, int ceiling) =>
        Assert.Equal(ceiling, new Ratio(numerator, denominator).CeilingOf(1));

    [Fact]
    public void Ratios_hash_and_order_by_value()
    {
        Assert.Equal((0, new Ratio(0, 3).GetHashCode()), (default(Ratio).GetHashCode(), new Ratio(0, 7).GetHashCode()));
        Assert.Equal(new Ratio(2, 10).GetHashCode(), new Ratio(1, 5).GetHashCode());
        Assert.NotEqual(new Ratio(1, 5).GetHashCode(), new Ratio(2, 5).GetHashCode());
        var (fifth, same) = (new Ratio(1, 5), new Ratio(2, 10));
        Assert.Equal((false, false, true, true), ((fifth < same), fifth > same, fifth <= same, fifth >= same));
        Assert.False(Ratio.TryParse("/5", out _));
        Assert.False(Ratio.TryParse(null, out _));
        Assert.Equal(("1/5", "1/5 = 20.00%", "-1/5 = -20.00%"), ($"{fifth:t}", $"{fifth}", new Ratio(-1, 5).ToString()));
        Assert.Equal(("1/5", "1/5 = 20.00%"), (fifth.ToString("t", null), fifth.ToString(null, null)));
        Assert.Equal(("超过 1/5", "at least 1/5"), (new Threshold(fifth, true).ToString("zh", null), new Threshold(fifth, false).ToString("en", null)));
    }

    [Fact]
    public void An_invalid_part_tells_how_many_it_approved()
    {
        var strict = new CountingPolicy { WriteInWithoutMark = WriteInWithoutMark.Invalid, ExcessWriteIns = ExcessWriteIns.VoidPart };
        Assert.Equal(new PartReading(PartFault.WriteInWithoutMark, 3, false), BallotValidity.Read(3, 4, 2, 1, 1, true, strict));
        Assert.Equal(new PartReading(PartFault.ExcessWriteIns, 3, false), BallotValidity.Read(3, 4, 1, 1, 2, false, strict));
        Assert.Equal(41, new ContestTally("member", 3, 40, 1, []).Counted);
    }

    [Fact]
    public void Only_people_with_votes_stand_again()
    {
        var outcome = CombinedBallot.Decide([Sample.Counted("member", 2, 9, ("甲", 4), ("乙", 1), ("丙", 0))], 9, 9, SeatPolicy.SeatOnce, Sample.J20)[0];
        Assert.Equal(["甲", "乙"], OpenBallot.RunoffCandidates(outcome, new(1, 5)));
        Assert.Equal(["甲", "乙"], Shortage.Options(outcome, 9, Sample.J20).Candidates);
    }

    [Fact]
    public void A_calendar_knows_its_holidays_and_the_weekends_worked_for_them()
    {
        var calendar = new WorkCalendar([new("x", 2030, new("", ""), new("", ""), [new(new("", ""), new(2030, 5, 1), new(2030, 5, 3), [new(2030, 5, 4)])])]);
        bool[] week = [.. Enumerable.Range(0, 7).Select(day => calendar.IsWorkingDay(new DateOnly(2030, 4, 29).AddDays(day)))];
        Assert.Equal([true, true, false, false, false, true, false], week);
        Assert.Equal((true, false), (calendar.Knows(2030), calendar.Knows(2031)));
        Assert.Equal([2010, 2025, 2026], WorkCalendar.Published.Select(year => year.Year));
    }

    [Theory]
    [InlineData(OrganisationKind.Branch, 6, 1, 1, 2)]
    [InlineData(OrganisationKind.Branch, 7, 3, 5, 7)]
    [InlineData(OrganisationKind.GeneralBranch, 60, 5, 7, 9)]
    [InlineData(OrganisationKind.Committee, 150, 5, 9, 9)]
    public void Sizes_of_teams(OrganisationKind kind, int members, int least, int usual, int most) =>
        Assert.Equal((least, usual, most), TeamSize.Of(kind, members));
}
