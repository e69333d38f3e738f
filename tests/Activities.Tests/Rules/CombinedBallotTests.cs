using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F14, with F9 and F10 in each contest and a proof for each person.</summary>
public sealed class CombinedBallotTests
{
    [Fact]
    public void E1_only_the_contest_that_failed_repeats()
    {
        var outcomes = CombinedBallot.Decide(
            [
                Sample.Counted("secretary", 1, 40, ("甲", 33)),
                Sample.Counted("deputy", 1, 40, ("乙", 20)),
                Sample.Counted("member", 3, 40, ("丙", 36), ("丁", 30), ("戊", 27), ("己", 19)),
            ],
            due: 45, present: 40, SeatPolicy.SeatOnce, Sample.J20);

        Assert.Equal([OutcomeKind.Filled, OutcomeKind.Shortage, OutcomeKind.Filled], outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal(["丙", "丁", "戊"], outcomes[2].Elected);
        Assert.Equal(1, outcomes[1].Open);
        Assert.Equal(4, outcomes.Sum(outcome => outcome.Elected.Count));
        var deputy = outcomes[1].People.Single();
        Assert.Equal((Fate.NotElected, "2×20=40 > 40", "F9"), (deputy.Fate, deputy.Proof.Inequality, deputy.Proof.Rule));
    }

    [Fact]
    public void Seat_once_moves_the_next_up()
    {
        var outcomes = TwoPosts(SeatPolicy.SeatOnce);
        Assert.Equal(["甲"], outcomes[0].Elected);
        Assert.Equal(["乙", "丙"], outcomes[1].Elected);
        Assert.Equal(Fate.HoldsHigherPost, outcomes[1].FateOf("甲"));
        Assert.Equal("F14", outcomes[1].People.Single(person => person.Name == "甲").Proof.Rule);
    }

    [Fact]
    public void Several_who_hold_higher_posts_rank_nowhere_and_keep_the_votes_they_have()
    {
        var member = CombinedBallot.Decide(
            [
                Sample.Counted("secretary", 1, 40, ("甲", 33)),
                Sample.Counted("deputy", 1, 40, ("乙", 30)),
                Sample.Counted("member", 2, 40, ("甲", 39), ("乙", 38), ("丙", 25), ("丁", 22)),
            ],
            due: 45, present: 40, SeatPolicy.SeatOnce, Sample.J20)[2];

        Assert.Equal(["丙", "丁"], member.Elected);
        Assert.Equal([Fate.HoldsHigherPost, Fate.HoldsHigherPost], [member.FateOf("甲"), member.FateOf("乙")]);
        Assert.Equal((39, 38), (VotesOf(member, "甲"), VotesOf(member, "乙")));
    }

    [Fact]
    public void Separate_contests_know_nothing_of_each_other() =>
        Assert.Equal(["甲", "乙"], TwoPosts(SeatPolicy.Separate)[1].Elected);

    [Fact]
    public void E3_cumulative_adds_the_higher_posts_votes()
    {
        var tallies = new[]
        {
            Sample.Counted("secretary", 1, 60, ("甲", 30), ("乙", 28)),
            Sample.Counted("member", 2, 60, ("甲", 4), ("乙", 5), ("丙", 40)),
        };
        var cumulative = CombinedBallot.Decide(tallies, 60, 60, SeatPolicy.Cumulative, Sample.J20)[1];
        Assert.Equal((34, 33), (VotesOf(cumulative, "甲"), VotesOf(cumulative, "乙")));
        Assert.Equal(4, VotesOf(CombinedBallot.Decide(tallies, 60, 60, SeatPolicy.Separate, Sample.J20)[1], "甲"));
    }

    [Fact]
    public void Someone_who_holds_a_post_from_an_earlier_round_ranks_nowhere()
    {
        var outcome = CombinedBallot.Decide(
            [Sample.Counted("member", 1, 40, ("甲", 39), ("乙", 30))], 40, 40, SeatPolicy.SeatOnce, Sample.J20,
            new Dictionary<string, string> { ["甲"] = "secretary" })[0];
        Assert.Equal(["乙"], outcome.Elected);
    }

    [Fact]
    public void Every_fate_has_its_proof()
    {
        var tie = CombinedBallot.Decide(
            [Sample.Counted("member", 3, 41, ("A", 35), ("B", 28), ("C", 23), ("D", 23), ("E", 14))], 45, 41, SeatPolicy.SeatOnce, Sample.J20)[0];
        Assert.Equal(OutcomeKind.Tie, tie.Outcome);
        Assert.Equal(["C", "D"], tie.Tied!.Names);
        Assert.Equal(1, tie.Tied.Seats);
        Assert.Equal(0, tie.Open);
        Proof(tie, "A", Fate.Elected, "F10", "2×35=70 > 41; 35 > 23", true);
        Proof(tie, "C", Fate.Tied, "F10", "23 > 23", false);
        Proof(tie, "E", Fate.NotElected, "F9", "2×14=28 > 41", false);

        var full = CombinedBallot.Decide(
            [Sample.Counted("member", 3, 41, ("A", 30), ("B", 30), ("C", 22), ("D", 21))], 45, 41, SeatPolicy.SeatOnce, Sample.J20)[0];
        Assert.Equal(OutcomeKind.Filled, full.Outcome);
        Proof(full, "C", Fate.Elected, "F10", "2×22=44 > 41; 22 ≥ 22", true);
        Proof(full, "D", Fate.WithoutSeat, "F10", "21 ≥ 22", false);

        var plain = CombinedBallot.Decide([Sample.Counted("secretary", 1, 41, ("A", 30))], 45, 41, SeatPolicy.SeatOnce, Sample.J20)[0];
        Proof(plain, "A", Fate.Elected, "F9", "2×30=60 > 41", true);
    }

    [Fact]
    public void The_base_of_the_majority_is_the_packs()
    {
        var tally = Sample.Counted("member", 1, 38, ("A", 21));
        Assert.Single(CombinedBallot.Decide([tally], 50, 41, SeatPolicy.SeatOnce, Sample.J20)[0].Elected);
        var local = CombinedBallot.Decide([tally], 50, 41, SeatPolicy.SeatOnce, RulePacks.ById("local-congress-2020")!)[0];
        Assert.Empty(local.Elected);
        Assert.Equal(50, local.Base);
    }

    private static IReadOnlyList<ContestOutcome> TwoPosts(SeatPolicy policy) => CombinedBallot.Decide(
        [Sample.Counted("secretary", 1, 40, ("甲", 33)), Sample.Counted("member", 2, 40, ("甲", 38), ("乙", 30), ("丙", 27))],
        45, 40, policy, Sample.J20);

    private static int VotesOf(ContestOutcome outcome, string name) => outcome.People.Single(person => person.Name == name).Approvals;

    private static void Proof(ContestOutcome outcome, string name, Fate fate, string rule, string inequality, bool holds)
    {
        var person = outcome.People.Single(person => person.Name == name);
        Assert.Equal((fate, rule, inequality, holds), (person.Fate, person.Proof.Rule, person.Proof.Inequality, person.Proof.Holds));
        Assert.StartsWith(name, person.Proof.Sentence.Zh, StringComparison.Ordinal);
        Assert.StartsWith(name, person.Proof.Sentence.En, StringComparison.Ordinal);
    }
}
