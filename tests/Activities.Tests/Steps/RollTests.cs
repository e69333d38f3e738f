using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class RollTests
{
    [Fact]
    public void A_sound_roll_is_taken() => Assert.Null(Roll.Check(Of([.. Given.People])));

    [Fact]
    public void An_id_used_twice_is_refused() =>
        Assert.Equal((RefusalKinds.Duplicate, "a01"), Kind(Roll.Check(Of([.. Given.People, Given.People[0] with { Name = "别人" }]))));

    [Fact]
    public void Homonyms_need_a_mark()
    {
        var twin = new Person("z1", "党员01", PersonKind.Full);

        Assert.Equal((RefusalKinds.Duplicate, "党员01"), Kind(Roll.Check(Of([.. Given.People, twin]))));
        Assert.Equal((RefusalKinds.Duplicate, "党员01"), Kind(Roll.Check(Of([.. Given.People, twin with { Mark = "女" }]))));
        Person[] others = [.. Given.People.Where(person => person.Name != "党员01")];
        Assert.Equal((RefusalKinds.Duplicate, "党员01"), Kind(Roll.Check(Of([.. others, twin with { Mark = "女" }, twin with { Id = "z2", Mark = "女" }]))));
        Assert.Null(Roll.Check(Of([.. others, twin with { Mark = "女" }, twin with { Id = "z2", Mark = "男" }])));
        Assert.Null(Roll.Check(Of([.. others, twin with { Mark = "女" }])));
        Assert.NotNull(Roll.Check(Of([.. Given.People, twin with { Mark = "女" }]))!.NextStep);
    }

    [Fact]
    public void Nobody_is_without_id_or_name_and_the_election_has_a_title()
    {
        Assert.Equal(RefusalKinds.Incomplete, Roll.Check(Of(new Person("", "甲", PersonKind.Full)))!.Kind);
        Assert.Equal(RefusalKinds.Incomplete, Roll.Check(Of(new Person("a", " ", PersonKind.Full)))!.Kind);
        Assert.Equal("title", Roll.Check(new RollTaken(Given.Unit, "", Given.People))!.Field);
    }

    [Fact]
    public void Somebody_must_have_the_right_to_vote() => Assert.Equal(
        RefusalKinds.Incomplete,
        Roll.Check(Of(new Person("b1", "预备", PersonKind.Probationary), new Person("x", "察看", PersonKind.Full, Rights.UnderProbation), new Person("y", "中止", PersonKind.Full, Rights.Suspended)))!.Kind);

    private static RollTaken Of(params Person[] people) => new(Given.Unit, "选举", people);

    private static (string? Kind, string? Found) Kind(Refusal? refusal) => (refusal?.Kind, refusal?.Found);
}
