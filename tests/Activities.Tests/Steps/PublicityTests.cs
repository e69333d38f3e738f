using Gongtui.Activities.Elections;
using Gongtui.Activities.Publicity;
using Gongtui.Activities.Shortlist;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class PublicityTests
{
    private static readonly Election Listed = Given.Planned().After(
        new ShortlistDecided(Given.Lists(["a01"], ["a02"], Given.Ids(3, 6)), new(5, 5, 5), [], "clerk"));

    private static readonly Election Shown = Listed.After(PublicityDecision.Start(Listed, Given.Today, 5));

    [Fact]
    public void Five_working_days_from_a_Monday_end_on_the_next_Monday()
    {
        var started = PublicityDecision.Start(Listed, Given.Today, 5);

        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9)), (started.From, started.Last));
        Assert.Equal(6, started.People.Count);
        Assert.Empty(started.UncertainYears);
    }

    [Fact]
    public void A_year_without_calendar_is_named() =>
        Assert.Equal([2031], PublicityDecision.Start(Listed, new(2031, 3, 3), 5).UncertainYears);

    [Fact]
    public void The_period_lasts_to_midnight_local_time() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 16, 0, 0, TimeSpan.Zero), LocalTime.EndOf(Shown.Publicity!.Last));

    [Fact]
    public void An_objection_is_signed_timely_and_about_somebody_shown()
    {
        Assert.Equal(("objection-1", "a15"), (File("a03", "内容", 9).Fact!.Objection, File("a03", "内容", 9).Fact!.By));
        Assert.Equal(RefusalKinds.Time, File("a03", "内容", 10).Refusal!.Kind);
        Assert.Equal("about", File("a09", "内容", 9).Refusal!.Field);
        Assert.Equal("text", File("a03", "", 9).Refusal!.Field);
    }

    [Fact]
    public void One_objection_to_a_person_is_open_at_a_time()
    {
        var filed = Shown.After(File("a03", "内容", 9).Fact!);

        Assert.Equal(RefusalKinds.Duplicate, PublicityDecision.File(filed, new("a03", "再次"), Given.Voter("a15"), Given.Today).Refusal!.Kind);
        Assert.NotNull(PublicityDecision.File(filed, new("a04", "另一人"), Given.Voter("a15"), Given.Today).Fact);
        Assert.NotNull(PublicityDecision.File(filed, new("a03", "他人反映"), Given.Voter("a16"), Given.Today).Fact);
    }

    [Fact]
    public void A_finding_is_given() =>
        Assert.Equal("finding", PublicityDecision.Decide(new("objection-1", "a03", "x", "a15"), true, new(""), Given.Superior).Refusal!.Field);

    private static Decided<ObjectionFiled> File(string about, string text, int day) =>
        PublicityDecision.File(Shown, new(about, text), Given.Voter("a15"), new(2026, 3, day));
}
