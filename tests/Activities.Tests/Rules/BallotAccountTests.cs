using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F6.</summary>
public sealed class BallotAccountTests
{
    private static BallotAccount Account(int issued, int returned, int? voted = null) => new(50, 41, 45, issued, 45 - issued, 0, voted, returned);

    [Theory]
    [InlineData(41, 40, true, 1)]
    [InlineData(41, 42, false, 0)]
    [InlineData(41, 41, true, 0)]
    public void Examples(int issued, int returned, bool valid, int missing)
    {
        foreach (var pack in RulePacks.All)
        {
            var result = Account(issued, returned).Check(pack);
            Assert.Equal((valid, missing), (result.IsValid, result.Missing));
            Assert.Equal(valid, BallotAccount.Stands(issued, null, returned, pack.ReturnedAtMost));
            Assert.Equal($"{returned} ≤ {issued}", result.Returned.Inequality);
        }
    }

    [Fact]
    public void Blank_ballots_are_valid()
    {
        Assert.True(BallotAccount.CheckCounted(41, 41, 0, Sample.J20).Holds);
        Assert.False(BallotAccount.CheckCounted(41, 39, 1, Sample.J20).Holds);
    }

    [Fact]
    public void The_2020_rule_looks_at_voters_the_1990_rule_at_ballots_issued()
    {
        var account = Account(issued: 41, returned: 41, voted: 40);
        Assert.False(account.Check(Sample.J20).IsValid);
        Assert.True(account.Check(Sample.J90).IsValid);
        Assert.False(BallotAccount.Stands(41, 40, 41, ReturnedLimit.Voters));
        Assert.True(BallotAccount.Stands(41, 40, 41, ReturnedLimit.Issued));
    }

    [Theory]
    [InlineData(50, 41, 45, 41, 3, 1, 41, 41, true)]
    [InlineData(50, 41, 45, 41, 3, 0, 41, 41, false)] // printed ≠ issued + unused + spoiled
    [InlineData(50, 41, 45, 42, 3, 0, 41, 41, false)] // more issued than present
    [InlineData(40, 41, 45, 41, 3, 1, 41, 41, false)] // more present than due
    [InlineData(50, 41, 45, 40, 4, 1, 41, 40, false)] // more voters than ballots issued
    public void Every_equation_is_checked(int due, int present, int printed, int issued, int unused, int spoiled, int voted, int returned, bool balanced)
    {
        var result = new BallotAccount(due, present, printed, issued, unused, spoiled, voted, returned).Check(Sample.J20);
        Assert.Equal(balanced, result.IsBalanced);
        Assert.True(result.IsValid);
        Assert.Equal(balanced ? 0 : 1, result.Checks.Count(check => !check.Holds));
    }

    [Fact]
    public void A_digital_box_balances_by_itself() => Assert.True(BallotAccount.Digital(50, 41, 41, 40, 40).Check(Sample.J20).IsBalanced);
}
