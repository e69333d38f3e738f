using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Verbs.Pilot;

namespace Gongtui.Host.Tests.Fields;

/// <summary>How an election goes so that somebody is asked who is seldom asked.</summary>
internal enum Mishap
{
    None,

    /// <summary>Two have as many recommendations at the last place.</summary>
    TiedRecommendation,

    /// <summary>Two have as many votes for the last seat, and again whenever they are voted on.</summary>
    TiedVotes,

    /// <summary>Who is shortlisted as secretary is not elected to the committee.</summary>
    LostSecretary,
}

/// <summary>Bends the counts of the pilot's people until it has happened.</summary>
internal static class Mishaps
{
    /// <summary>Who is asked then.</summary>
    public static string Asks(Mishap mishap) => mishap switch
    {
        Mishap.TiedRecommendation => TaskKinds.RecommendationTie,
        Mishap.TiedVotes => TaskKinds.Tie,
        _ => TaskKinds.Officers,
    };

    public static Handed? Bend(Mishap mishap, Election election, OpenTask task, Handed? answer) => (mishap, task.Kind) switch
    {
        (Mishap.TiedRecommendation, TaskKinds.Plan) => Change<PlanForm>(answer!, plan =>
        {
            plan.Parameters.RecommendationTie = CutTie.Again;
            return plan;
        }),
        (Mishap.TiedRecommendation, TaskKinds.CloseBox) when election.Boxes[task.Content()!.Box!] is { Purpose: BoxPurpose.Recommendation } box =>
            Change<CloseBoxForm>(answer!, form => form with { Count = FormReader.Write(TieAtTheCut(election, box, FormReader.Read<RecommendationCount>(form.Count))) }),
        (Mishap.TiedVotes, TaskKinds.CloseBallot) => Change<BallotAccountForm>(answer!, form => form with { Count = [.. form.Count.SkipLast(1), TieAtTheSeats(form.Count[^1])] }),
        (Mishap.LostSecretary, TaskKinds.CloseBallot) => Change<BallotAccountForm>(answer!, form => form with { Count = [Swap(form.Count[0], election.Shortlist!.Lists[0].People[0])] }),
        _ => answer,
    };

    private static Handed Change<T>(Handed answer, Func<T, T> change) => answer with { Form = FormReader.Write(change(FormReader.Read<T>(answer.Form))) };

    /// <summary>Of the last post: three get fewer than all, and with what they lost one more gets as many as the last.</summary>
    private static RecommendationCount TieAtTheCut(Election election, BoxState box, RecommendationCount count)
    {
        var (post, valid) = (count.Posts[^1], count.Returned - count.Invalid);
        var places = box.FormOf<RecommendationPaper>().Posts[^1].Limit;
        var rival = election.Standing().First(person => post.People.All(known => known.Person != person || known.Votes == 0) && election.MayStand(person));
        var voted = post.People.Where(person => person.Votes > 0).Select(person => person.Person).Take(places).ToList();
        return count with
        {
            Posts =
            [
                .. count.Posts.SkipLast(1), post with
                {
                    People = [.. post.People.Select(person => person with { Votes = 0 }).Where(person => !voted.Contains(person.Person) && person.Person != rival),
                        .. voted.Select((person, index) => new NameCount(person, index == voted.Count - 1 ? valid * 3 / 4 : index < 3 ? valid * 4 / 5 : valid)),
                        new NameCount(rival, valid * 3 / 4)],
                },
            ],
        };
    }

    private static ContestTally TieAtTheSeats(ContestTally contest)
    {
        string[] ranked = [.. contest.Names.OrderByDescending(name => name.Approve).Select(name => name.Name)];
        var tied = ranked[(contest.Seats - 1)..(contest.Seats + 1)];
        // More than half, unless there is nobody but the two.
        var votes = (contest.Valid / 2) + (ranked.Length == 2 ? 0 : 1);
        return contest with { Names = [.. contest.Names.Select(name => tied.Contains(name.Name) ? name with { Approve = votes, Against = contest.Valid - votes, Abstain = 0 } : name)] };
    }

    /// <summary>The person's votes for those of the one with the fewest.</summary>
    private static ContestTally Swap(ContestTally contest, string person)
    {
        var (one, other) = (contest.Names.First(name => name.Name == person), contest.Names.Where(name => name.Printed).MinBy(name => name.Approve)!);
        return contest with
        {
            Names = [.. contest.Names.Select(name => name == one ? other with { Name = one.Name } : name == other ? one with { Name = other.Name } : name)],
        };
    }
}
