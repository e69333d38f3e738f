using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Recommendation;

/// <summary>What a person adds to the computed summary: who does not stand after all.</summary>
public sealed record SummaryForm(IReadOnlyList<Withdrawal> Withdrawn);

/// <summary>推荐汇总: the union of the channels, which are never added up (F16).</summary>
public static class SummaryDecision
{
    /// <summary>Everybody put forward for a post by a channel of this round or a nominee already, with the channels.</summary>
    public static IReadOnlyList<NomineePost> Propose(Election election) =>
    [
        .. election.Posts.Select(post => new NomineePost(post.Post, Needed(election, post.Post), People(election, post.Post))),
    ];

    public static Decided<NomineesListed> List(Election election, SummaryForm form, Actor actor, DateOnly today)
    {
        var proposed = Propose(election);
        var problem = FormRules.OnRoll(election, form.Withdrawn.Select(gone => gone.Person), "withdrawn")
            ?? form.Withdrawn.Select((gone, index) => Check(election, proposed, gone, index)).FirstOrDefault(refusal => refusal is not null);
        if (problem is not null)
        {
            return problem;
        }

        var gone = form.Withdrawn.Select(withdrawal => withdrawal.Person).ToHashSet(StringComparer.Ordinal);
        NomineePost[] posts = [.. proposed.Select(post => post with { People = [.. post.People.Where(nominee => !gone.Contains(nominee.Person))] })];
        return new NomineesListed(posts, form.Withdrawn, [.. posts.Where(post => post.People.Count < post.Needed).Select(post => post.Post)], actor.Id, today);
    }

    /// <summary>Posts whose nominees are nominees for this one too: in two rounds 书记 and 副书记 come from the elected 委员 (R19).</summary>
    private static bool Feeds(Election election, string from, string post) => from == post
        || (election.Parameters.Mode == VotingMode.TwoRounds && post == election.Posts[^1].Post);

    private static int Needed(Election election, string post) => election.ToInvestigate(election.Post(post));

    private static IReadOnlyList<ListedNominee> People(Election election, string post)
    {
        var now = election.Recommendation.Channels
            .SelectMany(channel => channel.Lists.Where(list => Feeds(election, list.Post, post))
                .SelectMany(list => list.People.Select(person => (Person: person, channel.Channel))));
        var before = election.Recommendation.Nominees
            .Where(list => list.Post == post)
            .SelectMany(list => list.People.SelectMany(nominee => nominee.Channels.Select(channel => (nominee.Person, Channel: channel))));
        var channels = before.Concat(now).ToLookup(entry => entry.Person, entry => entry.Channel, StringComparer.Ordinal);
        return
        [
            .. election.Standing().Where(channels.Contains)
                .Select(person => new ListedNominee(person, [.. channels[person].Distinct(StringComparer.Ordinal)])),
        ];
    }

    private static Refusal? Check(Election election, IReadOnlyList<NomineePost> proposed, Withdrawal gone, int index) =>
        proposed.Any(post => post.People.Any(nominee => nominee.Person == gone.Person))
            ? FormRules.Filled(gone.Reason, $"withdrawn[{index}].reason", new($"{election.NameOf(gone.Person)}不参选的原因", $"why {election.NameOf(gone.Person)} does not stand"), 2000)
            : new(RefusalKinds.Unknown,
                new($"{election.NameOf(gone.Person)}不在推荐汇总表中。", $"{election.NameOf(gone.Person)} is not among those recommended."),
                Found: gone.Person, Field: $"withdrawn[{index}].person");
}
