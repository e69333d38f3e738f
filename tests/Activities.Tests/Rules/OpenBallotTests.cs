using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F15.</summary>
public sealed class OpenBallotTests
{
    private static readonly Ratio Fifth = new(1, 5);

    [Theory]
    [InlineData(23, 3, "15 12 11 9", "A B", "C D")]
    [InlineData(39, 3, "18 14 11 9 8", "", "A B C D")]
    [InlineData(39, 3, "18 14 11 9 9", "", "A B C D E")]
    public void Examples(int present, int seats, string votes, string elected, string runoff)
    {
        var numbers = Sample.Numbers(votes);
        var names = Sample.Letters(numbers.Length);
        var tally = new ContestTally("member", seats, present, 0, [.. numbers.Select((vote, i) => new NameTally(names[i], false, vote, 0, 0))]);
        var outcome = CombinedBallot.Decide([tally], present, present, SeatPolicy.SeatOnce, Sample.J20)[0];
        Assert.Equal(elected.Split(' ', StringSplitOptions.RemoveEmptyEntries), outcome.Elected);
        Assert.Equal(runoff.Split(' '), OpenBallot.RunoffCandidates(outcome, Fifth));
    }

    [Theory]
    [InlineData(3, 3, false, "5×(3−3)=0 ≥ 3", "0/3 = 0.00%")]
    [InlineData(3, 4, true, "5×(4−3)=5 ≥ 3", "1/3 = 33.33%")]
    [InlineData(0, 4, false, "5×(4−0)=20 ≥ 0", "—")]
    public void E3_the_effective_differential(int seats, int eligible, bool holds, string inequality, string ratio)
    {
        var verdict = OpenBallot.CheckDifferential(seats, eligible, Fifth);
        Assert.Equal((holds, inequality, "F15"), (verdict.Holds, verdict.Inequality, verdict.Rule));
        Assert.Contains(ratio, verdict.Sentence.Zh, StringComparison.Ordinal);
    }
}
