using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F21.</summary>
public sealed class CommitteeDecisionTests
{
    [Theory]
    [InlineData(9, 6, 5, true, true, "3×6=18 ≥ 2×9=18", "2×5=10 > 9")]
    [InlineData(7, 4, 4, false, true, "3×4=12 ≥ 2×7=14", "2×4=8 > 7")]
    [InlineData(8, 6, 4, true, false, "3×6=18 ≥ 2×8=16", "2×4=8 > 8")]
    [InlineData(5, 4, 5, true, false, "3×4=12 ≥ 2×5=10", "2×5=10 > 5")] // more votes than people
    [InlineData(5, 6, 5, false, true, "3×6=18 ≥ 2×5=10", "2×5=10 > 5")] // more people than the committee has
    [InlineData(0, 0, 0, false, false, "3×0=0 ≥ 2×0=0", "2×0=0 > 0")]
    public void Examples(int due, int present, int yes, bool attendance, bool votes, string first, string second)
    {
        var verdict = CommitteeDecision.Check(due, present, yes);
        Assert.Equal((attendance, votes, first, second), (verdict.Attendance.Holds, verdict.Votes.Holds, verdict.Attendance.Inequality, verdict.Votes.Inequality));
        Assert.Equal(attendance && votes, verdict.Passed);
    }
}
