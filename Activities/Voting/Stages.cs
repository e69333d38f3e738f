using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Voting;

/// <summary>What a vote is about, and who takes part (DOMAIN §1.6).</summary>
public enum VotingStage
{
    /// <summary>Every post on one ballot.</summary>
    Combined,

    /// <summary>第一轮: 委员 only.</summary>
    Members,

    /// <summary>第二轮: 书记 and 副书记 from the elected 委员, by the whole membership.</summary>
    Officers,

    /// <summary>Every post on one ballot, no name printed.</summary>
    Open,

    /// <summary>书记 and 副书记 by the elected committee itself: the regulation's usual way (R16).</summary>
    Committee,
}

/// <summary>Which vote comes next, and between whom.</summary>
public static class Stages
{
    /// <summary>The stage that the plan's mode and the votes so far lead to.</summary>
    public static VotingStage Next(Election election) => election.Parameters.Mode switch
    {
        VotingMode.NoCandidates => VotingStage.Open,
        VotingMode.TwoRounds => election.Voting.Round > 0 && IsSettled(election.Voting) ? VotingStage.Officers : VotingStage.Members,
        _ => VotingStage.Combined,
    };

    /// <summary>Whether 书记 and 副书记 come from those elected before (F13).</summary>
    public static bool FromElected(this VotingStage stage) => stage is VotingStage.Officers or VotingStage.Committee;

    /// <summary>Those elected in the first round, whatever else they were elected to since.</summary>
    public static IReadOnlyList<string> ElectedFirst(Election election) =>
        [.. Standing(election).Elected.Select(holder => holder.Person)];

    /// <summary>Ids of those with the right to vote in the stage that runs.</summary>
    public static IReadOnlyList<string> Electorate(Election election) =>
        election.Voting.Stage == VotingStage.Committee ? ElectedFirst(election) : [.. election.Electors()];

    /// <summary>Posts of the second round, highest first: all but the last of the plan.</summary>
    public static IReadOnlyList<PostPlan> OfficerPosts(Election election) => [.. election.Posts.Take(election.Posts.Count - 1)];

    /// <summary>F13: whether the second round may open. Seats that the meeting left vacant are settled like those it reduced.</summary>
    public static Verdict Gate(Election election)
    {
        var first = Standing(election);
        return RoundTwo.Gate(first.Seats, first.Elected.Count, first.Seats - first.Vacant);
    }

    /// <summary>Whether the votes so far leave nothing open.</summary>
    private static bool IsSettled(VotingState voting) =>
        voting.Stage == VotingStage.Officers
        || (voting.Counted && voting.Posts.All(post => post.Pending == PendingKind.None));

    private static PostStanding Standing(Election election) =>
        election.Voting.Posts.FirstOrDefault(standing => standing.Post == election.Posts[^1].Post).Needed("the first round");
}
