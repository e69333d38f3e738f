using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Voting;
using Gongtui.Host.Meeting.Ballots;

namespace Gongtui.Features.Support;

/// <summary>得票: how many approve of a person for a post, and how many leave the printed name without a mark. Everybody else marks ×.</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="Person">Person id; one who is not printed is written in beside a ×.</param>
public sealed record Votes(string Post, string Person, int Approve, int Abstain = 0);

/// <summary>Filled-in ballots that come to the totals a scenario states.</summary>
internal static class BallotPile
{
    /// <summary>Ballots with the totals, then blank ones.</summary>
    public static IReadOnlyList<BallotSheet> Of(BallotForm form, int marked, int blank, IReadOnlyList<Votes> votes)
    {
        var parts = form.Contests.Select(contest => Parts(contest, marked, [.. votes.Where(line => line.Post == contest.Post)])).ToList();
        return
        [
            .. Enumerable.Range(0, marked).Select(ballot => new BallotSheet(form.Round, [.. parts.Select(part => part[ballot])])),
            .. Enumerable.Repeat(new BallotSheet(form.Round, []), blank),
        ];
    }

    private static List<ContestPart> Parts(BallotContest contest, int ballots, IReadOnlyList<Votes> votes)
    {
        var approved = Spread.Of(ballots, votes.Select(line => (line.Person, line.Approve)));
        var instead = approved.Select(names => names.Except(contest.Candidates, StringComparer.Ordinal).ToList()).ToList();
        var crosses = approved.Select(names => contest.Candidates.Except(names, StringComparer.Ordinal).ToList()).ToList();
        foreach (var line in votes.Where(line => line.Abstain > 0))
        {
            // A name written in needs a × beside it, so those who write in abstain last.
            var abstaining = Enumerable.Range(0, ballots).Where(ballot => crosses[ballot].Contains(line.Person))
                .OrderByDescending(ballot => crosses[ballot].Count - instead[ballot].Count).Take(line.Abstain).ToList();
            Need(abstaining.Count == line.Abstain, $"{line.Person} cannot have {line.Abstain} abstentions.");
            abstaining.ForEach(ballot => crosses[ballot].Remove(line.Person));
        }

        return [.. Enumerable.Range(0, ballots).Select(ballot => Part(contest, approved[ballot], crosses[ballot], instead[ballot]))];
    }

    private static ContestPart Part(BallotContest contest, IReadOnlyList<string> approved, List<string> crosses, List<string> instead)
    {
        if (contest.Candidates.Count == 0) return new(contest.Post, [.. approved.Select(person => new BallotLine("", Mark.Approve, person))]);
        Need(instead.Count <= crosses.Count, $"{contest.Post}: more names written in than × to write them beside.");
        return new(contest.Post,
        [
            .. contest.Candidates.Where(approved.Contains).Select(person => new BallotLine(person, Mark.Approve)),
            .. crosses.Select((person, i) => new BallotLine(person, Mark.Against, instead.ElementAtOrDefault(i))),
        ]);
    }

    private static void Need(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException($"No ballots come to these totals: {what}");
    }
}
