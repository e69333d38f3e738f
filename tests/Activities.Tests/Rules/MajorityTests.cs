using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F9.</summary>
public sealed class MajorityTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(7, 4)]
    [InlineData(40, 21)]
    [InlineData(41, 21)]
    [InlineData(48, 25)]
    [InlineData(60, 31)]
    public void Minimum(int present, int minimum)
    {
        Assert.Equal(minimum, Majority.Minimum(present, Sample.J20.Majority));
        Assert.True(Majority.Check("甲", minimum, present, Sample.J20).Holds);
        Assert.False(Majority.Check("甲", minimum - 1, present, Sample.J20).Holds);
    }

    [Theory]
    [InlineData(48, 25, true, "2×25=50 > 48")]
    [InlineData(48, 24, false, "2×24=48 > 48")]
    [InlineData(41, 20, false, "2×20=40 > 41")]
    [InlineData(41, 21, true, "2×21=42 > 41")]
    [InlineData(7, 4, true, "2×4=8 > 7")]
    [InlineData(7, 3, false, "2×3=6 > 7")]
    public void Examples(int present, int approvals, bool holds, string inequality)
    {
        var verdict = Majority.Check("甲", approvals, present, Sample.J20);
        Assert.Equal((holds, "F9", inequality), (verdict.Holds, verdict.Rule, verdict.Inequality));
        Assert.Equal("J20 ~28 / R45", verdict.Article.Id);
        Assert.Contains("第28条（条号待核）", verdict.Line.Zh, StringComparison.Ordinal);
        Assert.Contains("not verified", verdict.Line.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MajorityBase.Present, 41)]
    [InlineData(MajorityBase.Due, 50)]
    [InlineData(MajorityBase.Valid, 38)]
    public void The_pack_says_what_half_is_of(MajorityBase majorityBase, int expected)
    {
        Assert.Equal(expected, Majority.Base(majorityBase, due: 50, present: 41, valid: 38));
        var verdict = Majority.Check("甲", 1, expected, Sample.J20 with { MajorityBase = majorityBase });
        Assert.Contains($" {expected} ", verdict.Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_half_is_said_so() => Assert.Contains("恰为", Majority.Check("甲", 24, 48, Sample.J20).Sentence.Zh, StringComparison.Ordinal);
}
