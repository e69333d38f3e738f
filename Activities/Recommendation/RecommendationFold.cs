using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Recommendation;

internal static class RecommendationFold
{
    public static Election Apply(Election state, RecommendationTallied fact) => Put(state, fact.Channel,
        [.. fact.Posts.Select(post => new PostList(
            post.Post, [.. post.People.Where(person => person.Taken).Select(person => person.Person)]))]);

    public static Election Apply(Election state, OrganisationRecommended fact) =>
        Put(state, Channels.Organisation, fact.Lists);

    public static Election Apply(Election state, SelfNominated fact)
    {
        var before = state.Recommendation.Channels.FirstOrDefault(list => list.Channel == Channels.Self)?.Lists ?? [];
        var people = before.FirstOrDefault(list => list.Post == fact.Post)?.People ?? [];
        return Put(state, Channels.Self, [.. before.Where(list => list.Post != fact.Post), new(fact.Post, [.. people, fact.Person])]);
    }

    public static Election Apply(Election state, NomineesListed fact) => state with
    {
        Recommendation = new() { Rounds = state.Recommendation.Rounds + 1, Nominees = fact.Posts },
        Barred = fact.Withdrawn.Aggregate(state.Barred, (barred, gone) => barred.SetItem(gone.Person, "withdrawal")),
    };

    private static Election Put(Election state, string channel, IReadOnlyList<PostList> lists) => state with
    {
        Recommendation = state.Recommendation with
        {
            Channels = [.. state.Recommendation.Channels.Where(list => list.Channel != channel), new(channel, lists)],
        },
    };
}
