using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Recommendation;

/// <summary>组织推荐, as the organisation fills it in.</summary>
/// <param name="Lists">By post; a post may be left without a name.</param>
/// <param name="Grounds">Why these people.</param>
public sealed record OrganisationForm(IReadOnlyList<PostList> Lists, string Grounds);

/// <summary>What somebody decides about those tied at the last place.</summary>
public sealed record RecommendationTieForm(string Reason);

/// <summary>What a channel of the recommendation puts forward.</summary>
public static class RecommendationDecision
{
    /// <summary>The form of a channel: every post of the plan, everybody who can still stand.</summary>
    public static RecommendationPaper Paper(Election election, string channel) => new(
        channel,
        [.. election.Posts.Select(post => new RecommendationPost(post.Post, post.Name, election.ToRecommend(post)))],
        [.. election.Standing()]);

    /// <summary>A box closed and counted (F16), or why the figures cannot be right.</summary>
    /// <param name="sealedBox">What the host found in the box; <paramref name="count"/> is its count.</param>
    public static Decided<RecommendationTallied> Tally(
        Election election, BoxState box, RecommendationPaper paper, CloseBoxForm sealedBox, RecommendationCount count)
    {
        if ((BoxAudit.Check(box, sealedBox, count.Returned, count.Invalid) ?? Audit(paper, count)) is { } wrong)
        {
            return wrong;
        }

        var participation = RecommendationCut.CheckParticipation(
            count.Returned, box.EligibleCount, election.Parameters.RecommendationParticipation);
        return new RecommendationTallied(
            paper.Channel, box.Id, box.EligibleCount, count.Returned, count.Invalid, participation,
            [.. count.Posts.Select(post => Cut(election, paper, post, count.Returned - count.Invalid))]);
    }

    /// <summary>The form on which the tied of a channel are recommended again.</summary>
    public static RecommendationPaper PaperAmongTied(Election election, string channel)
    {
        var ties = TiesOf(election, channel);
        var names = ties.SelectMany(tie => tie.People).ToHashSet(StringComparer.Ordinal);
        return new(
            channel,
            [.. ties.Select(tie => new RecommendationPost(tie.Post, election.Post(tie.Post).Name, tie.Places, [.. election.Standing().Where(tie.People.Contains)]))],
            [.. election.Standing().Where(names.Contains)]);
    }

    /// <summary>Ties of a channel that wait.</summary>
    public static IReadOnlyList<RecommendationTie> TiesOf(Election election, string channel) =>
        [.. election.Recommendation.Ties.Where(tie => tie.Channel == channel)];

    /// <summary>A box of the tied closed and counted: more votes go on, without the half, which all of them have already.</summary>
    public static Decided<TiedRecommended> TallyAmongTied(
        Election election, BoxState box, RecommendationPaper paper, CloseBoxForm sealedBox, RecommendationCount count)
    {
        if ((BoxAudit.Check(box, sealedBox, count.Returned, count.Invalid) ?? Audit(paper, count)) is { } wrong)
        {
            return wrong;
        }

        // Whoever got no vote in the box still stands in it.
        return new TiedRecommended(paper.Channel, box.Id, box.EligibleCount, count.Returned, count.Invalid,
            [.. paper.Posts.Zip(count.Posts, (post, counted) => AmongTied(election, paper, post, counted, count.Returned - count.Invalid))]);
    }

    /// <summary>Whether those tied at the last place go on or are recommended again (F16).</summary>
    public static Decided<RecommendationTieDecided> DecideTie(Election election, string channel, bool again, RecommendationTieForm form, Actor actor) =>
        FormRules.Filled(form.Reason, "reason", new("理由", "reason"), 2000) is { } missing
            ? missing with { Article = Articles.Recommendation.Display }
            : new RecommendationTieDecided(channel, TiesOf(election, channel), again, form.Reason, actor.Id);

    /// <summary>组织推荐, or what is wrong with it.</summary>
    public static Decided<OrganisationRecommended> Recommend(Election election, OrganisationForm form, Actor actor)
    {
        var problem = FormRules.EachPostOnce(election, form.Lists.Select(list => list.Post), "lists")
            ?? FormRules.Filled(form.Grounds, "grounds", new("推荐理由", "grounds"))
            ?? Paper(election, Channels.Organisation).Check(new(form.Lists));
        if (problem is not null)
        {
            return problem;
        }

        return new OrganisationRecommended(form.Lists, form.Grounds, actor.Id);
    }

    private static RecommendedPost Cut(Election election, RecommendationPaper paper, PostCount post, int valid)
    {
        var places = paper.Posts.First(known => known.Post == post.Post).Limit;
        int[] votes = [.. post.People.Select(person => person.Votes)];
        var cut = RecommendationCut.Choose(votes, valid, places, election.Parameters.RecommendationTie);
        return new(post.Post, places,
        [
            .. post.People
                .Select((person, index) => new RecommendedPerson(
                    person.Person, person.Votes, cut.Taken.Contains(index),
                    RecommendationCut.Check(election.NameOf(person.Person), person.Votes, valid)))
                .OrderByDescending(person => person.Votes),
        ],
        [.. cut.Tied.Select(index => post.People[index].Person)], cut.TiedPlaces);
    }

    private static RecommendedPost AmongTied(Election election, RecommendationPaper paper, RecommendationPost post, PostCount counted, int valid)
    {
        var names = paper.NamesFor(post);
        int[] votes = [.. names.Select(name => counted.People.FirstOrDefault(person => person.Person == name)?.Votes ?? 0)];
        var cut = RecommendationCut.AmongTied(votes, post.Limit);
        return new(post.Post, post.Limit,
        [
            .. names.Select((name, index) => new RecommendedPerson(
                name, votes[index], cut.Taken.Contains(index), RecommendationCut.CheckAmongTied(election.NameOf(name), votes[index], cut.Taken.Contains(index), valid)))
                .OrderByDescending(person => person.Votes),
        ],
        [.. cut.Tied.Select(index => names[index])], cut.TiedPlaces);
    }

    private static Refusal? Audit(RecommendationPaper paper, RecommendationCount count)
    {
        var valid = count.Returned - count.Invalid;
        var eligible = paper.Eligible.ToHashSet(StringComparer.Ordinal);
        foreach (var (post, counted) in paper.Posts.Zip(count.Posts))
        {
            var sum = counted.People.Sum(person => (long)person.Votes);
            if (counted.Post != post.Post
                || counted.People.Any(person => person.Votes < 1 || person.Votes > valid || !eligible.Contains(person.Person))
                || sum > (long)post.Limit * valid)
            {
                return new(RefusalKinds.Arithmetic,
                    new($"{post.Name.Zh}的推荐票数与有效票数不符。", $"The votes for {post.Name.En} do not agree with the valid forms."),
                    Expected: $"≤ {post.Limit}×{valid}", Found: $"{sum}", Article: Articles.Recommendation.Display, Field: "count");
            }
        }

        return count.Posts.Count == paper.Posts.Count ? null : new(RefusalKinds.Arithmetic,
            new("推荐统计缺少职务。", "The count lacks a post."), Expected: $"{paper.Posts.Count}", Found: $"{count.Posts.Count}", Field: "count");
    }
}
