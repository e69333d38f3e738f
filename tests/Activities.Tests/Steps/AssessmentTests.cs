using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class AssessmentTests
{
    private static readonly AssessmentPaper Paper = new(Principals.Member, ["a01", "a02"]);
    private static readonly BoxState Box = new("e1/4", BoxPurpose.Assessment, Principals.Member, 30, "9");

    [Fact]
    public void Whoever_is_not_marked_is_abstained_from()
    {
        var count = AssessmentCount.Of(Paper, [Sheet(("a01", Level.Excellent)), Sheet(("a01", Level.Incompetent), ("a02", Level.Basic)), Sheet(("zz", Level.Basic))]);

        Assert.Equal((3, 1), (count.Returned, count.Invalid));
        Assert.Equal([new("a01", 1, 0, 0, 1, 0), new AssessedPerson("a02", 0, 0, 1, 0, 1)], count.People);
    }

    [Fact]
    public void Marking_somebody_twice_is_refused() =>
        Assert.Equal(RefusalKinds.Duplicate, Paper.Check(Sheet(("a01", Level.Basic), ("a01", Level.Excellent)))!.Kind);

    [Theory]
    [InlineData(24, false, "5×24=120 > 4×30=120")]
    [InlineData(25, true, "5×25=125 > 4×30=120")]
    public void More_than_four_fifths_of_the_members_must_take_part(int sheets, bool holds, string inequality)
    {
        var participation = Tally(sheets).Fact!.Participation!;

        Assert.Equal((holds, inequality), (participation.Holds, participation.Inequality));
    }

    [Fact]
    public void Nothing_is_asked_of_the_masses() => Assert.Null(AssessmentDecision.Tally(
        Given.Planned(), Box, Paper with { Group = Principals.Masses }, new("e1/4", 1, "ff", default), AssessmentCount.Of(Paper, [Sheet()])).Fact!.Participation);

    [Theory]
    [InlineData(1, 0, 0, 0, 0)]
    [InlineData(3, 0, 0, 0, -1)]
    public void Levels_must_make_the_valid_forms(int excellent, int competent, int basic, int incompetent, int abstain)
    {
        AssessmentCount count = new(2, 0, [new("a01", excellent, competent, basic, incompetent, abstain), new("a02", 2, 0, 0, 0, 0)]);

        Assert.Equal(RefusalKinds.Arithmetic, AssessmentDecision.Tally(Given.Planned(), Box, Paper, new("e1/4", 2, "ff", default), count).Refusal!.Kind);
    }

    [Fact]
    public void Everybody_on_the_form_must_be_counted() => Assert.Equal(
        "count.people",
        AssessmentDecision.Tally(Given.Planned(), Box, Paper, new("e1/4", 2, "ff", default), new(2, 0, [new("a01", 2, 0, 0, 0, 0)])).Refusal!.Field);

    private static Decided<AssessmentTallied> Tally(int sheets) => AssessmentDecision.Tally(
        Given.Planned(), Box, Paper, new("e1/4", sheets, "ff", default),
        AssessmentCount.Of(Paper, Enumerable.Repeat(Sheet(("a01", Level.Competent)), sheets)));

    private static AssessmentSheet Sheet(params (string Person, Level Level)[] marks) =>
        new([.. marks.Select(mark => new AssessmentMark(mark.Person, mark.Level))]);
}
