using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Voting;

/// <summary>From the closed box to the result: F6, then F7 to F11 and F14 for each contest. The counts come from the host;
/// every sum in them that can be checked is checked here.</summary>
public static class BallotCount
{
    private const int MostBallots = 1_000_000;

    /// <summary>The ballot account, or why its figures contradict each other. An account that balances may still not stand:
    /// more ballots than voters void the vote.</summary>
    public static Decided<BallotsAccounted> Account(Election election, BallotAccountForm form, Actor actor)
    {
        var voting = election.Voting;
        if (voting.Box is not { } id || form.Box != id || !election.Boxes[id].IsOpen)
        {
            return new Refusal(RefusalKinds.Unknown,
                new("这不是本次投票正在使用的票箱。", "This is not the open box of this vote."), Expected: voting.Box, Found: form.Box, Field: "box");
        }

        if (BoxAudit.Submitted(election.Boxes[id], form.Submitted, form.Root) is { } wrong)
        {
            return wrong;
        }

        int?[] figures = [form.Printed, form.Issued, form.Unused, form.Spoiled, form.Voted, form.Returned];
        if (figures.FirstOrDefault(figure => figure is < 0 or > MostBallots) is { } impossible)
        {
            return new Refusal(RefusalKinds.Arithmetic,
                new("票数不能为负数，也不能超过一百万。", "No figure can be negative or above a million."),
                Expected: $"0–{MostBallots}", Found: $"{impossible}", Field: "issued");
        }

        var attendance = voting.Attendance!;
        var issued = form.Issued ?? attendance.Present.Count;
        var (unused, spoiled) = (form.Unused ?? 0, form.Spoiled ?? 0);
        var account = new BallotAccount(
            attendance.Due, attendance.Present.Count, form.Printed ?? issued + unused + spoiled, issued, unused, spoiled, form.Voted, form.Returned);
        var result = account.Check(election.Pack);
        if (result.Checks.FirstOrDefault(check => !check.Holds && check != result.Returned) is { } unbalanced)
        {
            return Refusal.Of(unbalanced, new("请重新清点选票。", "Count the ballots again."), "issued") with { Kind = RefusalKinds.Arithmetic };
        }

        return result.IsValid && form.Returned != form.Submitted
            ? new Refusal(RefusalKinds.Arithmetic,
                new($"收回 {form.Returned} 张，票箱中有 {form.Submitted} 张，不符。", $"{form.Returned} returned, but {form.Submitted} are in the box."),
                Expected: $"{form.Submitted}", Found: $"{form.Returned}", Field: "returned")
            : new BallotsAccounted(voting.Round, account, result.Checks, result.IsValid, actor.Id);
    }

    /// <summary>The result of the round, or why the counts cannot be right.</summary>
    public static Decided<ContestsCounted> Decide(Election election, BallotsAccounted accounted, IReadOnlyList<ContestTally> count)
    {
        var voting = election.Voting;
        if (CountAudit.Check(election, voting.Contests, accounted.Account.Returned, count) is { } wrong)
        {
            return wrong;
        }

        var outcomes = Outcomes(election, accounted.Account, count);
        CountedContest[] contests = [.. voting.Contests.Zip(outcomes, count)
            .Select(pair => Counted(election, pair.First, pair.Second, pair.Third))];
        return new ContestsCounted(
            voting.Round, accounted.Account.Due, accounted.Account.Present, contests, SeatPassing.After(election, contests));
    }

    private static IReadOnlyList<ContestOutcome> Outcomes(Election election, BallotAccount account, IReadOnlyList<ContestTally> count)
    {
        ContestTally[] printed = [.. election.Voting.Contests.Zip(count).Select(pair => Printed(election, pair.First, pair.Second))];
        return election.Voting.Contests[0].Kind == ContestKind.AmongTied
            ? [.. printed.Select(tally => Runoff.Decide(tally, election.Pack))]
            : CombinedBallot.Decide(printed, account.Due, account.Present, election.Parameters.Counting.SeatPolicy, election.Pack);
    }

    // Lines of proof are read by people: the rules see printed names, which the roll keeps unique, in place of ids.
    private static ContestTally Printed(Election election, BallotContest contest, ContestTally tally) => tally with
    {
        Post = contest.Name.Zh,
        Names = [.. tally.Names.Select(name => name with { Name = election.NameOf(name.Name) })],
    };

    private static CountedContest Counted(Election election, BallotContest contest, ContestOutcome outcome, ContestTally tally)
    {
        var ids = tally.Names.ToDictionary(name => election.NameOf(name.Name), StringComparer.Ordinal);
        return new(
            contest.Post, contest.Kind, contest.Seats, tally.Valid, tally.Invalid,
            contest.Kind == ContestKind.AmongTied ? 0 : outcome.Base, outcome.Outcome,
            [.. outcome.Elected.Select(name => ids[name].Name)],
            [.. outcome.Tied?.Names.Select(name => ids[name].Name) ?? []],
            outcome.Tied?.Seats ?? 0,
            outcome.Open,
            [.. outcome.People.Select(person => (Votes: ids[person.Name], Person: person)).Select(line => new CountedPerson(
                line.Votes.Name, line.Votes.Printed, line.Votes.Approve, line.Votes.Against, line.Votes.Abstain,
                line.Person.Approvals, line.Person.Fate, line.Person.Proof))]);
    }
}
