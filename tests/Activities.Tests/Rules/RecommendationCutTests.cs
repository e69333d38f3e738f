using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F16.</summary>
public sealed class RecommendationCutTests
{
    private static readonly Threshold NinetyEight = new(new(98, 100), Strict: false);

    [Fact]
    public void E1_six_of_seven_go_on()
    {
        var places = Differential.Minimum(5, new Ratio(1, 5));
        var cut = RecommendationCut.Choose(Sample.Numbers("101 96 90 77 70 58 57"), 115, places, CutTie.AllIn);
        Assert.Equal([0, 1, 2, 3, 4, 5], cut.Taken);
        Assert.Equal(0, cut.Missing);
        Assert.Equal((true, "2×58=116 > 115"), (RecommendationCut.Check("F", 58, 115).Holds, RecommendationCut.Check("F", 58, 115).Inequality));
        Assert.Equal((false, "2×57=114 > 115"), (RecommendationCut.Check("G", 57, 115).Holds, RecommendationCut.Check("G", 57, 115).Inequality));
    }

    [Fact]
    public void E2_five_over_half_leave_one_place_for_a_second_recommendation() =>
        Assert.Equal(1, RecommendationCut.Choose(Sample.Numbers("101 96 90 77 70 57 57"), 115, 6, CutTie.AllIn).Missing);

    [Theory]
    [InlineData("11 13", 1, "1", "", 0)]
    [InlineData("12 12", 1, "", "0 1", 1)]
    [InlineData("0 0", 1, "", "0 1", 1)]
    [InlineData("3 9 3", 2, "1", "0 2", 1)]
    public void The_tied_of_another_recommendation_go_on_by_votes(string votes, int places, string taken, string tied, int tiedPlaces)
    {
        var cut = RecommendationCut.AmongTied(Sample.Numbers(votes), places);
        Assert.Equal((taken, tied, tiedPlaces), (string.Join(' ', cut.Taken), string.Join(' ', cut.Tied), cut.TiedPlaces));
        Assert.Equal((true, "F16", "13 ≤ 24", "甲 再次推荐得 13 票，列入。"), Line(RecommendationCut.CheckAmongTied("甲", 13, true, 24)));
        Assert.Equal((false, "F16", "11 ≤ 24", "甲 再次推荐得 11 票，未列入。"), Line(RecommendationCut.CheckAmongTied("甲", 11, false, 24)));

        static (bool, string, string, string) Line(Verdict verdict) => (verdict.Holds, verdict.Rule, verdict.Inequality, verdict.Sentence.Zh);
    }

    [Theory]
    [InlineData(CutTie.AllIn, "0 1 2", "", 0)]
    [InlineData(CutTie.Again, "0", "1 2", 1)]
    public void Equal_votes_at_the_cut_follow_the_plan(CutTie tie, string taken, string tied, int places)
    {
        var cut = RecommendationCut.Choose([90, 80, 80, 60], 100, 2, tie);
        Assert.Equal(Sample.Numbers(taken), cut.Taken);
        Assert.Equal(Sample.Numbers(tied), cut.Tied);
        Assert.Equal((places, 0), (cut.TiedPlaces, cut.Missing));
    }

    [Theory]
    [InlineData(245, 250, true, "245/250 = 98.00%")]
    [InlineData(244, 250, false, "244/250 = 97.60%")]
    public void E3_participation_is_inclusive(int took, int entitled, bool holds, string ratio)
    {
        var verdict = RecommendationCut.CheckParticipation(took, entitled, NinetyEight);
        Assert.Equal((holds, $"100×{took}={100 * took} ≥ 98×{entitled}={98 * entitled}"), (verdict.Holds, verdict.Inequality));
        Assert.Contains(ratio, verdict.Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void E3_the_strict_form_needs_one_more() => Assert.Equal(246, (NinetyEight with { Strict = true }).Minimum(250));

    [Fact]
    public void Nobody_entitled_is_refused() => Assert.False(RecommendationCut.CheckParticipation(0, 0, NinetyEight).Holds);

    [Fact]
    public void A_person_may_arrive_by_several_channels()
    {
        var nominees = RecommendationCut.Merge([("member", ["甲", "乙"]), ("mass", ["乙", "丙"]), ("member", ["甲"])]);
        Assert.Equal(["甲", "乙", "丙"], nominees.Select(nominee => nominee.Name));
        Assert.Equal(["member"], nominees[0].Channels);
        Assert.Equal(["member", "mass"], nominees[1].Channels);
    }
}
