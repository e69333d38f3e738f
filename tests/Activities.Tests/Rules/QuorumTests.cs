using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F5.</summary>
public sealed class QuorumTests
{
    [Theory]
    [InlineData(5, 4, 5)]
    [InlineData(10, 8, 9)]
    [InlineData(20, 16, 17)]
    [InlineData(33, 27, 27)]
    [InlineData(47, 38, 38)]
    [InlineData(50, 40, 41)]
    [InlineData(51, 41, 41)]
    [InlineData(100, 80, 81)]
    public void Minimum_of_2020_and_1990(int due, int j20, int j90)
    {
        Assert.Equal(j20, Quorum.Minimum(due, Sample.J20.Quorum));
        Assert.Equal(j90, Quorum.Minimum(due, Sample.J90.Quorum));
        Assert.True(Quorum.Check(due, j20, Sample.J20).Holds);
        Assert.False(Quorum.Check(due, j20 - 1, Sample.J20).Holds);
        Assert.True(Quorum.Check(due, j90, Sample.J90).Holds);
        Assert.False(Quorum.Check(due, j90 - 1, Sample.J90).Holds);
    }

    [Theory]
    [InlineData("primary-2020", 51, 41, true, "5×41=205 ≥ 4×51=204", 0)]
    [InlineData("primary-1990", 51, 41, true, "5×41=205 > 4×51=204", 0)]
    [InlineData("primary-2020", 50, 40, true, "5×40=200 ≥ 4×50=200", 0)]
    [InlineData("primary-1990", 50, 40, false, "5×40=200 > 4×50=200", 1)]
    [InlineData("primary-2020", 47, 37, false, "5×37=185 ≥ 4×47=188", 1)]
    [InlineData("primary-2020", 0, 0, false, "0 ≥ 1", 0)]
    [InlineData("primary-2020", 1, 1, true, "5×1=5 ≥ 4×1=4", 0)]
    [InlineData("primary-2020", 100_000, 79_999, false, "5×79999=399995 ≥ 4×100000=400000", 1)]
    public void Examples(string id, int due, int present, bool holds, string inequality, int missing)
    {
        var pack = RulePacks.ById(id)!;
        var verdict = Quorum.Check(due, present, pack);
        Assert.Equal((holds, "F5", inequality), (verdict.Holds, verdict.Rule, verdict.Inequality));
        Assert.Equal(holds, Quorum.IsMet(due, present, pack.Quorum));
        Assert.Equal(missing, Quorum.Missing(due, present, pack.Quorum));
    }

    [Fact]
    public void A_refusal_says_how_many_are_missing()
    {
        var sentence = Quorum.Check(47, 37, Sample.J20).Sentence;
        Assert.Contains("还差 1 人", sentence.Zh, StringComparison.Ordinal);
        Assert.Contains("1 more", sentence.En, StringComparison.Ordinal);
    }
}
