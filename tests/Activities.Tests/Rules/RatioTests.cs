using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

public sealed class RatioTests
{
    [Theory]
    [InlineData(6, 5, "6/5 = 120.00%")]
    [InlineData(1, 7, "1/7 = 14.29%")]
    [InlineData(1, 3, "1/3 = 33.33%")]
    [InlineData(28, 142, "28/142 = 19.72%")]
    [InlineData(1, 800, "1/800 = 0.13%")]
    [InlineData(-1, 5, "-1/5 = -20.00%")]
    [InlineData(0, 5, "0/5 = 0.00%")]
    [InlineData(int.MaxValue, 1, "2147483647/1 = 214748364700.00%")]
    public void Prints_terms_and_percent_half_up(int numerator, int denominator, string expected) =>
        Assert.Equal(expected, new Ratio(numerator, denominator).ToString());

    [Fact]
    public void Compares_exactly_and_keeps_its_terms()
    {
        var (fifth, tenths) = (new Ratio(1, 5), new Ratio(2, 10));
        Assert.Equal(fifth, tenths);
        Assert.Equal(fifth.GetHashCode(), tenths.GetHashCode());
        Assert.Equal("2/10", tenths.Terms);
        Assert.True(new Ratio(333_333_333, 1_000_000_000) < new Ratio(1, 3));
        Assert.True(new Ratio(1, 3) <= new Ratio(1, 3) && new Ratio(1, 3) >= new Ratio(1, 3) && new Ratio(1, 2) > new Ratio(1, 3));
    }

    [Fact]
    public void A_denominator_is_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(1, 0));

    [Theory]
    [InlineData("4/5", true)]
    [InlineData("-4/5", true)]
    [InlineData("4/0", false)]
    [InlineData("4/-5", false)]
    [InlineData("0.8", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Reads_terms(string? text, bool expected) => Assert.Equal(expected, Ratio.TryParse(text, out _));
}
