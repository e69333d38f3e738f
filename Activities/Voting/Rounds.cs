using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Voting;

/// <summary>What stands on the ballot of the next round.</summary>
public static class Rounds
{
    /// <summary>The next ballot: the shortlist at first; the same again when a round was not counted; the tied; then those
    /// who stand in another election.</summary>
    public static BallotPrepared Next(Election election)
    {
        var voting = election.Voting;
        var tied = Pending(voting, PendingKind.Tie);
        var again = Pending(voting, PendingKind.Supplementary);
        IReadOnlyList<BallotContest> contests = (voting.Round, voting.Counted) switch
        {
            (0, _) => [.. election.Posts.Select(post => First(election, post))],
            (_, false) => voting.Contests,
            _ when tied.Length > 0 => [.. tied.Select(post => Contest(election, post, ContestKind.AmongTied, []))],
            _ => [.. again.Select(post => Contest(election, post, ContestKind.Supplementary, Eligible(election, post.Post)))],
        };
        return contests.Count > 0
            ? new(voting.Round + 1, contests)
            : throw new InvalidOperationException("The diagram leads to another vote, but no post is open.");
    }

    /// <summary>Posts of the standing that wait for one kind of decision.</summary>
    public static PostStanding[] Pending(VotingState voting, PendingKind kind) =>
        [.. voting.Posts.Where(post => post.Pending == kind)];

    /// <summary>Everybody whose seat forbids them to stand for this post: those elected to it or to a higher one (F14).</summary>
    public static IReadOnlySet<string> SeatedAbove(Election election, string post) =>
        election.Parameters.Counting.SeatPolicy == SeatPolicy.Separate
            ? Holders(election.Voting.Posts.Where(standing => standing.Post == post))
            : Holders(election.Voting.Posts.TakeWhile(standing => standing.Post != post)
                .Concat(election.Voting.Posts.Where(standing => standing.Post == post)));

    private static HashSet<string> Holders(IEnumerable<PostStanding> posts) =>
        posts.SelectMany(post => post.Elected).Select(holder => holder.Person).ToHashSet(StringComparer.Ordinal);

    private static BallotContest First(Election election, PostPlan post)
    {
        var listed = election.Shortlist.Needed("the shortlist").Lists.First(list => list.Post == post.Post).People;
        IReadOnlyList<string> printed = post.Mode == CandidateMode.Differential
            ? [.. listed.Select(id => election.People[id]).InStrokes().Select(person => person.Id)]
            : listed;
        return new(post.Post, post.Name, post.Seats, ContestKind.Majority, printed, Eligible(election, post.Post));
    }

    private static BallotContest Contest(Election election, PostStanding standing, ContestKind kind, IReadOnlyList<string> eligible) => new(
        standing.Post, election.Post(standing.Post).Name, standing.PendingSeats, kind,
        [.. standing.PendingNames.Select(id => election.People[id]).InStrokes().Select(person => person.Id)], eligible);

    private static IReadOnlyList<string> Eligible(Election election, string post)
    {
        var seated = SeatedAbove(election, post);
        return [.. election.Electors().Where(person => !seated.Contains(person))];
    }
}
