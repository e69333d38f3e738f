using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F22, against the pilot's published figures.</summary>
public sealed class StatisticsTests
{
    [Theory]
    [InlineData(1410, 33, "42.7")]
    [InlineData(1411, 33, "42.8")]
    [InlineData(1414, 33, "42.8")]
    [InlineData(1415, 33, "42.9")]
    [InlineData(3994, 99, "40.3")]
    [InlineData(3995, 99, "40.4")]
    [InlineData(4004, 99, "40.4")]
    [InlineData(4005, 99, "40.5")]
    [InlineData(1, 20, "0.1")] // half up
    [InlineData(0, 0, "—")]
    public void Averages_to_one_decimal(long sum, int count, string expected) => Assert.Equal(expected, $"{new Average(sum, count)}");

    [Fact]
    public void Those_excluded_are_left_out()
    {
        (string Branch, int Age)[] people = [("active", 40), ("active", 43), ("retired", 75)];
        var average = Statistics.AverageAge(people, person => person.Age, person => person.Branch == "retired");
        Assert.Equal((new Average(83, 2), "41.5"), (average, $"{average}"));
    }

    [Fact]
    public void E3_shares()
    {
        Assert.Equal("28/142 = 19.72%", $"{new Ratio(28, 142)}");
        Assert.True(Statistics.CheckShares([74, 22, 4]).Holds);
        Assert.False(Statistics.CheckShares([74, 22, 5]).Holds);
        Assert.Equal("74+22+4=100 = 100", Statistics.CheckShares([74, 22, 4]).Inequality);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Thirty_five_and_under_includes_the_number(bool inclusive, int expected) =>
        Assert.Equal(expected, Statistics.Young([34, 35, 36], 35, inclusive));

    [Theory]
    [InlineData("1975-07-01", "2010-06-30", 34)]
    [InlineData("1975-07-01", "2010-07-01", 35)]
    [InlineData("1976-02-29", "2010-02-27", 33)]
    [InlineData("1976-02-29", "2010-02-28", 34)]
    public void Age_on_a_stated_day(string born, string on, int age) => Assert.Equal(age, Statistics.Age(
        DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));
}
