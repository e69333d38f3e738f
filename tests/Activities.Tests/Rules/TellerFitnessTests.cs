using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F20.</summary>
public sealed class TellerFitnessTests
{
    private static readonly HashSet<string> Voters = [.. Sample.Letters(8)];
    private static readonly HashSet<string> Candidates = [.. Sample.Letters(6)];

    [Fact]
    public void E1_two_who_do_not_stand() => Assert.All(Check(["G", "H"], Candidates), verdict => Assert.True(verdict.Holds));

    [Fact]
    public void E2_a_write_in_makes_a_teller_a_nominee()
    {
        var refused = Check(["G", "H"], [.. Candidates, "G"]).Single(verdict => !verdict.Holds);
        Assert.Equal("G ∉ N", refused.Inequality);
        Assert.Contains("更换", refused.Sentence.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A B C", "A B", "C")]
    [InlineData("A B", "A B", "")]
    public void E3_who_could_serve_in_a_small_committee(string voters, string nominees, string possible) =>
        Assert.Equal(possible, string.Join(' ', TellerFitness.Possible(voters.Split(' '), nominees.Split(' '))));

    [Fact]
    public void A_teller_is_a_voter() => Assert.Equal("Z ∈ V", Check(["G", "Z"], Candidates).Single(verdict => !verdict.Holds).Inequality);

    [Fact]
    public void The_same_person_twice_is_one_teller() => Assert.Equal("1 ≥ 2", Check(["G", "G"], Candidates).Single(verdict => !verdict.Holds).Inequality);

    [Fact]
    public void The_meeting_adopts_them() =>
        Assert.Single(TellerFitness.Check(["G", "H"], Voters, Candidates, 2, adopted: false, [], false), verdict => !verdict.Holds);

    [Theory]
    [InlineData(true, "A", 1)]
    [InlineData(true, "H", 0)] // kin who do not stand
    [InlineData(false, "A", 0)]
    public void Kin_step_aside_where_the_plan_bars_them(bool barred, string nominee, int refused) => Assert.Equal(
        refused, TellerFitness.Check(["G", "H"], Voters, Candidates, 2, true, [new("G", nominee), new("B", "A")], barred).Count(verdict => !verdict.Holds));

    private static IReadOnlyList<Verdict> Check(string[] tellers, HashSet<string> nominees) =>
        TellerFitness.Check(tellers, Voters, nominees, 2, adopted: true, [], kinBarred: false);
}
