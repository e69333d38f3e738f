using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Recommendation;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class RecommendationTests
{
    private static readonly Election Planned = Given.Planned();
    private static readonly RecommendationPaper Paper = RecommendationDecision.Paper(Planned, Channels.Member);
    private static readonly BoxState Box = new("e1/1", BoxPurpose.Recommendation, Channels.Member, 30, "5");

    [Fact]
    public void The_form_offers_every_post_with_its_limit() => Assert.Equal(
        [(Given.Secretary, 2), (Given.Deputy, 2), (Given.Member, 5)], Paper.Posts.Select(post => (post.Post, post.Limit)));

    [Fact]
    public void A_blank_form_counts() => Assert.Null(Paper.Check(new([])));

    [Theory]
    [InlineData("member", "a01,a02,a03,a04,a05,a06", RefusalKinds.Rule)]
    [InlineData("member", "a01,a01", RefusalKinds.Duplicate)]
    [InlineData("member", "b1", RefusalKinds.Unknown)]
    [InlineData("member", "c1", RefusalKinds.Unknown)]
    [InlineData("chairman", "a01", RefusalKinds.Malformed)]
    public void A_form_that_breaks_the_rules_is_not_cast(string post, string people, string kind) =>
        Assert.Equal(kind, Paper.Check(new([new(post, people.Split(','))]))!.Kind);

    [Fact]
    public void A_post_stands_once_on_a_form() =>
        Assert.Equal(RefusalKinds.Malformed, Paper.Check(new([new(Given.Member, ["a01"]), new(Given.Member, ["a02"])]))!.Kind);

    [Fact]
    public void Counting_ignores_order_and_sets_the_invalid_apart()
    {
        RecommendationSheet[] sheets = [Sheet("a03"), Sheet("a03", "a04"), Sheet("c1"), new([])];

        var count = RecommendationCount.Of(Paper, sheets);
        var backwards = RecommendationCount.Of(Paper, sheets.Reverse());

        Assert.Equal((4, 1), (count.Returned, count.Invalid));
        Assert.Equal([new NameCount("a03", 2), new NameCount("a04", 1)], count.Posts[2].People);
        Assert.Equal(FormReader.Write(count).GetRawText(), FormReader.Write(backwards).GetRawText());
    }

    [Fact]
    public void More_than_half_of_the_valid_forms_puts_a_person_on_the_list()
    {
        var count = RecommendationCount.Of(Paper, Enumerable.Repeat(Sheet("a03", "a04"), 15).Concat(Enumerable.Repeat(Sheet("a03"), 15)));

        var tallied = Tally(count).Fact!;

        Assert.Equal([("a03", true), ("a04", false)], tallied.Posts[2].People.Select(person => (person.Person, person.Taken)));
        Assert.Equal("2×15=30 > 30", tallied.Posts[2].People[1].Proof.Inequality);
        Assert.True(tallied.Participation.Holds);
    }

    [Theory]
    [InlineData(29, 0, 1, RefusalKinds.Arithmetic)]
    [InlineData(30, 31, 1, RefusalKinds.Arithmetic)]
    [InlineData(30, 0, 31, RefusalKinds.Arithmetic)]
    [InlineData(30, -1, 1, RefusalKinds.Arithmetic)]
    public void Figures_that_contradict_each_other_are_refused(int returned, int invalid, int votes, string kind)
    {
        var count = new RecommendationCount(returned, invalid, [new(Given.Secretary, []), new(Given.Deputy, []), new(Given.Member, [new("a03", votes)])]);

        Assert.Equal(kind, Tally(count).Refusal!.Kind);
    }

    [Fact]
    public void Nobody_can_be_counted_who_was_not_on_the_form() => Assert.Equal(
        RefusalKinds.Arithmetic,
        Tally(new(30, 0, [new(Given.Secretary, []), new(Given.Deputy, []), new(Given.Member, [new("c1", 3)])])).Refusal!.Kind);

    [Fact]
    public void More_sheets_than_people_are_refused() => Assert.Equal(
        RefusalKinds.Arithmetic,
        RecommendationDecision.Tally(Planned, Box, Paper, new("e1/1", 31, "ff", default), RecommendationCount.Of(Paper, Enumerable.Repeat(new RecommendationSheet([]), 31))).Refusal!.Kind);

    [Fact]
    public void Another_box_is_refused() => Assert.Equal(
        RefusalKinds.Unknown,
        RecommendationDecision.Tally(Planned, Box, Paper, new("e1/2", 0, "ff", default), RecommendationCount.Of(Paper, [])).Refusal!.Kind);

    [Fact]
    public void The_organisation_names_people_with_its_grounds()
    {
        var lists = Given.Lists(["a01"], ["a02"], ["a03"]);

        Assert.NotNull(RecommendationDecision.Recommend(Planned, new(lists, "工作需要"), Given.Committee).Fact);
        Assert.Equal("grounds", RecommendationDecision.Recommend(Planned, new(lists, ""), Given.Committee).Refusal!.Field);
        Assert.Equal("lists", RecommendationDecision.Recommend(Planned, new(lists.Take(2).ToArray(), "x"), Given.Committee).Refusal!.Field);
        Assert.Equal(RefusalKinds.Unknown, RecommendationDecision.Recommend(Planned, new(Given.Lists(["c1"], [], []), "x"), Given.Committee).Refusal!.Kind);
    }

    [Fact]
    public void The_summary_is_the_union_with_every_channel_of_a_person()
    {
        var election = Recommended();

        var listed = SummaryDecision.List(election, new([]), Given.Staff, Given.Today).Fact!;

        Assert.Equal([Channels.Member, Channels.Organisation], listed.Posts[2].People.Single(nominee => nominee.Person == "a03").Channels);
        Assert.Equal([Given.Member], listed.Short);
        Assert.Equal(5, listed.Posts[2].Needed);
    }

    [Fact]
    public void Somebody_who_does_not_stand_leaves_with_a_reason()
    {
        var election = Recommended();

        Assert.Equal("withdrawn[0].reason", SummaryDecision.List(election, new([new("a03", "")]), Given.Staff, Given.Today).Refusal!.Field);
        Assert.Equal("withdrawn[0].person", SummaryDecision.List(election, new([new("a30", "忙")]), Given.Staff, Given.Today).Refusal!.Field);

        var listed = SummaryDecision.List(election, new([new("a03", "本人不愿")]), Given.Staff, Given.Today).Fact!;
        Assert.DoesNotContain(listed.Posts[2].People, nominee => nominee.Person == "a03");
        Assert.False(election.After(listed).MayStand("a03"));
    }

    private static Election Recommended() => Planned.After(
        Tally(RecommendationCount.Of(Paper, Enumerable.Repeat(Sheet("a03", "a04"), 30))).Fact!,
        new OrganisationRecommended(Given.Lists(["a01"], ["a02"], ["a03"]), "工作需要", "clerk"));

    private static Decided<RecommendationTallied> Tally(RecommendationCount count) =>
        RecommendationDecision.Tally(Planned, Box, Paper, new("e1/1", 30, "ff", default), count);

    private static RecommendationSheet Sheet(params string[] members) => new([new(Given.Member, members)]);
}
