using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>DOMAIN §3.1 over random elections.</summary>
public sealed class CountingProperties(ITestOutputHelper output)
{
    private const int Each = 10_000;

    [Fact]
    public void Every_part_counts_once_and_every_mark_is_accounted_for() => Lots.OfElections(output, Each, election =>
    {
        foreach (var tally in Tally.Count(election.Paper, election.Policy, election.Ballots(election.Paper)))
        {
            Assert.Equal(election.Sheets.Count, tally.Valid + tally.Invalid);
            Assert.True(tally.Names.Sum(name => name.Approve) <= tally.Seats * tally.Valid);
            Assert.All(tally.Names, name => Assert.Equal(name.Printed ? tally.Valid : name.Approve, name.Approve + name.Against + name.Abstain));
        }
    });

    [Fact]
    public void Every_elected_person_has_the_majority_and_nobody_two_posts() => Lots.OfElections(output, Each, election =>
    {
        var outcomes = Decide(election, election.Ballots(election.Paper));
        foreach (var outcome in outcomes)
        {
            Assert.True(outcome.Elected.Count <= outcome.Tally.Seats);
            Assert.Equal(outcome.Tally.Seats, outcome.Elected.Count + (outcome.Tied?.Seats ?? 0) + outcome.Open);
            Assert.All(outcome.People, person => Assert.Equal(person.Fate == Fate.Elected, person.Proof.Holds));
            Assert.All(outcome.People.Where(person => person.Fate is Fate.Elected or Fate.Tied or Fate.WithoutSeat), person => Assert.True(2 * person.Approvals > outcome.Base));
            Assert.All(outcome.People.Where(person => person.Fate == Fate.NotElected), person => Assert.False(2 * person.Approvals > outcome.Base));
            if (election.Policy.SeatPolicy != SeatPolicy.Cumulative)
            {
                Assert.True(outcome.People.Count(person => 2 * person.Approvals > outcome.Base) < 2 * outcome.Tally.Seats);
            }
        }

        if (election.Policy.SeatPolicy != SeatPolicy.Separate)
        {
            var elected = outcomes.SelectMany(outcome => outcome.Elected).ToArray();
            Assert.Equal(elected.Length, elected.Distinct().Count());
        }
    });

    [Fact]
    public void A_balanced_account_of_a_valid_election_is_a_chain() => Lots.OfElections(output, Each, election =>
    {
        var account = election.Account;
        var check = account.Check(election.Pack);
        if (!check.IsBalanced || !Quorum.IsMet(account.Due, account.Present, election.Pack.Quorum))
        {
            return;
        }

        int[] chain = [account.Returned, account.Voted ?? account.Issued, account.Issued, account.Present, account.Due];
        Assert.True(chain.Skip(1).SequenceEqual(chain.Skip(1).Order()), string.Join(" ≤ ", chain));
        Assert.True(account.Returned <= account.Issued && check.IsValid);
        Assert.Equal(account.Issued - account.Returned, check.Missing);
        foreach (var tally in Tally.Count(election.Paper, election.Policy, election.Ballots(election.Paper)))
        {
            Assert.Equal(account.Returned == election.Sheets.Count, BallotAccount.CheckCounted(account.Returned, tally.Valid, tally.Invalid, election.Pack).Holds);
        }
    });

    [Fact]
    public void Words_and_numbers_decide_alike() => Lots.OfElections(output, Each, election =>
    {
        var result = ElectionCount.Decide(election.Pack, election.Policy, election.Account, election.Paper, election.Ballots(election.Paper));
        Assert.Equal(result.Standing != ElectionStanding.NoQuorum, result.Quorum.Holds);
        Assert.Equal(result.Standing == ElectionStanding.Valid, result.Quorum.Holds && result.Account.IsValid);
        Assert.Equal(result.Standing == ElectionStanding.Valid ? election.Contests.Count : 0, result.Contests.Count);
        foreach (var outcome in result.Contests)
        {
            Assert.Equal(outcome.Elected, outcome.People.Where(person => person.Fate == Fate.Elected).Select(person => person.Name));
            Assert.Equal(outcome.Tied?.Names ?? [], outcome.People.Where(person => person.Fate == Fate.Tied).Select(person => person.Name));
            Assert.Equal(outcome.People.Select(person => person.Approvals).OrderDescending(), outcome.People.Select(person => person.Approvals));
        }
    });

    [Fact]
    public void Whoever_holds_a_post_is_elected_to_no_other() => Lots.OfElections(output, Each, election =>
    {
        var tallies = Tally.Count(election.Paper, election.Policy, election.Ballots(election.Paper));
        var free = CombinedBallot.Choose(tallies, election.Due, election.Present, election.Policy.SeatPolicy, election.Pack);
        var held = free.SelectMany(choice => choice.Selected.Elected.Select(choice.NameOf)).Distinct().Take(1).ToDictionary(name => name, _ => "earlier");
        foreach (var choice in CombinedBallot.Choose(tallies, election.Due, election.Present, election.Policy.SeatPolicy, election.Pack, held))
        {
            Assert.DoesNotContain(choice.Selected.Elected.Concat(choice.Selected.Tied).Concat(choice.Selected.WithoutSeat), i => held.ContainsKey(choice.NameOf(i)));
        }
    });

    [Fact]
    public void The_order_of_ballots_and_names_never_matters() => Lots.OfElections(output, Each, election =>
    {
        var random = new Random(election.Seed);
        var ballots = election.Ballots(election.Paper).ToArray();
        random.Shuffle(ballots);
        var expected = Sets(Decide(election, election.Ballots(election.Paper)));
        Assert.Equal(expected, Sets(Decide(election, ballots)));

        var renamed = election with { Contests = [.. election.Contests.Select(contest => contest with { Candidates = [.. contest.Candidates.Reverse()], Eligible = [.. contest.Eligible.Reverse()] })] };
        Assert.Equal(expected, Sets(Decide(renamed, renamed.Ballots(renamed.Paper))));
    });

    [Fact]
    public void Taking_an_invalid_ballot_away_changes_nothing_but_the_invalid() => Lots.OfElections(output, Each, election =>
    {
        var paper = election.Paper;
        var ballots = election.Ballots(paper);
        var all = Tally.Count(paper, election.Policy, ballots);
        foreach (var ballot in ballots)
        {
            var alone = Tally.Count(paper, election.Policy, [ballot]);
            var without = Tally.Count(paper, election.Policy, ballots.Where(other => !ReferenceEquals(other, ballot)));
            for (var c = 0; c < alone.Count; c++)
            {
                if (alone[c].Invalid == 1)
                {
                    Assert.Equal((all[c].Valid, all[c].Invalid - 1), (without[c].Valid, without[c].Invalid));
                    Assert.Equal(all[c].Names, without[c].Names);
                }
            }
        }
    });

    [Fact]
    public void A_further_candidate_never_changes_what_others_need() => Lots.OfElections(output, Each, election =>
    {
        var more = election with { Contests = [.. election.Contests.Select(contest => contest with { Candidates = [.. contest.Candidates, "新人"] })] };
        if (election.Contests.Any(contest => contest.Candidates.Count == 0))
        {
            return;
        }

        var (before, after) = (Decide(election, election.Ballots(election.Paper)), Decide(more, more.Ballots(more.Paper)));
        Assert.Equal(Sets(before), Sets(after));
        Assert.Equal(before.Select(outcome => outcome.Base), after.Select(outcome => outcome.Base));
    });

    [Fact]
    public void Stored_bytes_and_parts_counted_apart_give_the_same_count() => Lots.OfElections(output, Each, election =>
    {
        var paper = election.Paper;
        var ballots = election.Ballots(paper);
        var (left, right) = (new Tally(paper, election.Policy), new Tally(paper, election.Policy));
        for (var i = 0; i < ballots.Count; i++)
        {
            var bytes = BallotBytes.Write(paper, ballots[i]);
            Assert.Null((i % 2 == 0 ? left : right).Add(bytes));
            Assert.Equal(bytes, BallotBytes.Write(paper, BallotBytes.Read(paper, bytes)));
        }

        left.Merge(right);
        Assert.Equal(Rows(Tally.Count(paper, election.Policy, ballots)), Rows(left.Result()));
    });

    private static IReadOnlyList<ContestOutcome> Decide(RandomElection election, IReadOnlyList<Ballot> ballots) => CombinedBallot.Decide(
        Tally.Count(BallotPaper.Of(election.Contests), election.Policy, ballots), election.Due, election.Present, election.Policy.SeatPolicy, election.Pack);

    private static string[] Sets(IReadOnlyList<ContestOutcome> outcomes) =>
        [.. outcomes.Select(outcome => $"{outcome.Outcome} {outcome.Open} {Sorted(outcome.Elected)} {outcome.Tied?.Seats} {Sorted(outcome.Tied?.Names ?? [])}")];

    private static string Sorted(IEnumerable<string> names) => string.Concat(names.Order(StringComparer.Ordinal));

    private static string[] Rows(IReadOnlyList<ContestTally> tallies) =>
        [.. tallies.Select(tally => $"{tally.Post} {tally.Valid} {tally.Invalid} {string.Join(',', tally.Names)}")];
}
