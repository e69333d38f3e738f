using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F11.</summary>
public sealed class RunoffTests
{
    [Theory]
    [InlineData(1, "22 17", "0", "", 0)]
    [InlineData(2, "28 25 25", "0", "1 2", 1)]
    [InlineData(1, "20 20", "", "0 1", 1)]
    [InlineData(1, "3 17 2", "1", "", 0)] // more votes win without a majority
    [InlineData(1, "0 0", "", "0 1", 1)]
    public void More_votes_win(int seats, string votes, string elected, string tied, int tiedSeats)
    {
        var choice = Runoff.Choose(Sample.Numbers(votes), seats);
        Assert.Equal(Sample.Numbers(elected), choice.Elected);
        Assert.Equal(Sample.Numbers(tied), choice.Tied);
        Assert.Equal((tiedSeats, 0), (choice.TiedSeats, choice.Open));
    }

    [Fact]
    public void A_counted_run_off_has_a_proof_for_each()
    {
        var outcome = Runoff.Decide(Sample.Counted("member", 2, 41, ("A", 25), ("B", 28), ("C", 25), ("D", 3)), Sample.J20);
        Assert.Equal((OutcomeKind.Tie, 0), (outcome.Outcome, outcome.Open));
        Assert.Equal(["B"], outcome.Elected);
        Assert.Equal(["A", "C"], outcome.Tied!.Names);
        Assert.Equal(["B", "A", "C", "D"], outcome.People.Select(person => person.Name));
        Assert.Equal(["28 > 25", "25 > 25", "25 > 25", "3 > 25"], outcome.People.Select(person => person.Proof.Inequality));
        Assert.Equal([true, false, false, false], outcome.People.Select(person => person.Proof.Holds));
        Assert.Equal([Fate.Elected, Fate.Tied, Fate.Tied, Fate.WithoutSeat], outcome.People.Select(person => person.Fate));
    }

    [Fact]
    public void A_decided_run_off_is_filled()
    {
        var outcome = Runoff.Decide(Sample.Counted("member", 1, 39, ("A", 22), ("B", 17)), Sample.J20);
        Assert.Equal(OutcomeKind.Filled, outcome.Outcome);
        Assert.Null(outcome.Tied);
        Assert.Equal(["22 > 17", "17 > 22"], outcome.People.Select(person => person.Proof.Inequality));
    }

    [Fact]
    public void When_the_others_withdraw_the_rest_is_elected()
    {
        var outcome = Runoff.Decide(Sample.Counted("member", 2, 39, ("A", 22)), Sample.J20);
        Assert.Equal((OutcomeKind.Shortage, 1), (outcome.Outcome, outcome.Open));
        Assert.Equal("1 ≤ 2", outcome.People[0].Proof.Inequality);
    }

    [Fact]
    public void The_ballot_lists_the_tied_only()
    {
        var contest = Runoff.Contest("member", new(["C", "D"], 1));
        Assert.Equal(("member", 1, 2, 0), (contest.Post, contest.Seats, contest.Candidates.Count, contest.Eligible.Count));
        var paper = BallotPaper.Of([contest]);
        var tally = Tally.Count(paper, new(), [paper.Pen().Set("member", "C", Mark.Against).Write("member", "X").Done()])[0];
        Assert.Equal(["C", "D"], tally.Names.Select(name => name.Name));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void E3_after_the_plans_loops_a_person_decides(int held, bool again)
    {
        Assert.Equal(again, Runoff.VotesAgain(held, new Gongtui.Activities.Rules.Plan.PlanParameters().TieLoops));
        Assert.Equal(4, Runoff.Decisions.Distinct().Count());
    }
}
