using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Voting;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>The meeting: ballot, attendance, tellers, account, count.</summary>
public sealed class VotingTests
{
    private static readonly Election Ready = Prepare(Given.Lists(["a01"], ["a02"], ["a06", "a03", "a05", "a04"]));

    [Fact]
    public void The_first_ballot_is_the_shortlist_in_printing_order()
    {
        var contests = Ready.Voting.Contests;

        Assert.Equal([Given.Secretary, Given.Deputy, Given.Member], contests.Select(contest => contest.Post));
        Assert.Equal(["a03", "a04", "a05", "a06"], contests[2].Candidates);
        Assert.Equal(30, contests[2].Eligible.Count);
        Assert.Equal(6, new BallotForm(1, contests, new()).Paper().MarkCount);
    }

    [Fact]
    public void Due_and_present_follow_the_roll()
    {
        var counted = Attendance.Count(Ready, new(Given.Ids(1, 24), [])).Fact!;

        Assert.Equal((30, 24, true, "5×24=120 ≥ 4×30=120"), (counted.Due, counted.Present.Count, counted.Quorum.Holds, counted.Quorum.Inequality));
        Assert.Null(Attendance.Allows(counted, open: true));
        Assert.Equal(RefusalKinds.Rule, Attendance.Allows(counted, open: false)!.Kind);
    }

    [Fact]
    public void An_adopted_exclusion_lowers_the_number_due_and_one_not_adopted_does_not()
    {
        ExclusionRequest[] exclusions = [new("a29", ExclusionGround.LongIncapable, "上级同意〔2026〕1号"), new("a30", ExclusionGround.AbroadPrivately, "同上")];

        Assert.Equal(28, Attendance.Count(Ready, new(Given.Ids(1, 23), exclusions, 12)).Fact!.Due);
        Assert.True(Attendance.Count(Ready, new(Given.Ids(1, 23), exclusions, 12)).Fact!.Quorum.Holds);
        Assert.Equal(30, Attendance.Count(Ready, new(Given.Ids(1, 23), exclusions, 11)).Fact!.Due);
    }

    [Theory]
    [InlineData("b1", RefusalKinds.Unknown)]
    [InlineData("c1", RefusalKinds.Unknown)]
    [InlineData("nobody", RefusalKinds.Unknown)]
    [InlineData("a01", RefusalKinds.Duplicate)]
    public void Only_those_with_the_right_to_vote_are_counted_and_once(string person, string kind) =>
        Assert.Equal(kind, Attendance.Count(Ready, new([.. Given.Ids(1, 24), person], [])).Refusal!.Kind);

    [Fact]
    public void Exclusions_need_evidence_and_a_vote()
    {
        Assert.Equal("exclusionsYes", Count(null, "1号").Refusal!.Field);
        Assert.Equal("exclusionsYes", Count(99, "1号").Refusal!.Field);
        Assert.Equal("exclusions[0].evidence", Count(20, "").Refusal!.Field);
        Assert.Equal("exclusionsYes", Attendance.Count(Ready, new(Given.Ids(1, 24), [], 20)).Refusal!.Field);

        static Decided<AttendanceCounted> Count(int? yes, string evidence) =>
            Attendance.Count(Ready, new(Given.Ids(1, 24), [new("a30", ExclusionGround.LongIncapable, evidence)], yes));
    }

    [Fact]
    public void Tellers_vote_stand_for_nothing_and_are_adopted()
    {
        var meeting = Meeting(24);

        Assert.Null(TellerAdoption.Adopt(meeting, new(["a20"], ["a21"], 13)).Refusal);
        Assert.Equal("2×12=24 > 24", TellerAdoption.Adopt(meeting, new(["a20"], ["a21"], 12)).Refusal!.Found);
        Assert.Equal("yes", TellerAdoption.Adopt(meeting, new(["a20"], ["a21"], 25)).Refusal!.Field);
        Assert.Equal("scrutineers", TellerAdoption.Adopt(meeting, new([], ["a21"], 20)).Refusal!.Field);
        Assert.Equal(RefusalKinds.Duplicate, TellerAdoption.Adopt(meeting, new(["a20"], ["a20"], 20)).Refusal!.Kind);
        Assert.Contains("党员03", TellerAdoption.Adopt(meeting, new(["a03"], ["a21"], 20)).Refusal!.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("党员30", TellerAdoption.Adopt(meeting, new(["a30"], ["a21"], 20)).Refusal!.Message.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("a03", TellerAdoption.Possible(meeting));
    }

    [Fact]
    public void More_ballots_than_voters_void_the_vote()
    {
        var open = Open(30);

        Assert.True(Account(open, new("e1/1", 30, "ff", 30, 30, [])).Fact!.Stands);
        Assert.False(Account(open, new("e1/1", 30, "ff", 30, 31, [])).Fact!.Stands);
    }

    [Theory]
    [InlineData("e1/9", 30, "ff", 30, 30, null, RefusalKinds.Unknown)]
    [InlineData("e1/1", 31, "ff", 30, 30, null, RefusalKinds.Arithmetic)]
    [InlineData("e1/1", 30, "", 30, 30, null, RefusalKinds.Incomplete)]
    [InlineData("e1/1", 29, "ff", 30, 30, null, RefusalKinds.Arithmetic)]
    [InlineData("e1/1", 30, "ff", 31, 30, null, RefusalKinds.Arithmetic)]
    [InlineData("e1/1", 30, "ff", 30, 30, 31, RefusalKinds.Arithmetic)]
    [InlineData("e1/1", 30, "ff", 30, 30, -1, RefusalKinds.Arithmetic)]
    [InlineData("e1/1", 30, "ff", -1, -1, null, RefusalKinds.Arithmetic)]
    [InlineData("e1/1", 30, "ff", 30, 30, int.MaxValue, RefusalKinds.Arithmetic)]
    public void An_account_that_contradicts_itself_is_refused(string box, int submitted, string root, int voted, int returned, int? issued, string kind) =>
        Assert.Equal(kind, Account(Open(30), new(box, submitted, root, voted, returned, [], Issued: issued)).Refusal!.Kind);

    [Fact]
    public void Printed_ballots_are_all_accounted_for()
    {
        Assert.Null(Account(Open(30), new("e1/1", 30, "ff", 30, 30, [], Printed: 35, Issued: 30, Unused: 4, Spoiled: 1)).Refusal);
        Assert.Equal("35 = 30+4+0=34", Account(Open(30), new("e1/1", 30, "ff", 30, 30, [], Printed: 35, Issued: 30, Unused: 4)).Refusal!.Found);
    }

    [Fact]
    public void Exactly_half_of_those_present_is_not_elected_and_the_proof_says_so()
    {
        var counted = Decide(Open(30), Tallies(30, [28], [15], [25, 22, 18, 9])).Fact!;

        Assert.Equal([OutcomeKind.Filled, OutcomeKind.Shortage, OutcomeKind.Filled], counted.Contests.Select(contest => contest.Outcome));
        var line = Assert.Single(counted.Contests[1].People);
        Assert.Equal(("a02", Fate.NotElected, "2×15=30 > 30"), (line.Person, line.Fate, line.Proof.Inequality));
        Assert.Contains("党员02", line.Proof.Sentence.Zh, StringComparison.Ordinal);
        Assert.NotNull(line.Proof.Article);
    }

    [Fact]
    public void The_base_is_those_present_whatever_comes_back()
    {
        var counted = Decide(Open(30), Tallies(26, [15], [16], [16, 16, 16, 1]), 26).Fact!;

        Assert.Empty(counted.Contests[0].Elected);
        Assert.Equal(["a02"], counted.Contests[1].Elected);
    }

    [Fact]
    public void Whoever_wins_the_higher_post_leaves_the_ranking_of_the_lower()
    {
        var twice = Open(30, Prepare(Given.Lists(["a01"], ["a02"], ["a01", "a03", "a04", "a05"])));

        var counted = Decide(twice, [
            Tally(Given.Secretary, 1, 30, ("a01", 28)), Tally(Given.Deputy, 1, 30, ("a02", 27)),
            new(Given.Member, 3, 30, 0, [.. twice.Voting.Contests[2].Candidates.Select(id => new NameTally(id, true, id == "a01" ? 29 : 18, 30 - (id == "a01" ? 29 : 18), 0))])]).Fact!;

        Assert.Equal(["a03", "a04", "a05"], counted.Contests[2].Elected.Order());
        Assert.Equal(Fate.HoldsHigherPost, counted.Contests[2].People.Single(person => person.Person == "a01").Fate);
    }

    [Fact]
    public void A_write_in_over_half_is_elected()
    {
        var counted = Decide(Open(30), [
            Tally(Given.Secretary, 1, 30, ("a01", 28)),
            Tally(Given.Deputy, 1, 30, ("a02", 10)) with { Names = [new("a02", true, 10, 20, 0), new("a09", false, 19, 0, 0)] },
            .. Tallies(30, [0], [0], [25, 22, 18, 9]).Skip(2)]).Fact!;

        Assert.Equal(["a09"], counted.Contests[1].Elected);
        Assert.False(counted.Contests[1].People[0].Printed);
    }

    [Theory]
    [MemberData(nameof(WrongCounts))]
    public void Sums_that_cannot_be_are_refused(string why, IReadOnlyList<ContestTally> count)
    {
        Assert.NotEmpty(why);
        Assert.Equal(RefusalKinds.Arithmetic, Decide(Open(30), count).Refusal!.Kind);
    }

    public static TheoryData<string, IReadOnlyList<ContestTally>> WrongCounts()
    {
        var right = Tallies(30, [28], [27], [25, 22, 18, 9]);
        return new()
        {
            { "a contest is missing", [.. right.Take(2)] },
            { "other order", [right[1], right[0], right[2]] },
            { "other seats", [right[0] with { Seats = 2 }, right[1], right[2]] },
            { "valid + invalid is not returned", [right[0] with { Valid = 29 }, right[1], right[2]] },
            { "negative invalid", [right[0] with { Valid = 31, Invalid = -1 }, right[1], right[2]] },
            { "marks do not add up", [right[0] with { Names = [new("a01", true, 28, 1, 0)] }, right[1], right[2]] },
            { "negative marks", [right[0] with { Names = [new("a01", true, 31, -1, 0)] }, right[1], right[2]] },
            { "a candidate is missing", [right[0], right[1], right[2] with { Names = [.. right[2].Names.Skip(1)] }] },
            { "a write-in is not eligible", [right[0] with { Names = [.. right[0].Names, new("b1", false, 1, 0, 0)] }, right[1], right[2]] },
            { "a write-in without vote", [right[0] with { Names = [.. right[0].Names, new("a09", false, 0, 0, 0)] }, right[1], right[2]] },
            { "more approvals than seats allow", [right[0] with { Names = [.. right[0].Names, new("a09", false, 3, 0, 0)] }, right[1], right[2]] },
            { "a name twice", [right[0] with { Names = [new("a01", true, 1, 29, 0), new("a01", false, 1, 0, 0)] }, right[1], right[2]] },
        };
    }

    private static Election Prepare(IReadOnlyList<PostList> lists)
    {
        var listed = Given.Planned().After(new ShortlistDecided(lists, new(5, 5, 5), [], "clerk"));
        return listed.After(Rounds.Next(listed));
    }

    private static Election Meeting(int present, Election? ready = null) =>
        (ready ?? Ready).After(Attendance.Count(ready ?? Ready, new(Given.Ids(1, present), [])).Fact!);

    private static Election Open(int present, Election? ready = null) => Meeting(present, ready).After(
        new TellersAdopted(1, ["a20"], ["a21"], present, []),
        new BoxOpened("e1/1", BoxPurpose.Ballot, "1", Given.Ids(1, present), System.Text.Json.JsonSerializer.SerializeToElement("form"), "20"));

    private static Decided<BallotsAccounted> Account(Election election, BallotAccountForm form) =>
        BallotCount.Account(election, form, Given.Voter("a20"));

    private static Decided<ContestsCounted> Decide(Election election, IReadOnlyList<ContestTally> count, int ballots = 30) =>
        BallotCount.Decide(election, Account(election, new("e1/1", ballots, "ff", ballots, ballots, count)).Fact!, count);

    private static ContestTally[] Tallies(int ballots, int[] secretary, int[] deputy, int[] members) =>
    [
        Tally(Given.Secretary, 1, ballots, ("a01", secretary[0])),
        Tally(Given.Deputy, 1, ballots, ("a02", deputy[0])),
        Tally(Given.Member, 3, ballots, ("a03", members[0]), ("a04", members[1]), ("a05", members[2]), ("a06", members[3])),
    ];

    private static ContestTally Tally(string post, int seats, int ballots, params (string Person, int Approve)[] names) =>
        new(post, seats, ballots, 0, [.. names.Select(name => new NameTally(name.Person, true, name.Approve, ballots - name.Approve, 0))]);
}
