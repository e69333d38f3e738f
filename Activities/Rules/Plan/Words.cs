namespace Gongtui.Activities.Rules.Plan;

/// <summary>The words for the choices of a plan.</summary>
public static class Words
{
    /// <summary>The words for a choice; its own name for anything that is not a choice of a plan.</summary>
    public static Text Of(object choice) => choice switch
    {
        VotingMode.Combined => new("一轮合并选票，分别计票", "one combined ballot, tallied separately"),
        VotingMode.TwoRounds => new("两轮，先委员后书记、副书记", "two rounds, members first"),
        VotingMode.NoCandidates => new("无候选人直接选举", "ballot without candidates"),
        OrganisationKind.Branch => new("支部", "branch"),
        OrganisationKind.GeneralBranch => new("总支", "general branch"),
        OrganisationKind.Committee => new("基层委员会", "committee"),
        CandidateMode.Differential => new("差额", "differential"),
        CandidateMode.Equal => new("等额", "equal number"),
        InvestigationBase.Seats => new("应选名额", "seats"),
        InvestigationBase.Recommended => new("被推荐人数", "people recommended"),
        CutTie.AllIn => new("同票者全部列入", "all tied are taken"),
        CutTie.Again => new("就同票者再次推荐", "vote again among the tied"),
        BallotScope.Contest => new("该项职务部分", "that contest only"),
        BallotScope.Ballot => new("整张选票", "the whole ballot"),
        SeatPolicy.SeatOnce => new("一人一职，当选高职后不再参加排名", "one seat a person; the next moves up"),
        SeatPolicy.Separate => new("各项互不相关", "contests apart"),
        SeatPolicy.Cumulative => new("高职得票计入低职", "votes for higher posts count for lower ones"),
        WriteInWithoutMark.Abstain => new("不计票", "ignored"),
        WriteInWithoutMark.Invalid => new("该部分无效", "that part is invalid"),
        ExcessWriteIns.VoidWriteIns => new("另选部分无效", "the write-ins are void"),
        ExcessWriteIns.VoidPart => new("该部分无效", "that part is invalid"),
        RepeatedName.EachPost => new("各项分别计票", "each approval counts for its post"),
        RepeatedName.HighestPost => new("只计最高职务", "only the highest post counts"),
        true => new("是", "yes"),
        false => new("否", "no"),
        _ => new($"{choice}", $"{choice}"),
    };
}
