using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F1, F2, F3.</summary>
public sealed class DifferentialTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    [InlineData(5, 6)]
    [InlineData(6, 8)]
    [InlineData(7, 9)]
    [InlineData(8, 10)]
    [InlineData(9, 11)]
    [InlineData(10, 12)]
    [InlineData(11, 14)]
    [InlineData(15, 18)]
    public void F1_table_of_twenty_percent(int seats, int candidates)
    {
        Assert.Equal(candidates, Differential.Minimum(seats, new Ratio(1, 5)));
        Assert.Equal(candidates, Differential.MinimumCandidates(seats, Sample.J20));
        Assert.True(Differential.Check(seats, candidates, Sample.J20).Holds);
        Assert.False(Differential.Check(seats, candidates - 1, Sample.J20).Holds);
        Assert.True(Differential.Check(seats, candidates + 1, Sample.J20).Holds);
        Assert.False(Differential.Check(seats, candidates + 1, Sample.J90).Holds);
        Assert.True(Differential.Check(seats, candidates, Sample.J90).Holds);
        Assert.False(Differential.Check(seats, candidates - 1, Sample.J90).Holds);
    }

    [Theory]
    [InlineData(5, 6, true, "5×(6−5)=5 ≥ 5", "1/5 = 20.00%")]
    [InlineData(7, 8, false, "5×(8−7)=5 ≥ 7", "1/7 = 14.29%")]
    [InlineData(3, 4, true, "5×(4−3)=5 ≥ 3", "1/3 = 33.33%")]
    [InlineData(5, 5, false, "5×(5−5)=0 ≥ 5", "0/5 = 0.00%")]
    public void F1_examples_show_numbers(int seats, int candidates, bool holds, string inequality, string ratio)
    {
        var verdict = Differential.Check(seats, candidates, Sample.J20);
        Assert.Equal(holds, verdict.Holds);
        Assert.Equal("F1", verdict.Rule);
        Assert.Equal(inequality, verdict.Inequality);
        Assert.Contains(ratio, verdict.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains(ratio, verdict.Sentence.En, StringComparison.Ordinal);
        Assert.Equal("J20 13 / R12, R12a", verdict.Article.Id);
    }

    [Fact]
    public void F1_refusal_says_how_many_are_needed() =>
        Assert.Contains("7 seats need 9, not 8", Differential.Check(7, 8, Sample.J20).Sentence.En, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_seats_is_never_right(int seats)
    {
        Assert.False(Differential.Check(seats, 3, Sample.J20).Holds);
        Assert.False(Differential.CheckEqual(seats, seats).Holds);
        Assert.False(Differential.CheckInvestigation(seats, 3, Differential.PilotInvestigation).Holds);
    }

    [Fact]
    public void A_pack_without_ratio_asks_for_one_more_than_seats()
    {
        var local = RulePacks.ById("local-congress-2020")!;
        Assert.True(Differential.Check(5, 6, local).Holds);
        Assert.False(Differential.Check(5, 5, local).Holds);
        Assert.Equal(6, Differential.MinimumCandidates(5, local));
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    [InlineData(2, 1, false)]
    public void F2_equal_number(int seats, int candidates, bool holds)
    {
        var verdict = Differential.CheckEqual(seats, candidates);
        Assert.Equal((holds, "F2", $"{candidates} = {seats}"), (verdict.Holds, verdict.Rule, verdict.Inequality));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 5)]
    [InlineData(4, 6)]
    [InlineData(5, 7)]
    [InlineData(6, 9)]
    [InlineData(7, 10)]
    [InlineData(8, 12)]
    [InlineData(9, 13)]
    [InlineData(10, 14)]
    public void F3_table_of_forty_percent(int seats, int investigated)
    {
        Assert.Equal(investigated, Differential.Minimum(seats, Differential.PilotInvestigation));
        Assert.True(Differential.CheckInvestigation(seats, investigated, Differential.PilotInvestigation).Holds);
        Assert.False(Differential.CheckInvestigation(seats, investigated - 1, Differential.PilotInvestigation).Holds);
    }

    [Theory]
    [InlineData(5, 7, true, "5×(7−5)=10 ≥ 2×5=10", "2/5 = 40.00%")]
    [InlineData(3, 4, false, "5×(4−3)=5 ≥ 2×3=6", "1/3 = 33.33%")]
    [InlineData(9, 13, true, "5×(13−9)=20 ≥ 2×9=18", "4/9 = 44.44%")]
    [InlineData(9, 12, false, "5×(12−9)=15 ≥ 2×9=18", "3/9 = 33.33%")]
    public void F3_examples(int seats, int investigated, bool holds, string inequality, string ratio)
    {
        var verdict = Differential.CheckInvestigation(seats, investigated, Differential.PilotInvestigation);
        Assert.Equal((holds, inequality), (verdict.Holds, verdict.Inequality));
        Assert.Contains(ratio, verdict.Sentence.Zh, StringComparison.Ordinal);
    }
}
