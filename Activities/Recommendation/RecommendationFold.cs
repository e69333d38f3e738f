using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Recommendation;

internal static class RecommendationFold
{
    public static Election Apply(Election state, RecommendationTallied fact) =>
        Tie(Put(state, fact.Channel, [.. fact.Posts.Select(Taken)]), fact.Channel, fact.Posts);

    public static Election Apply(Election state, TiedRecommended fact) =>
        Tie(Join(state, fact.Channel, fact.Posts.Select(Taken)), fact.Channel, fact.Posts);

    public static Election Apply(Election state, RecommendationTieDecided fact) => fact.Again
        ? state
        : Tie(Join(state, fact.Channel, fact.Ties.Select(tie => new PostList(tie.Post, tie.People))), fact.Channel, []);

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
        Recommendation = new() { Rounds = state.Recommendation.Rounds + 1, Nominees = fact.Posts, On = state.Recommendation.On ?? fact.On },
        Barred = fact.Withdrawn.Aggregate(state.Barred, (barred, gone) => barred.SetItem(gone.Person, "withdrawal")),
    };

    private static PostList Taken(RecommendedPost post) =>
        new(post.Post, [.. post.People.Where(person => person.Taken).Select(person => person.Person)]);

    /// <summary>The ties of a channel are those of its last count.</summary>
    private static Election Tie(Election state, string channel, IReadOnlyList<RecommendedPost> posts) => state with
    {
        Recommendation = state.Recommendation with
        {
            Ties =
            [
                .. state.Recommendation.Ties.Where(tie => tie.Channel != channel),
                .. posts.Where(post => post.Tied is { Count: > 0 }).Select(post => new RecommendationTie(
                    channel, post.Post, post.Tied!, post.People.First(person => person.Person == post.Tied![0]).Votes, post.TiedPlaces)),
            ],
        },
    };

    /// <summary>Adds people to what a channel has put forward.</summary>
    private static Election Join(Election state, string channel, IEnumerable<PostList> more)
    {
        var added = more.ToDictionary(list => list.Post, list => list.People, StringComparer.Ordinal);
        var before = state.Recommendation.Channels.FirstOrDefault(list => list.Channel == channel)?.Lists ?? [];
        return Put(state, channel, [.. before.Select(list => added.TryGetValue(list.Post, out var people) ? list with { People = [.. list.People, .. people] } : list)]);
    }

    private static Election Put(Election state, string channel, IReadOnlyList<PostList> lists) => state with
    {
        Recommendation = state.Recommendation with
        {
            Channels = [.. state.Recommendation.Channels.Where(list => list.Channel != channel), new(channel, lists)],
        },
    };
}
