using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>DOMAIN §3.2: what a plan says when nobody says otherwise.</summary>
public sealed class PlanDefaultsTests
{
    private static readonly PlanParameters Plan = new();

    [Fact]
    public void Every_open_parameter_has_its_default()
    {
        Assert.Equal(("primary-2020", VotingMode.Combined), (Plan.RulePackId, Plan.Mode));
        Assert.Equal(("2/5", CutTie.AllIn), (Plan.RecommendationRatio.Terms, Plan.RecommendationTie));
        Assert.Equal(("98/100", false), (Plan.RecommendationParticipation.Ratio.Terms, Plan.RecommendationParticipation.Strict));
        Assert.Equal(("4/5", true), (Plan.AssessmentParticipation.Ratio.Terms, Plan.AssessmentParticipation.Strict));
        Assert.Equal(("2/5", InvestigationBase.Seats), (Plan.InvestigationRatio.Terms, Plan.InvestigationBase));
        Assert.Equal(("4/5", false, 2, "1/5"), (Plan.CloseToSeats.Terms, Plan.ReduceSeatsStrict, Plan.TieLoops, Plan.OpenRunoffRatio.Terms));
        Assert.Equal((5, "cn", 2, false, 5), (Plan.PublicityWorkingDays, Plan.Calendar, Plan.Tellers, Plan.KinBarred, Plan.RetentionYears));
        Assert.Null(Plan.AssessmentWeights);
        Assert.Null(Plan.QuorumStrict);
        Assert.Equal(new CountingPolicy(), Plan.Counting);
        Assert.True(Plan.Counting.WriteInNeedsAgainst);
        Assert.Equal(["plan", "shortlist", "secretary", "deputy"], Plan.Approvals.Select(duty => duty.Subject));
    }

    [Theory]
    [InlineData("primary-2020", false, false)]
    [InlineData("primary-2020", true, true)]
    [InlineData("village-committee-2010", false, true)]
    public void Kin_are_barred_by_the_pack_or_by_the_plan(string pack, bool plan, bool barred) =>
        Assert.Equal(barred, (Plan with { RulePackId = pack, KinBarred = plan }).Pack()!.KinBarred);

    [Fact]
    public void A_pack_that_is_not_there_is_none() => Assert.Null((Plan with { RulePackId = "none" }).Pack());
}
