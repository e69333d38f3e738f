using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Voting;

/// <summary>What stands on the ballot of the next round.</summary>
public static class Rounds
{
    /// <summary>The next ballot of a stage: its candidates at first; the same again when a round was not counted; the tied; then those
    /// who stand in another election.</summary>
    /// <param name="named">The stage that the diagram names; null to follow the plan.</param>
    public static BallotPrepared Next(Election election, VotingStage? named = null)
    {
        var (voting, stage) = (election.Voting, named ?? Stages.Next(election));
        var tied = Pending(voting, PendingKind.Tie);
        var again = Pending(voting, PendingKind.Supplementary);
        IReadOnlyList<BallotContest> contests = (voting.Round, voting.Counted) switch
        {
            (0, _) => First(election, stage),
            _ when stage != voting.Stage => First(election, stage),
            (_, false) => voting.Contests,
            _ when tied.Length > 0 => [.. tied.Select(post => Contest(election, post, ContestKind.AmongTied, []))],
            _ => [.. again.Select(post => Contest(election, post, ContestKind.Supplementary, Eligible(election, post.Post, stage)))],
        };
        return contests.Count > 0
            ? new(voting.Round + 1, contests, stage, Notes(election, contests))
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

    private static BallotContest[] First(Election election, VotingStage stage) => stage switch
    {
        VotingStage.Members => [First(election, election.Posts[^1], stage)],
        VotingStage.Officers or VotingStage.Committee => [.. Stages.OfficerPosts(election).Select(post => First(election, post, stage))],
        _ => [.. election.Posts.Select(post => First(election, post, stage))],
    };

    private static BallotContest First(Election election, PostPlan post, VotingStage stage)
    {
        if (stage == VotingStage.Open)
        {
            return new(post.Post, post.Name, post.Seats, ContestKind.Majority, [], Eligible(election, post.Post, stage));
        }

        var lists = stage.FromElected() ? election.Voting.Officers : election.Shortlist.Needed("the shortlist").Lists;
        var listed = lists.First(list => list.Post == post.Post).People;
        IReadOnlyList<string> printed = post.Mode == CandidateMode.Differential
            ? [.. listed.Select(id => election.People[id]).InStrokes().Select(person => person.Id)]
            : listed;
        return new(post.Post, post.Name, post.Seats, ContestKind.Majority, printed, Eligible(election, post.Post, stage));
    }

    private static BallotContest Contest(Election election, PostStanding standing, ContestKind kind, IReadOnlyList<string> eligible) => new(
        standing.Post, election.Post(standing.Post).Name, standing.PendingSeats, kind,
        [.. standing.PendingNames.Select(id => election.People[id]).InStrokes().Select(person => person.Id)], eligible);

    private static IReadOnlyList<string> Eligible(Election election, string post, VotingStage stage)
    {
        var seated = SeatedAbove(election, post);
        var among = stage.FromElected() ? Stages.ElectedFirst(election).ToHashSet(StringComparer.Ordinal) : null;
        return
        [
            .. election.Electors().Where(person =>
                !seated.Contains(person) && !election.KeepsSeat(person) && among?.Contains(person) != false),
        ];
    }

    private static Verdict[]? Notes(Election election, IReadOnlyList<BallotContest> contests) =>
        contests.Any(contest => contest.Candidates.Count == 0)
            ? [.. contests.Select(contest => OpenBallot.CheckDifferential(contest.Seats, contest.Eligible.Count, election.Parameters.OpenRunoffRatio))]
            : null;
}
