using Gongtui.Activities.Elections;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Shortlist;

/// <summary>预备人选 as the committee decided them.</summary>
/// <param name="Lists">By post; the order of equal-number posts is the order on the ballot.</param>
/// <param name="Vote">The committee's vote.</param>
public sealed record ShortlistForm(IReadOnlyList<PostList> Lists, CommitteeVote Vote);

/// <summary>Whether a shortlist holds: F1, F2 and F21.</summary>
public static class ShortlistDecision
{
    /// <summary>People found suitable for a post and not ruled out since.</summary>
    public static IReadOnlyList<string> Available(Election election, string post)
    {
        var investigation = election.Investigation.Needed("the investigation");
        return
        [
            .. investigation.Lists.Where(list => list.Post == post).SelectMany(list => list.People)
                .Where(person => investigation.Suitable.Contains(person) && election.MayStand(person)),
        ];
    }

    /// <summary>Posts for which too few suitable people are left, with the inequality; null when there are enough.</summary>
    public static FieldTooSmall? TooSmall(Election election)
    {
        var shortPosts = election.Posts
            .Where(post => Available(election, post.Post).Count < election.OnBallot(post))
            .ToArray();
        return shortPosts.Length == 0 ? null : new("shortlist", [.. shortPosts.Select(post => post.Post)],
            [.. shortPosts.Select(post => Proof(election, post, Available(election, post.Post).Count))]);
    }

    public static Decided<ShortlistDecided> Decide(Election election, ShortlistForm form, Actor actor, DateOnly today)
    {
        var vote = CommitteeDecision.Check(form.Vote.Due, form.Vote.Present, form.Vote.Yes);
        var problem = FormRules.EachPostOnce(election, form.Lists.Select(list => list.Post), "lists")
            ?? form.Lists.Select((list, index) => Check(election, list, index)).FirstOrDefault(refusal => refusal is not null)
            ?? Outside(election, form.Lists)
            ?? Twice(election, form.Lists)
            ?? Failed(vote.Attendance) ?? Failed(vote.Votes)
            ?? Expired(election, today);
        if (problem is not null)
        {
            return problem;
        }

        return new ShortlistDecided(
            form.Lists, form.Vote,
            [.. form.Lists.Select(list => Proof(election, election.Post(list.Post), list.People.Count)), vote.Attendance, vote.Votes], actor.Id);
    }

    /// <summary>R21: until when the recommendation may be used; null where none was summarised.</summary>
    public static Verdict? Validity(Election election, DateOnly today) =>
        election.Recommendation.On is { } on ? Rules.Term.CheckRecommendation(on, today) : null;

    private static Refusal? Expired(Election election, DateOnly today) => Validity(election, today) is { Holds: false } verdict
        ? Refusal.Of(verdict, new("请终止本次选举，重新发起，从公开推荐做起。", "Cancel this election and start another one, beginning with the recommendation."), "lists")
        : null;

    private static Refusal? Failed(Verdict verdict) =>
        verdict.Holds ? null : Refusal.Of(verdict, new("请重新召开会议表决。", "Meet and vote again."), "vote");

    private static Refusal? Check(Election election, PostList list, int index)
    {
        var field = $"lists[{index}].people";
        if (FormRules.OnRoll(election, list.People, field) is { } refusal)
        {
            return refusal;
        }

        var post = election.Post(list.Post);
        if (list.People.Except(Available(election, list.Post), StringComparer.Ordinal).FirstOrDefault() is { } stranger)
        {
            return new(RefusalKinds.Unknown,
                new($"{election.NameOf(stranger)}不是经考察合格的{post.Name.Zh}人选。", $"{election.NameOf(stranger)} was not found suitable for {post.Name.En}."),
                Found: stranger, NextStep: new("请从考察合格的人员中选择。", "Choose from those found suitable."), Field: field);
        }

        var proof = Proof(election, post, list.People.Count);
        return proof.Holds ? null : Refusal.Of(proof, new("请调整人选数量。", "Change the number of people."), field);
    }

    // R19: in two rounds 书记 and 副书记 must themselves be 委员 预备人选, else they could not be elected first.
    private static Refusal? Outside(Election election, IReadOnlyList<PostList> lists)
    {
        if (election.Parameters.Mode != VotingMode.TwoRounds)
        {
            return null;
        }

        var members = lists.First(list => list.Post == election.Posts[^1].Post).People;
        return lists.SelectMany(list => list.People).FirstOrDefault(person => !members.Contains(person)) is { } stranger
            ? new(RefusalKinds.Rule,
                new($"{election.NameOf(stranger)}不在委员预备人选中；两轮选举先选委员，书记、副书记从当选委员中产生。",
                    $"{election.NameOf(stranger)} is not shortlisted as a committee member; in two rounds secretary and deputies come from the elected members."),
                Found: stranger, Article: Articles.TwoRounds.Display,
                NextStep: new("请把该同志同时列入委员预备人选，或更换人选。", "Shortlist the person as a committee member too, or choose another."), Field: "lists")
            : null;
    }

    private static Refusal? Twice(Election election, IReadOnlyList<PostList> lists)
    {
        if (election.Parameters.Counting.SeatPolicy != SeatPolicy.Separate || election.Parameters.Mode == VotingMode.TwoRounds)
        {
            return null;
        }

        var twice = lists.SelectMany(list => list.People).GroupBy(person => person, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : new(RefusalKinds.Duplicate,
            new($"方案规定各项职务互不相关，{election.NameOf(twice.Key)}不能同时列入两项职务。", $"The plan counts posts apart: {election.NameOf(twice.Key)} cannot stand for two."),
            Found: twice.Key, Article: Articles.CombinedBallot.Display, Field: "lists");
    }

    private static Verdict Proof(Election election, PostPlan post, int people)
    {
        if (post.Mode == CandidateMode.Equal)
        {
            return Differential.CheckEqual(post.Seats, people);
        }

        var byRule = Differential.Check(post.Seats, people, election.Pack);
        return byRule.Holds && post.Candidates is { } planned && people < planned
            ? byRule with
            {
                Holds = false,
                Inequality = $"{people} ≥ {planned}",
                Sentence = new($"{post.Name.Zh}候选人 {people} 人，方案规定 {planned} 人。", $"{people} candidates for {post.Name.En}; the plan says {planned}."),
            }
            : byRule;
    }
}
