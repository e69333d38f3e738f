using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

internal static class VotingFold
{
    public static Election Apply(Election state, BallotPrepared fact) => state with
    {
        Voting = state.Voting with
        {
            Round = fact.Round,
            Stage = fact.Stage,
            Contests = fact.Contests,
            Counted = false,
            Attendance = null,
            Box = null,
            OnPaper = false,
            Account = null,
            HandCounts = [],
        },
    };

    public static Election Apply(Election state, OfficersNamed fact) =>
        state with { Voting = state.Voting with { Officers = fact.Lists } };

    public static Election Apply(Election state, AttendanceCounted fact) =>
        state with { Voting = state.Voting with { Attendance = fact } };

    public static Election Apply(Election state, ElectionRulesVoted fact) =>
        fact.Adopted ? state with { Voting = state.Voting with { Rules = fact } } : state;

    public static Election Apply(Election state, TellersAdopted fact) =>
        state with { Voting = state.Voting with { Scrutineers = fact.Scrutineers, Tellers = fact.Tellers, OnPaper = fact.OnPaper } };

    public static Election Apply(Election state, BallotsAccounted fact) =>
        state with { Voting = state.Voting with { Account = fact } };

    public static Election Apply(Election state, HandCounted fact) =>
        state with { Voting = state.Voting with { HandCounts = [.. state.Voting.HandCounts, fact] } };

    public static Election Apply(Election state, HandCountsDiffered fact) =>
        state with { Voting = state.Voting with { HandCounts = [] } };

    public static Election Apply(Election state, ContestsCounted fact)
    {
        var posts = state.Posts.Select(plan => Standing(state, plan.Post, plan.Seats)).ToList();
        foreach (var contest in fact.Contests)
        {
            var index = posts.FindIndex(post => post.Post == contest.Post);
            posts[index] = Counted(posts[index], contest, fact.Round);
        }

        foreach (var passed in fact.PassedOn)
        {
            var index = posts.FindIndex(post => post.Post == passed.Post);
            posts[index] = PassOn(posts[index], passed, fact.Round);
        }

        return state with { Voting = state.Voting with { Counted = true, Posts = posts } };
    }

    public static Election Apply(Election state, TieDecided fact) => fact.Again ? state : Change(state, fact.Posts, post => post with
    {
        Vacant = post.Vacant + post.PendingSeats,
        Pending = PendingKind.None,
        PendingSeats = 0,
        PendingNames = [],
    });

    public static Election Apply(Election state, ShortageDecided fact) => fact.Decisions.Aggregate(state, (now, decision) =>
        Change(now, [decision.Post], post => decision.Choice switch
        {
            ShortageChoice.Again => post with { Pending = PendingKind.Supplementary, PendingNames = decision.Candidates },
            ShortageChoice.Reduce => Settled(post) with { Seats = post.Seats - post.PendingSeats },
            _ => Settled(post) with { Vacant = post.Vacant + post.PendingSeats },
        }));

    private static PostStanding Settled(PostStanding post) =>
        post with { Pending = PendingKind.None, PendingSeats = 0, PendingNames = [] };

    private static PostStanding Standing(Election state, string post, int seats) =>
        state.Voting.Posts.FirstOrDefault(standing => standing.Post == post)
        ?? new(post, seats, [], [], PendingKind.None, 0, [], 0, 0);

    private static PostStanding Counted(PostStanding post, CountedContest contest, int round)
    {
        var votes = contest.People.ToDictionary(person => person.Person, person => person.Votes, StringComparer.Ordinal);
        var amongTied = contest.Kind == ContestKind.AmongTied;
        return post with
        {
            Elected = [.. post.Elected, .. contest.Elected.Select(person => new SeatHolder(person, votes[person], round))],
            RunnersUp = amongTied ? post.RunnersUp : [.. contest.People
                .Where(person => person.Fate is Fate.NotElected or Fate.WithoutSeat)
                .Select(person => new RunnerUp(person.Person, person.Votes, person.Fate == Fate.WithoutSeat))],
            Pending = contest.TiedSeats > 0 ? PendingKind.Tie : contest.Open > 0 ? PendingKind.Shortage : PendingKind.None,
            PendingSeats = contest.TiedSeats > 0 ? contest.TiedSeats : contest.Open,
            PendingNames = contest.Tied,
            TieRounds = amongTied ? post.TieRounds + 1 : 0,
        };
    }

    private static PostStanding PassOn(PostStanding post, SeatPassedOn passed, int round)
    {
        var left = post with { Elected = [.. post.Elected.Where(holder => holder.Person != passed.From)] };
        return (passed.To, passed.Tied) switch
        {
            ({ } next, _) => left with
            {
                Elected = [.. left.Elected, new(next, passed.Votes, round)],
                RunnersUp = [.. left.RunnersUp.Where(runner => runner.Person != next)],
            },
            (null, []) => left with { Pending = PendingKind.Shortage, PendingSeats = left.PendingSeats + 1 },
            _ => left with { Pending = PendingKind.Tie, PendingSeats = 1, PendingNames = passed.Tied },
        };
    }

    private static Election Change(Election state, IReadOnlyList<string> posts, Func<PostStanding, PostStanding> change) => state with
    {
        Voting = state.Voting with
        {
            Posts = [.. state.Voting.Posts.Select(post => posts.Contains(post.Post) ? change(post) : post)],
        },
    };
}
