using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>DOMAIN §3.2.</summary>
public sealed class PlanChecklistTests
{
    private static readonly PlanParameters Housing = new()
    {
        Posts =
        [
            new("secretary", new("书记", "Secretary"), 1, CandidateMode.Equal),
            new("deputy", new("副书记", "Deputy secretary"), 1, CandidateMode.Equal),
            new("member", new("委员", "Member"), 3, CandidateMode.Differential),
        ],
    };

    [Fact]
    public void The_defaults_may_be_published_and_hold_no_warning() =>
        Assert.All(PlanChecklist.Of(Housing), item => Assert.Equal(Severity.Note, item.Severity));

    [Fact]
    public void Every_open_parameter_is_listed()
    {
        string[] keys =
        [
            "rulePackId", "investigationBase", "investigationRatio", "recommendationRatio", "quorumStrict", "ballotScope", "writeInWithoutMark", "excessWriteIns",
            "seatPolicy", "closeToSeats", "reduceSeatsStrict", "tieLoops", "openRunoffRatio", "assessmentWeights", "publicityWorkingDays", "calendar",
            "tellers", "kinBarred", "approvals", "retentionYears", "member.seats", "member.candidates", "member.investigated",
        ];
        Assert.Empty(keys.Except(PlanChecklist.Of(Housing).Select(item => item.Key)));
    }

    [Fact]
    public void Impossible_numbers_block_and_say_what_to_do()
    {
        var plan = Housing with { Posts = [new("member", new("委员", "Member"), 7, CandidateMode.Differential, Candidates: 8, Investigated: 9)] };
        var items = PlanChecklist.Of(plan);
        Assert.False(PlanChecklist.MayPublish(items));
        var candidates = items.Single(item => item.Key == "member.candidates");
        Assert.Equal((Severity.Block, "7 seats need 9 candidates, not 8."), (candidates.Severity, candidates.WhatToDo!.En));
        Assert.Equal("5×(8−7)=5 ≥ 7", candidates.Proof!.Inequality);
        Assert.Equal("7 seats need 10 people investigated, not 9.", items.Single(item => item.Key == "member.investigated").WhatToDo!.En);
    }

    [Fact]
    public void An_equal_post_with_two_candidates_is_blocked() => Blocked(
        Housing with { Posts = [new("secretary", new("书记", "Secretary"), 1, CandidateMode.Equal, Candidates: 2)] }, "secretary.candidates");

    public static TheoryData<string, string> Impossible => new()
    {
        { "seats", "member.seats" }, { "many seats", "member.seats" }, { "long", "publicityWorkingDays" }, { "rounds", "mode" }, { "posts", "posts" }, { "twice", "member.post" }, { "pack", "rulePackId" }, { "close", "closeToSeats" },
        { "loops", "tieLoops" }, { "days", "publicityWorkingDays" }, { "tellers", "tellers" }, { "weights", "assessmentWeights" },
        { "participation", "assessmentParticipation" }, { "approvals", "approvals" }, { "investigation", "investigationRatio" }, { "retention", "retentionYears" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Impossible_parameters_block(string what, string key)
    {
        var member = new PostPlan("member", new("委员", "Member"), 3, CandidateMode.Differential);
        Blocked(
            what switch
            {
                "seats" => Housing with { Posts = [member with { Seats = 0 }] },
                "many seats" => Housing with { Posts = [member with { Seats = int.MaxValue }] },
                "long" => Housing with { PublicityWorkingDays = 251 },
                "rounds" => Housing with { Mode = VotingMode.TwoRounds, Posts = [member with { Post = "secretary", Seats = 4 }, member] },
                "posts" => Housing with { Posts = [] },
                "twice" => Housing with { Posts = [member, member] },
                "pack" => Housing with { RulePackId = "none" },
                "close" => Housing with { CloseToSeats = new(6, 5) },
                "loops" => Housing with { TieLoops = 0 },
                "days" => Housing with { PublicityWorkingDays = 0 },
                "tellers" => Housing with { Tellers = 0 },
                "weights" => Housing with { AssessmentWeights = new(0, 0) },
                "participation" => Housing with { AssessmentParticipation = new(new(1, 1), true) },
                "approvals" => Housing with { Approvals = [] },
                "investigation" => Housing with { InvestigationRatio = new(1, 10), RecommendationRatio = new(1, 10) },
                _ => Housing with { RetentionYears = 0 },
            },
            key);
    }

    [Fact]
    public void Departures_from_a_default_warn_and_do_not_block()
    {
        var items = PlanChecklist.Of(Housing with
        {
            QuorumStrict = true, PublicityWorkingDays = 3, AssessmentWeights = new(7, 3), RecommendationRatio = new(1, 5),
            Counting = new() { SeatPolicy = SeatPolicy.Cumulative, WriteInWithoutMark = WriteInWithoutMark.Invalid },
        });
        string[] warned = ["recommendationRatio", "assessmentWeights", "quorumStrict", "writeInWithoutMark", "seatPolicy", "publicityWorkingDays"];
        Assert.Equal(warned, items.Where(item => item.Severity == Severity.Warn).Select(item => item.Key));
        Assert.True(PlanChecklist.MayPublish(items));
    }

    [Fact]
    public void Mode_c_warns_that_the_differential_is_vacuous()
    {
        var items = PlanChecklist.Of(Housing with { Mode = VotingMode.NoCandidates, Counting = CountingPolicy.For(VotingMode.NoCandidates) });
        Assert.Equal(3, items.Count(item => item is { Rule: "F15", Severity: Severity.Warn }));
        Assert.True(PlanChecklist.MayPublish(items));
    }

    [Fact]
    public void Two_rounds_need_members_enough_for_the_higher_posts() =>
        Assert.True(PlanChecklist.MayPublish(PlanChecklist.Of(Housing with { Mode = VotingMode.TwoRounds })));

    [Fact]
    public void A_replaced_pack_warns() =>
        Assert.Contains(PlanChecklist.Of(Housing with { RulePackId = "primary-1990" }), item => item is { Key: "rulePackId", Severity: Severity.Warn });

    [Fact]
    public void The_plans_pack_carries_its_strictness() =>
        Assert.True((Housing with { QuorumStrict = true }).Pack()!.Quorum.Strict);

    private static void Blocked(PlanParameters plan, string key)
    {
        var item = PlanChecklist.Of(plan).Single(item => item.Key == key);
        Assert.Equal(Severity.Block, item.Severity);
        Assert.NotNull(item.WhatToDo);
    }
}
