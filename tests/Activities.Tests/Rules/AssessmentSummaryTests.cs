using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F17.</summary>
public sealed class AssessmentSummaryTests
{
    private static readonly LevelCounts Members = new(30, 12, 4, 2, 1);
    private static readonly LevelCounts Masses = new(15, 10, 4, 2, 0);
    private static readonly LevelCounts None = new(0, 0, 0, 0, 0);

    [Theory]
    [InlineData(48, false, "5×48=240 > 4×60=240")]
    [InlineData(49, true, "5×49=245 > 4×60=240")]
    public void E1_participation_is_strict(int took, bool holds, string inequality)
    {
        var verdict = AssessmentSummary.CheckParticipation(took, 60, new(new(4, 5), Strict: true));
        Assert.Equal((holds, inequality, "F17"), (verdict.Holds, verdict.Inequality, verdict.Rule));
    }

    [Fact]
    public void Nobody_due_is_refused() => Assert.False(AssessmentSummary.CheckParticipation(0, 0, new(new(4, 5), Strict: true)).Holds);

    [Fact]
    public void E2_members_share() => Assert.Equal("42/49 = 85.71%", $"{Members.GoodShare}");

    [Fact]
    public void E3_masses_share_and_weighted_score()
    {
        Assert.Equal("25/31 = 80.65%", $"{Masses.GoodShare}");
        Assert.Equal("84.19%", AssessmentSummary.Score(Members, Masses, new(7, 3))!.Value.Percent);
        Assert.Equal("84.19%", AssessmentSummary.Score(Members, Masses, new(70, 30))!.Value.Percent);
        Assert.Equal("85.71%", AssessmentSummary.Score(Members, Masses, null)!.Value.Percent);
    }

    [Fact]
    public void The_order_is_exact_where_the_percent_is_equal()
    {
        // 2/3 and 20001/30001 both print 66.67%.
        Assessed[] people = [new("A", new(2, 0, 1, 0, 0), None), new("B", new(20001, 0, 10000, 0, 0), None), new("C", new(4, 0, 2, 0, 0), None)];
        var ranks = AssessmentSummary.Rank(people, null);
        Assert.Equal([("B", 1), ("A", 2), ("C", 2)], ranks.Select(rank => (rank.Name, rank.Rank)));
        Assert.All(ranks, rank => Assert.Equal("66.67%", rank.Score.Percent));
    }

    [Fact]
    public void Masses_do_not_move_the_order_unless_the_plan_weighs_them()
    {
        Assessed[] people = [new("A", new(9, 0, 1, 0, 0), new(1, 0, 9, 0, 0)), new("B", new(8, 0, 2, 0, 0), new(9, 0, 1, 0, 0))];
        Assert.Equal("A", AssessmentSummary.Rank(people, null)[0].Name);
        Assert.Equal("B", AssessmentSummary.Rank(people, new(7, 3))[0].Name);
    }

    [Fact]
    public void Without_a_sheet_there_is_no_score()
    {
        Assert.Null(None.GoodShare);
        Assert.Null(AssessmentSummary.Score(None, Masses, null));
        Assert.Null(AssessmentSummary.Score(Members, None, new(7, 3)));
        Assert.Null(AssessmentSummary.Score(Members, Masses, new(0, 0)));
        Assert.Equal("80.65%", AssessmentSummary.Score(None, Masses, new(0, 1))!.Value.Percent);
        Assert.Empty(AssessmentSummary.Rank([new("A", None, None)], null));
    }
}
