using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

/// <summary>通过选举办法 (R52): by hand, more than half of those present, before scrutineers and tellers are adopted (R50).</summary>
public static class RulesAdoption
{
    private static readonly Threshold MoreThanHalf = new(new(1, 2), Strict: true);

    private static readonly Article Practice = new(
        "practice / R50, R52",
        new("党员大会选举程序惯例（选举办法由大会举手表决，超过实到会人数的半数通过）", "Practice of electing meetings (rules adopted by hand, more than half of those present)"),
        Certainty.Likely, true);

    /// <summary>Whether this meeting has still to adopt its rules: once for the members' meeting, once for a committee that elects.</summary>
    public static bool IsNeeded(Election election) =>
        election.Voting.Rules is not { } adopted || adopted.ByCommittee != IsCommittee(election);

    /// <summary>The vote as it was counted, or why the figures cannot be right: everybody present is for, against or abstains.</summary>
    public static Decided<ElectionRulesVoted> Vote(Election election, RulesVote? vote)
    {
        var present = election.Voting.Attendance!.Present.Count;
        if (vote is null)
        {
            return new Refusal(RefusalKinds.Incomplete,
                new("选举办法还没有经大会表决。", "The meeting has not voted on the election rules."),
                Article: Practice.Display, NextStep: new("请先举手表决选举办法，填写赞成、不赞成、弃权人数。", "Vote on the rules first and enter for, against and abstaining."), Field: "rules");
        }

        if (vote.For < 0 || vote.Against < 0 || vote.Abstain < 0 || (long)vote.For + vote.Against + vote.Abstain != present)
        {
            return new Refusal(RefusalKinds.Arithmetic,
                new($"选举办法表决：赞成 {vote.For}、不赞成 {vote.Against}、弃权 {vote.Abstain}，合计应等于实到 {present} 人。",
                    $"The vote on the rules: {vote.For} for, {vote.Against} against, {vote.Abstain} abstaining must make the {present} present."),
                Expected: $"{present}", Found: $"{(long)vote.For + vote.Against + vote.Abstain}", Article: Practice.Display,
                NextStep: new("请重新清点举手人数。", "Count the hands again."), Field: "rules");
        }

        var adopted = MoreThanHalf.IsMet(vote.For, present);
        var proof = new Verdict(adopted, "R52", Practice, MoreThanHalf.Inequality(vote.For, present), adopted
            ? new($"选举办法：赞成 {vote.For} 人，超过实到 {present} 人的半数，通过。", $"Election rules: {vote.For} in favour, more than half of {present} present: adopted.")
            : new($"选举办法：赞成 {vote.For} 人，没有超过实到 {present} 人的半数，未通过。", $"Election rules: {vote.For} in favour, not more than half of {present} present: not adopted."));
        return new ElectionRulesVoted(election.Voting.Round, present, vote, adopted, IsCommittee(election), proof);
    }

    /// <summary>Why this vote does not allow this decision, or null.</summary>
    public static Refusal? Allows(ElectionRulesVoted voted, bool adopt) => (adopt, voted.Adopted) switch
    {
        (true, false) => Refusal.Of(voted.Proof, new("请修改选举办法后重新表决；本次先选“选举办法未通过”记录在案。", "Amend the rules and vote again; record this vote with “rules not adopted”."), "rules"),
        (false, true) => Refusal.Of(voted.Proof, new("选举办法已经过半数通过，请提名监票人、计票人。", "The rules are adopted: propose scrutineers and tellers."), "rules"),
        _ => null,
    };

    private static bool IsCommittee(Election election) => election.Voting.Stage == VotingStage.Committee;
}
