using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules.Plan;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class PlanDecisionTests
{
    [Fact]
    public void A_sound_plan_is_drafted_and_drafted_again()
    {
        var first = PlanDecision.Draft(Given.Planned(), Given.Plan, Given.Staff, Given.Today);

        Assert.Null(first.Refusal);
        Assert.Equal((2, "staff"), (first.Fact!.Version, first.Fact.By));
    }

    [Fact]
    public void Impossible_numbers_are_refused_with_inequality_article_and_way_out()
    {
        var refusal = Draft(Given.Plan with
        {
            Parameters = Given.Parameters with { Posts = [new("member", new("委员", "Member"), 3, CandidateMode.Differential, Candidates: 3)] },
        })!;

        Assert.Equal((RefusalKinds.Rule, "parameters.member.candidates"), (refusal.Kind, refusal.Field));
        Assert.Contains("5×(3−3)=0 ≥ 3", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.NotNull(refusal.Article);
        Assert.Contains("4", refusal.NextStep!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_posts_is_refused() =>
        Assert.Equal("parameters.posts", Draft(Given.Plan with { Parameters = new() })!.Field);

    [Fact]
    public void More_seats_than_people_are_refused()
    {
        var refusal = Draft(Given.Plan with
        {
            Parameters = Given.Parameters with { Posts = [new("member", new("委员", "Member"), 31, CandidateMode.Differential)] },
        })!;

        Assert.Equal(("≤ 30", "31", "parameters.posts"), (refusal.Expected, refusal.Found, refusal.Field));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Impossible_seats_are_refused_not_overflown(int seats) => Assert.Equal(RefusalKinds.Rule, Draft(Given.Plan with
    {
        Parameters = Given.Parameters with { Posts = [new("member", new("委员", "Member"), seats, CandidateMode.Differential)] },
    })!.Kind);

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Impossible_parameters_are_refused_not_overflown(PlanParameters parameters, string field) =>
        Assert.Equal($"parameters.{field}", Draft(Given.Plan with { Parameters = parameters })!.Field);

    public static TheoryData<PlanParameters, string> Impossible() => new()
    {
        { Given.Parameters with { InvestigationRatio = new(int.MaxValue, 1) }, "investigationRatio" },
        { Given.Parameters with { RecommendationRatio = new(-1, 5) }, "recommendationRatio" },
        { Given.Parameters with { PublicityWorkingDays = 100_000 }, "publicityWorkingDays" },
        { Given.Parameters with { PublicityWorkingDays = 0 }, "publicityWorkingDays" },
        { Given.Parameters with { Tellers = 31 }, "tellers" },
        { Given.Parameters with { Posts = [Given.Parameters.Posts[0] with { Post = " " }] }, "posts" },
        { Given.Parameters with { Posts = [Given.Parameters.Posts[2] with { Candidates = int.MaxValue }] }, "posts" },
        { Given.Parameters with { Posts = [Given.Parameters.Posts[0], Given.Parameters.Posts[0]] }, "secretary.post" },
    };

    [Fact]
    public void A_meeting_in_the_past_is_refused() =>
        Assert.Equal((RefusalKinds.Time, "meetingOn"), Key(Draft(Given.Plan with { MeetingOn = Given.Today.AddDays(-1) })));

    [Theory]
    [InlineData("place")]
    [InlineData("conditions")]
    public void An_empty_field_is_named(string field) => Assert.Equal(
        (RefusalKinds.Incomplete, field),
        Key(Draft(field == "place" ? Given.Plan with { Place = " " } : Given.Plan with { Conditions = "" })));

    [Fact]
    public void A_departure_from_a_default_needs_its_reason()
    {
        var changed = Given.Plan with { Parameters = Given.Parameters with { TieLoops = 5 } };

        Assert.Equal((RefusalKinds.Incomplete, "reasons"), Key(Draft(changed)));
        Assert.Null(Draft(changed with { Reasons = "会议时间充裕" }));
    }

    [Fact]
    public void Other_modes_are_not_run_by_this_procedure() =>
        Assert.Equal("parameters.mode", Draft(Given.Plan with { Parameters = Given.Parameters with { Mode = VotingMode.NoCandidates } })!.Field);

    [Fact]
    public void An_unknown_rule_pack_is_refused() =>
        Assert.Equal("parameters.rulePackId", Draft(Given.Plan with { Parameters = Given.Parameters with { RulePackId = "moon-2099" } })!.Field);

    [Fact]
    public void Every_problem_is_listed_for_the_checklist() => Assert.True(
        PlanDecision.Problems(Given.Planned(), Given.Plan with { Place = "", Conditions = "", MeetingOn = Given.Today.AddDays(-9) }, Given.Today).Count() == 3);

    [Fact]
    public void Places_follow_the_plan()
    {
        var election = Given.Planned();

        Assert.Equal((2, 1, 1), Numbers(Given.Secretary));
        Assert.Equal((5, 5, 4), Numbers(Given.Member));

        (int, int, int) Numbers(string post) => (
            election.ToRecommend(election.Post(post)), election.ToInvestigate(election.Post(post)), election.OnBallot(election.Post(post)));
    }

    private static Refusal? Draft(PlanForm form) => PlanDecision.Draft(Given.Planned(), form, Given.Staff, Given.Today).Refusal;

    private static (string? Kind, string? Field) Key(Refusal? refusal) => (refusal?.Kind, refusal?.Field);
}
