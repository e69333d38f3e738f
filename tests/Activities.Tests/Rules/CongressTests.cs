using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>R02 and R08.</summary>
public sealed class CongressTests
{
    [Theory]
    [InlineData(500, false, true, true)]
    [InlineData(499, false, true, false)]
    [InlineData(30, true, true, true)]
    [InlineData(900, true, false, false)]
    public void A_congress_takes_the_place_of_the_meeting_for_many_or_scattered_members(int members, bool scattered, bool approved, bool holds)
    {
        var verdict = Congress.MayElect(members, scattered, approved);
        Assert.Equal((holds, "R02", $"{members} ≥ 500"), (verdict.Holds, verdict.Rule, verdict.Inequality));
        Assert.Equal(holds ? "A congress of representatives may elect." : approved ? "499 members, fewer than 500 and not scattered: the members' meeting elects." : "A congress needs the superior's approval; without it the members' meeting elects.", verdict.Sentence.En);
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_congress_has_a_hundred_to_three_hundred_representatives(int representatives, bool holds)
    {
        var verdict = Congress.CheckSize(representatives);
        Assert.Equal((holds, "R08", $"100 ≤ {representatives} ≤ 300"), (verdict.Holds, verdict.Rule, verdict.Inequality));
        Assert.Equal(holds, verdict.Sentence.Zh.Contains("一般为 100–200 名，不超过", StringComparison.Ordinal));
    }
}
