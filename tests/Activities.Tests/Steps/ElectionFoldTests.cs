using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class ElectionFoldTests
{
    [Fact]
    public void Names_that_are_no_facts_change_nothing()
    {
        var election = Given.Planned();

        Assert.Same(election, ElectionFold.Apply(election, "Completed", JsonSerializer.Deserialize<JsonElement>("{}"), Given.Now, null));
    }

    [Fact]
    public void Every_fact_has_its_json() => Assert.All(ElectionFold.Facts, name => Assert.NotNull(
        FactJson.Default.GetTypeInfo(typeof(ElectionFold).Assembly.GetTypes().Single(type => type.Name == name && type.Namespace != "Gongtui.Activities.Rules"))));

    [Fact]
    public void The_roll_gives_people_and_rights()
    {
        var election = Given.Planned();

        Assert.Equal(40, election.People.Count);
        Assert.Equal(30, election.Electors().Count());
        Assert.Equal(30, election.Group("member", probationary: false).Count);
        Assert.Equal(32, election.Group("member", probationary: true).Count);
        Assert.Equal(8, election.Group("masses", probationary: false).Count);
        Assert.Equal("党员01", election.NameOf("a01"));
        Assert.Equal("nobody", election.NameOf("nobody"));
    }

    [Fact]
    public void Printing_order_is_by_strokes_then_name() => Assert.Equal(
        ["a07", "a14", "a21", "a28", "a01"], Given.Planned().Electors().Take(5));

    [Fact]
    public void Somebody_ruled_out_stays_on_the_roll_but_may_not_stand()
    {
        var election = Given.Planned().After(new Qualification.QualificationReviewed([new("a05", false, "ability", "三年未参加组织生活")], "boss"));

        Assert.False(election.MayStand("a05"));
        Assert.True(election.MayStand("a06"));
        Assert.False(election.MayStand("b1"));
        Assert.False(election.MayStand("c1"));
        Assert.Equal(29, election.Standing().Count());
    }

    [Fact]
    public void A_step_that_comes_too_early_says_what_is_missing() =>
        Assert.Contains("the plan", Assert.Throws<InvalidOperationException>(() => Election.None.Pack).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_step_names_its_origin() => Assert.Equal(
        typeof(DraftPlan).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(Elsa.Workflows.Activity).IsAssignableFrom(type))
            .Select(type => $"Gongtui.{type.Name}").Order(),
        StepCatalog.All.Select(step => step.Type).Order());
}
