using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Mobilisation;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>问卷调查: figures from the box, or from paper where the box must not tell.</summary>
public sealed class SurveyTests
{
    private static readonly Actor Superior = new("s", "唐雅琴", []);

    private static readonly BoxState Box = new("e1/1", BoxPurpose.Survey, Principals.Member, 100, "3");

    [Fact]
    public void The_pilots_survey_comes_out_of_a_box_as_it_was_published()
    {
        var count = SurveyCount.Of([.. Sheets(Attitude.Unwilling, 4), .. Sheets(Attitude.Active, 74), .. Sheets(Attitude.IfRequired, 22)]);
        var tallied = SurveyDecision.Tally(Box, Closed(100), count).Fact!;
        var evaluated = SurveyDecision.Evaluate(tallied, new("座谈", "积极"), Superior).Fact!;
        Assert.Equal((100, 100, 74, 22, 4, "e1/1"), (evaluated.Asked, evaluated.Returned, evaluated.Active, evaluated.IfRequired, evaluated.Unwilling, evaluated.Box));
        Assert.Equal("74+22+4=100 ≤ 100", evaluated.Sum.Inequality);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    [InlineData(0, false)]
    public void A_circle_of_fewer_than_five_is_not_told_apart(int answers, bool told)
    {
        var tallied = SurveyDecision.Tally(Box, Closed(answers), SurveyCount.Of([.. Sheets(Attitude.Unwilling, answers)])).Fact!;
        Assert.Equal((answers, told), (tallied.Returned, tallied.Count is not null));
    }

    [Fact]
    public void Figures_come_from_the_box_or_from_paper_never_from_both()
    {
        var tallied = SurveyDecision.Tally(Box, Closed(5), SurveyCount.Of([.. Sheets(Attitude.Active, 5)])).Fact!;
        Assert.Equal("paper", SurveyDecision.Evaluate(tallied, new("座谈", "积极", new(5, 5, 0, 0)), Superior).Refusal!.Field);
        Assert.Equal("paper", SurveyDecision.Evaluate(tallied with { Count = null }, new("座谈", "积极"), Superior).Refusal!.Field);
        Assert.Null(SurveyDecision.Evaluate(null, new("座谈", "积极", new(5, 5, 0, 0)), Superior).Fact!.Box);
    }

    [Theory]
    [InlineData(100, 74, 22, 5)]
    [InlineData(100, 101, -1, 0)]
    [InlineData(10, 0, 0, 0)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)]
    public void Figures_on_paper_that_do_not_add_up_are_refused(int asked, int active, int required, int unwilling) =>
        Assert.Equal(RefusalKinds.Arithmetic, SurveyDecision.Evaluate(null, new("座谈", "积极", new(asked, active, required, unwilling)), Superior).Refusal!.Kind);

    [Fact]
    public void A_count_that_is_not_that_of_the_box_is_refused()
    {
        Assert.Equal("count.returned", SurveyDecision.Tally(Box, Closed(6), new(5, 5, 0, 0)).Refusal!.Field);
        Assert.Equal("count", SurveyDecision.Tally(Box, Closed(6), new(6, 5, 0, 0)).Refusal!.Field);
        Assert.Equal("count", SurveyDecision.Tally(Box, Closed(6), new(6, 7, -1, 0)).Refusal!.Field);
        Assert.Equal("submitted", SurveyDecision.Tally(Box, Closed(101), new(101, 101, 0, 0)).Refusal!.Field);
    }

    private static CloseBoxForm Closed(int submitted) => new("e1/1", submitted, "ab12", default);

    private static IEnumerable<SurveySheet> Sheets(Attitude answer, int count) => Enumerable.Repeat(new SurveySheet(answer), count);
}
