using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Planning;

/// <summary>How many people each step needs for a post of the plan.</summary>
public static class Places
{
    /// <summary>Names that a recommendation takes: seats plus the plan's differential for recommendations (F16).</summary>
    public static int ToRecommend(this Election election, PostPlan post) =>
        Math.Max(
            Differential.Minimum(post.Seats, election.Parameters.RecommendationRatio),
            post.Mode == CandidateMode.Differential && election.Parameters.InvestigationBase == InvestigationBase.Seats ? election.ToInvestigate(post) : 0);

    /// <summary>Fewest people to investigate: F3 for differential posts, the seats for equal-number posts.</summary>
    public static int ToInvestigate(this Election election, PostPlan post)
    {
        if (post.Mode == CandidateMode.Equal)
        {
            return post.Seats;
        }

        var parameters = election.Parameters;
        var least = parameters.InvestigationBase == InvestigationBase.Recommended
            ? post.Seats + parameters.InvestigationRatio.CeilingOf(election.NomineesOf(post.Post).Count())
            : Differential.Minimum(post.Seats, parameters.InvestigationRatio);
        return Math.Max(least, post.Investigated ?? 0);
    }

    /// <summary>Fewest candidates on the ballot: F1 or F2.</summary>
    public static int OnBallot(this Election election, PostPlan post) => post.Mode == CandidateMode.Equal
        ? post.Seats
        : Math.Max(Differential.MinimumCandidates(post.Seats, election.Pack), post.Candidates ?? 0);

    /// <summary>The nominees for a post who were not ruled out.</summary>
    public static IEnumerable<string> NomineesOf(this Election election, string post) =>
        election.Recommendation.Nominees
            .Where(list => list.Post == post)
            .SelectMany(list => list.People)
            .Select(nominee => nominee.Person)
            .Where(election.MayStand);

    /// <summary>Every nominee who was not ruled out, once, in printing order.</summary>
    public static IReadOnlyList<string> Nominees(this Election election)
    {
        var all = election.Posts.SelectMany(post => election.NomineesOf(post.Post)).ToHashSet(StringComparer.Ordinal);
        return [.. election.Standing().Where(all.Contains)];
    }
}
