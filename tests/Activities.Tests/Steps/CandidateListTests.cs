using Gongtui.Activities.Elections;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Speech;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>From the nominees to the shortlist: review, speeches, investigation, committee.</summary>
public sealed class CandidateListTests
{
    private static readonly Election Nominated = Given.Planned().After(new NomineesListed(
        [Post(Given.Secretary, 1, ["a01"]), Post(Given.Deputy, 1, ["a02"]), Post(Given.Member, 5, Given.Ids(3, 7))], [], [], "staff"));

    private static readonly Election Investigated = Nominated.After(
        new InvestigationListed(Given.Lists(["a01"], ["a02"], Given.Ids(3, 7)), [], "依据", "staff"),
        new InvestigationReported(["甲", "乙"], [.. Given.Ids(1, 7).Select(id => Report(id, true))], "probe"));

    [Fact]
    public void Every_nominee_is_reviewed_once()
    {
        var all = Given.Ids(1, 7);

        Assert.Null(Review([.. all.Select(id => new QualificationResult(id, true))]).Refusal);
        Assert.Equal((RefusalKinds.Incomplete, "a07"), Key(Review([.. all.Take(6).Select(id => new QualificationResult(id, true))]).Refusal));
        Assert.Equal(RefusalKinds.Unknown, Review([.. all.Append("a30").Select(id => new QualificationResult(id, true))]).Refusal!.Kind);
        Assert.Equal(RefusalKinds.Duplicate, Review([.. all.Append("a07").Select(id => new QualificationResult(id, true))]).Refusal!.Kind);
    }

    [Fact]
    public void Whoever_fails_is_told_why()
    {
        QualificationResult[] passed = [.. Given.Ids(2, 7).Select(id => new QualificationResult(id, true))];

        Assert.Equal("results[6].criterion", Review([.. passed, new("a01", false)]).Refusal!.Field);
        Assert.Equal("results[6].evidence", Review([.. passed, new("a01", false, Criteria.Ability)]).Refusal!.Field);
        Assert.NotNull(Review([.. passed, new("a01", false, Criteria.Ability, "考核不合格")]).Fact);
    }

    [Fact]
    public void A_review_that_leaves_too_few_says_the_inequality()
    {
        Assert.Null(InvestigationDecision.TooSmall(Nominated));

        var tooSmall = InvestigationDecision.TooSmall(Nominated.After(new QualificationReviewed([new("a07", false, Criteria.Other, "x")], "boss")))!;

        Assert.Equal([Given.Member], tooSmall.Posts);
        Assert.Equal("5×(4−3)=5 ≥ 2×3=6", tooSmall.Proofs[0].Inequality);
    }

    [Fact]
    public void Everybody_speaks_or_says_why_not()
    {
        Assert.Null(Hold(new("a01", [], "讲话"), new("a02", [], AbsentReason: "出差")).Refusal);
        Assert.Equal("speeches[1].absentReason", Hold(new("a01", [], "讲话"), new("a02", [])).Refusal!.Field);
        Assert.Equal("speeches[0].text", Hold(new("a01", [], ""), new("a02", [], "讲")).Refusal!.Field);
        Assert.Equal(RefusalKinds.Incomplete, Hold(new CampaignSpeechRecord("a01", [], "讲话")).Refusal!.Kind);
    }

    [Fact]
    public void Speeches_are_recorded_after_they_were_held() => Assert.Equal(
        RefusalKinds.Time, SpeechDecision.Hold(Nominated, [], new(Given.Today.AddDays(1), "礼堂", []), Given.Today).Refusal!.Kind);

    [Fact]
    public void The_investigation_needs_forty_percent_over_the_seats()
    {
        Assert.Null(List(Given.Ids(3, 7)).Refusal);

        var refusal = List(Given.Ids(3, 6)).Refusal!;

        Assert.Equal(("5×(4−3)=5 ≥ 2×3=6", "lists[2].people"), (refusal.Found, refusal.Field));
        Assert.Contains("40%", refusal.Article!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_nominees_of_the_post_are_investigated()
    {
        Assert.Equal((RefusalKinds.Unknown, "a01"), Found(List([.. Given.Ids(3, 7), "a01"]).Refusal));
        Assert.Equal(RefusalKinds.Unknown, List([.. Given.Ids(3, 7), "nobody"]).Refusal!.Kind);
    }

    [Theory]
    [InlineData("甲", RefusalKinds.Rule)]
    [InlineData("甲,甲", RefusalKinds.Rule)]
    [InlineData("甲, ", RefusalKinds.Rule)]
    [InlineData("甲,党员01", RefusalKinds.Excluded)]
    public void The_team_has_two_investigators_from_outside_the_list(string team, string kind) =>
        Assert.Equal(kind, InvestigationDecision.Report(Investigated, new(team.Split(','), []), Given.Investigator).Refusal!.Kind);

    [Fact]
    public void A_report_tells_both_sides_of_everybody()
    {
        InvestigationReport[] reports = [.. Given.Ids(1, 7).Select(id => Report(id, true))];

        Assert.Null(InvestigationDecision.Report(Investigated, new(["甲", "乙"], reports), Given.Investigator).Refusal);
        Assert.Equal("reports[0].defects", InvestigationDecision.Report(
            Investigated, new(["甲", "乙"], [reports[0] with { Defects = "" }, .. reports[1..]]), Given.Investigator).Refusal!.Field);
        Assert.Equal(RefusalKinds.Incomplete, InvestigationDecision.Report(Investigated, new(["甲", "乙"], reports[1..]), Given.Investigator).Refusal!.Kind);
    }

    [Fact]
    public void The_shortlist_needs_twenty_percent_and_equal_numbers()
    {
        Assert.Null(Decide(Given.Lists(["a01"], ["a02"], Given.Ids(3, 6))).Refusal);
        Assert.Equal("5×(3−3)=0 ≥ 3", Decide(Given.Lists(["a01"], ["a02"], Given.Ids(3, 5))).Refusal!.Found);
        Assert.Equal("0 = 1", Decide(Given.Lists([], ["a02"], Given.Ids(3, 6))).Refusal!.Found);
    }

    [Theory]
    [InlineData(5, 3, 3, "3×3=9 ≥ 2×5=10")]
    [InlineData(5, 4, 2, "2×2=4 > 5")]
    [InlineData(8, 6, 4, "2×4=8 > 8")]
    public void The_committee_votes_with_two_thirds_present_and_half_of_all(int due, int present, int yes, string inequality)
    {
        var refusal = Decide(Given.Lists(["a01"], ["a02"], Given.Ids(3, 6)), new(due, present, yes)).Refusal!;

        Assert.Equal((inequality, "vote"), (refusal.Found, refusal.Field));
    }

    [Fact]
    public void Nobody_unsuitable_or_ruled_out_is_shortlisted()
    {
        var later = Investigated.After(new Publicity.PublicityStarted(Given.Today, Given.Today, 5, ["a06"], []), new Publicity.ObjectionFiled("objection-1", "a06", "x", "a15"), new Publicity.ObjectionDecided("objection-1", "a06", true, "属实", "boss"));

        Assert.Equal((RefusalKinds.Unknown, "a06"), Found(ShortlistDecision.Decide(later, new(Given.Lists(["a01"], ["a02"], Given.Ids(3, 6)), new(5, 5, 5)), Given.Committee, Given.Today).Refusal));
        Assert.Equal(["a03", "a04", "a05", "a07"], ShortlistDecision.Available(later, Given.Member));
        Assert.Null(ShortlistDecision.TooSmall(later));
    }

    [Fact]
    public void Posts_counted_apart_forbid_standing_twice()
    {
        var apart = Given.Planned(Given.Parameters with { Counting = new() { SeatPolicy = SeatPolicy.Separate } }).After(
            new NomineesListed([Post(Given.Secretary, 1, ["a01"]), Post(Given.Deputy, 1, ["a02"]), Post(Given.Member, 5, Given.Ids(1, 7))], [], [], "staff"),
            new InvestigationListed(Given.Lists(["a01"], ["a02"], Given.Ids(1, 7)), [], "依据", "staff"),
            new InvestigationReported(["甲", "乙"], [.. Given.Ids(1, 7).Select(id => Report(id, true))], "probe"));

        Assert.Equal((RefusalKinds.Duplicate, "a01"), Found(
            ShortlistDecision.Decide(apart, new(Given.Lists(["a01"], ["a02"], ["a01", "a03", "a04", "a05"]), new(5, 5, 5)), Given.Committee, Given.Today).Refusal));
    }

    private static NomineePost Post(string post, int needed, IReadOnlyList<string> people) =>
        new(post, needed, [.. people.Select(person => new ListedNominee(person, [Channels.Member]))]);

    private static InvestigationReport Report(string person, bool suitable) => new(person, "德能勤绩廉", "务实", "创新不足", suitable);

    private static Decided<QualificationReviewed> Review(IReadOnlyList<QualificationResult> results) =>
        QualificationDecision.Review(Nominated, Given.Ids(1, 7), new(results), Given.Superior);

    private static Decided<SpeechesHeld> Hold(params CampaignSpeechRecord[] speeches) =>
        SpeechDecision.Hold(Nominated, ["a01", "a02"], new(Given.Today, "礼堂", speeches), Given.Today);

    private static Decided<InvestigationListed> List(IReadOnlyList<string> members) =>
        InvestigationDecision.List(Nominated, new(Given.Lists(["a01"], ["a02"], members), "推荐和测评得票"), Given.Staff);

    private static Decided<ShortlistDecided> Decide(IReadOnlyList<PostList> lists, CommitteeVote? vote = null) =>
        ShortlistDecision.Decide(Investigated, new(lists, vote ?? new(5, 5, 4)), Given.Committee, Given.Today);

    private static (string? Kind, string? Expected) Key(Refusal? refusal) => (refusal?.Kind, refusal?.Expected);

    private static (string? Kind, string? Found) Found(Refusal? refusal) => (refusal?.Kind, refusal?.Found);
}
