using System.Text.Json;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Rules.Plan;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>The whole count of one vote, and its facts as the journal keeps them.</summary>
public sealed class ElectionCountTests
{
    private static readonly BallotPaper Paper = Sample.Paper(1, 2);

    [Theory]
    [InlineData(5, 4, 4, 4, 4, ElectionStanding.Valid)]
    [InlineData(5, 3, 3, 3, 3, ElectionStanding.NoQuorum)]
    [InlineData(5, 4, 4, 4, 5, ElectionStanding.Void)]
    [InlineData(5, 3, 3, 3, 5, ElectionStanding.NoQuorum)]
    [InlineData(0, 0, 0, 0, 0, ElectionStanding.NoQuorum)]
    [InlineData(1, 1, 1, 1, 1, ElectionStanding.Valid)]
    public void Contests_are_decided_only_in_a_valid_election(int due, int present, int issued, int voted, int returned, ElectionStanding standing)
    {
        var result = ElectionCount.Decide(Sample.J20, new(), BallotAccount.Digital(due, present, issued, voted, returned), Paper, Ballots(returned));
        Assert.Equal(standing, result.Standing);
        Assert.Equal(standing == ElectionStanding.Valid ? 1 : 0, result.Contests.Count);
        Assert.All(result.Contests, outcome => Assert.Equal(["A"], outcome.Elected));
    }

    [Fact]
    public void A_void_election_is_never_counted() => Assert.Empty(ElectionCount.Choose(
        Sample.J20, SeatPolicy.SeatOnce, BallotAccount.Digital(5, 4, 4, 4, 5), () => throw new InvalidOperationException("counted")).Contests);

    [Fact]
    public void Results_and_plans_survive_json()
    {
        var result = ElectionCount.Decide(Sample.J20, new(), BallotAccount.Digital(5, 4, 4, 4, 4), Paper, Ballots(4));
        Assert.Equal(JsonSerializer.Serialize(result), Again(result));
        var plan = new PlanParameters { Posts = [new("member", new("委员", "Member"), 3, CandidateMode.Differential)], QuorumStrict = true, AssessmentWeights = new(7, 3) };
        Assert.Equal(JsonSerializer.Serialize(plan), Again(plan));
        Assert.Contains("\"InvestigationRatio\":\"2/5\"", JsonSerializer.Serialize(plan), StringComparison.Ordinal);

        static string Again<T>(T value) => JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value)));
    }

    private static IEnumerable<Ballot> Ballots(int count) => Enumerable.Range(0, count).Select(_ => Sample.Ballot(Paper, "○A ×B"));
}
