using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Voting;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>Ties, shortages, seats passed on, announcement and ratification.</summary>
public sealed class AfterTheCountTests
{
    private static readonly Verdict Proof = new(true, "F9", Articles.Tellers, "1 > 0", new("", ""));

    [Fact]
    public void A_tie_is_voted_on_until_the_plans_number_is_used_up()
    {
        var tied = Counted(Contest(Given.Member, 3, ["a03", "a04"], ["a05", "a06"], 1, 0));

        Assert.Empty(Ties.ToDecide(tied));
        Assert.Equal(ContestKind.AmongTied, Rounds.Next(tied).Contests[0].Kind);

        var again = Recount(Recount(tied));
        Assert.Single(Ties.ToDecide(again));
        Assert.Equal("reason", Ties.Decide(again, true, new(""), Given.Staff).Refusal!.Field);
        Assert.Equal(PendingKind.Tie, Standing(again.After(Ties.Decide(again, true, new("再投"), Given.Staff).Fact!), Given.Member).Pending);
        Assert.Equal((PendingKind.None, 1), After(again.After(Ties.Decide(again, false, new("暂缺"), Given.Staff).Fact!)));

        static Election Recount(Election election) => Counted(
            Contest(Given.Member, 1, [], ["a05", "a06"], 1, 0) with { Kind = ContestKind.AmongTied }, election.After(Rounds.Next(election)));

        static (PendingKind, int) After(Election election) => (Standing(election, Given.Member).Pending, Standing(election, Given.Member).Vacant);
    }

    [Fact]
    public void A_shortage_is_decided_for_every_post_that_is_short()
    {
        var missing = Counted(Contest(Given.Member, 3, ["a03", "a04"], [], 0, 1, ("a05", 12), ("a06", 9), ("a08", 2)));

        var option = Assert.Single(Shortages.Options(missing));
        Assert.Equal(["a05", "a06"], option.Candidates);
        Assert.Equal(("5×2=10 ≥ 4×3=12", false, 15), (option.Close.Inequality, option.Close.Holds, option.ConsentsNeeded));

        Assert.Equal("answers", Shortages.Decide(missing, new([]), Given.Staff).Refusal!.Field);
        Assert.Equal("answers[0].reason", Decide(missing, ShortageChoice.Vacant, null, "").Refusal!.Field);
        Assert.Equal("answers[0].yes", Decide(missing, ShortageChoice.Vacant, 20).Refusal!.Field);
        Assert.Equal("answers[0].yes", Decide(missing, ShortageChoice.Reduce, null).Refusal!.Field);
        Assert.Equal("answers[0].yes", Decide(missing, ShortageChoice.Reduce, 31).Refusal!.Field);
        Assert.Equal("5×2=10 ≥ 4×3=12", Decide(missing, ShortageChoice.Reduce, 30).Refusal!.Found);
        Assert.Equal(PendingKind.None, Standing(missing.After(Decide(missing, ShortageChoice.Vacant, null).Fact!), Given.Member).Pending);

        var again = missing.After(Decide(missing, ShortageChoice.Again, null).Fact!);
        var contest = Assert.Single(Rounds.Next(again).Contests);
        Assert.Equal((ContestKind.Supplementary, 1), (contest.Kind, contest.Seats));
        Assert.DoesNotContain("a03", contest.Eligible);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Seats_are_reduced_when_the_elected_are_close_and_half_agree(int yes, bool reduced)
    {
        var parameters = Given.Parameters with { Posts = [.. Given.Parameters.Posts.Take(2), Given.Parameters.Posts[2] with { Seats = 5 }] };
        var missing = Counted(Contest(Given.Member, 5, ["a03", "a04", "a05", "a06"], [], 0, 1, ("a07", 12)), Begin(parameters));

        var decided = Decide(missing, ShortageChoice.Reduce, yes);

        Assert.Equal(reduced, decided.Fact is not null);
        if (reduced)
        {
            Assert.Equal(4, Standing(missing.After(decided.Fact!), Given.Member).Seats);
        }
        else
        {
            Assert.Equal("2×14=28 ≥ 30", decided.Refusal!.Found);
        }
    }

    [Fact]
    public void Another_election_needs_candidates()
    {
        var missing = Counted(Contest(Given.Member, 3, ["a03", "a04"], [], 0, 1, ("a05", 12)));

        Assert.Equal("5×(1−1)=0 ≥ 1", Decide(missing, ShortageChoice.Again, null).Refusal!.Found);
    }

    [Fact]
    public void A_seat_left_for_a_higher_one_goes_to_the_next_over_half()
    {
        var election = Counted(
            [Contest(Given.Deputy, 1, [], [], 0, 1, ("a02", 10)), Contest(Given.Member, 3, ["a03", "a04", "a05"], [], 0, 0, ("a06", 9)) with { People = [.. People(["a03", "a04", "a05"]), Person("a06", 17, Fate.WithoutSeat), Person("a07", 17, Fate.NotElected)] }]);

        var passed = Assert.Single(SeatPassing.After(election, [Contest(Given.Deputy, 1, ["a04"], [], 0, 0)]));
        Assert.Equal((Given.Member, "a04", "a06", 17), (passed.Post, passed.From, passed.To!, passed.Votes));

        var after = election.After(Rounds.Next(election.After(new ShortageDecided([new(Given.Deputy, ShortageChoice.Again, 1, null, "x", [], ["a02"])], "staff"))))
            .After(new ContestsCounted(2, 30, 30, [Contest(Given.Deputy, 1, ["a04"], [], 0, 0)], [passed]));
        Assert.Equal(["a03", "a05", "a06"], Standing(after, Given.Member).Elected.Select(holder => holder.Person));
    }

    [Fact]
    public void Equals_for_a_seat_that_was_left_must_be_voted_on()
    {
        var election = Counted(Contest(Given.Member, 3, ["a03", "a04", "a05"], [], 0, 0) with
        {
            People = [.. People(["a03", "a04", "a05"]), Person("a06", 17, Fate.WithoutSeat), Person("a07", 17, Fate.WithoutSeat)],
        });

        var passed = Assert.Single(SeatPassing.After(election, [Contest(Given.Deputy, 1, ["a04"], [], 0, 0)]));
        Assert.Null(passed.To);
        Assert.Equal(["a06", "a07"], passed.Tied);

        var after = election.After(new ContestsCounted(2, 30, 30, [], [passed]));
        Assert.Equal(PendingKind.Tie, Standing(after, Given.Member).Pending);
    }

    [Fact]
    public void The_result_is_announced_by_strokes_and_approved_or_filed_by_post()
    {
        var counted = Counted([Contest(Given.Secretary, 1, ["a01"], [], 0, 0), Contest(Given.Deputy, 1, [], [], 0, 0), Contest(Given.Member, 3, ["a05", "a07", "a03"], [], 0, 0)]);
        var election = counted.After(RatificationDecision.Announce(counted, Given.Staff, Given.Today));

        Assert.Equal(["a07", "a03", "a05"], election.Ratification!.Announced[2].People);
        Assert.True(election.Voting.Announced);
        Assert.Equal([Given.Secretary], RatificationDecision.ToRatify(election).Select(post => post.Post));
        Assert.Equal([Given.Member], RatificationDecision.ToFile(election).Select(post => post.Post));
        Assert.Equal("number", RatificationDecision.Ratify(election, new(), Given.Superior, Given.Today).Refusal!.Field);
        Assert.Equal("filingNumber", RatificationDecision.File(election, new("1号"), Given.Superior, Given.Today).Refusal!.Field);
        Assert.Equal("reason", RatificationDecision.Decline(new(), Given.Superior).Refusal!.Field);
    }

    private static Election Begin(PlanParameters? parameters = null)
    {
        var listed = Given.Planned(parameters).After(new ShortlistDecided(Given.Lists(["a01"], ["a02"], Given.Ids(3, 8)), new(5, 5, 5), [], "clerk"));
        var prepared = listed.After(Rounds.Next(listed));
        return prepared.After(Attendance.Count(prepared, new(Given.Ids(1, 30), [])).Fact!);
    }

    private static Election Counted(CountedContest contest, Election? election = null) => Counted([contest], election);

    private static Election Counted(IReadOnlyList<CountedContest> contests, Election? election = null)
    {
        var before = election ?? Begin();
        return before.After(new ContestsCounted(before.Voting.Round, 30, 30, contests, []));
    }

    private static CountedContest Contest(
        string post, int seats, IReadOnlyList<string> elected, IReadOnlyList<string> tied, int tiedSeats, int open, params (string Person, int Votes)[] rest) => new(
        post, ContestKind.Majority, seats, 30, 0, 30,
        tiedSeats > 0 ? OutcomeKind.Tie : open > 0 ? OutcomeKind.Shortage : OutcomeKind.Filled,
        elected, tied, tiedSeats, open,
        [.. People(elected), .. tied.Select(id => Person(id, 18, Fate.Tied)), .. rest.Select(person => Person(person.Person, person.Votes, Fate.NotElected))]);

    private static IEnumerable<CountedPerson> People(IReadOnlyList<string> elected) => elected.Select(id => Person(id, 20, Fate.Elected));

    private static CountedPerson Person(string id, int votes, Fate fate) => new(id, true, votes, 30 - votes, 0, votes, fate, Proof);

    private static PostStanding Standing(Election election, string post) => election.Voting.Posts.Single(standing => standing.Post == post);

    private static Decided<ShortageDecided> Decide(Election election, ShortageChoice choice, int? yes, string reason = "理由") =>
        Shortages.Decide(election, new([new(Given.Member, choice, reason, yes)]), Given.Staff);
}
