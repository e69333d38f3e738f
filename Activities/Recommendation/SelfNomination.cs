using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Recommendation;

/// <summary>自荐表: what a person hands in who wants to stand.</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="Statement">Reasons and what the person intends.</param>
public sealed record SelfNominationForm(string Post, string Statement);

/// <summary>Nothing to fill in: closing the channel says that everybody had their chance.</summary>
public sealed record CloseNominationForm;

/// <summary>Whether a person may put themselves forward.</summary>
public static class SelfNomination
{
    public static Decided<SelfNominated> Nominate(Election election, SelfNominationForm form, Actor actor)
    {
        if (election.Posts.FirstOrDefault(known => known.Post == form.Post) is not { } post)
        {
            return new Refusal(RefusalKinds.Unknown,
                new("方案中没有这个职务。", "The plan has no such post."),
                Expected: string.Join(", ", election.Posts.Select(known => known.Post)), Found: form.Post, Field: "post");
        }

        if (!election.MayStand(actor.Id))
        {
            return new Refusal(RefusalKinds.Unknown,
                new($"{election.NameOf(actor.Id)}没有被选举权，或已不再作为人选，不能自荐。", $"{election.NameOf(actor.Id)} has no right to be elected, or was ruled out, and cannot stand."),
                Found: actor.Id, NextStep: new("如有疑问，请向工作人员查询名册。", "Ask the staff about the roll."), Field: "post");
        }

        if (Nominated(election, post, actor.Id))
        {
            return new Refusal(RefusalKinds.Duplicate,
                new($"您已经自荐{post.Name.Zh}。", $"You have put yourself forward for {post.Name.En} already."), Found: post.Post, Field: "post");
        }

        return FormRules.Filled(form.Statement, "statement", new("自荐理由", "statement"), 2000) is { } missing
            ? missing
            : new SelfNominated(actor.Id, post.Post, form.Statement);
    }

    /// <summary>Self-nominations of the round that runs.</summary>
    public static int Taken(Election election) => Lists(election).Sum(list => list.People.Count);

    private static bool Nominated(Election election, PostPlan post, string person) =>
        Lists(election).Any(list => list.Post == post.Post && list.People.Contains(person));

    private static IReadOnlyList<PostList> Lists(Election election) =>
        election.Recommendation.Channels.FirstOrDefault(list => list.Channel == Channels.Self)?.Lists ?? [];
}
