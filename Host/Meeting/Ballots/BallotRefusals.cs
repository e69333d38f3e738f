using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Host.Boxes;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>Why somebody cannot vote, in the words of the meeting.</summary>
public static class BallotRefusals
{
    public static Refusal AlreadyVoted { get; } = BoxRefusals.AlreadyCast with
    {
        Message = new("您已经投过票，每人只能投一次；这一张没有投入票箱。", "You have voted. Everybody votes once; this ballot was not cast."),
    };

    /// <summary>No box is open: the vote has not begun, or is over.</summary>
    public static Refusal NotVoting(Election election) => election.Voting.Box is null
        ? new(
            RefusalKinds.Time,
            new("还没有开始投票。", "The vote has not begun."),
            NextStep: new("清点到会人数并通过监票人、计票人后才发票。", "Ballots are issued after the attendance is counted and the tellers are adopted."))
        : BoxRefusals.Closed(election.Voting.Box) with
        {
            Message = new("票箱已经关闭，不能再投票。", "The box is closed; nobody can vote any more."),
            NextStep = new("请等待宣布结果。", "Wait for the announcement."),
        };

    /// <summary>Not among those who were counted as present with the right to vote.</summary>
    public static Refusal NotEligible(Election election, string person) => election.People.GetValueOrDefault(person) switch
    {
        { MayVote: true } => new(
            RefusalKinds.NotAssigned,
            new("清点到会人数时您没有登记到会，本轮不能投票；缺席的不能委托他人代投。", "You were not counted as present, so you cannot vote in this round; nobody can vote for somebody absent."),
            Article: Articles.NoProxy.Display,
            NextStep: new("如果您在会场，请立即告诉会议工作人员。", "If you are in the hall, tell the staff of the meeting at once.")),
        null => new(
            RefusalKinds.NotAssigned,
            new("您不在这次选举的名册上，不能投票。", "You are not on the roll of this election and cannot vote."),
            NextStep: new("如有疑问，请向工作人员核对名册。", "If in doubt, ask staff to check the roll.")),
        _ => new(
            RefusalKinds.NotAssigned,
            new("您没有选举权，不能投票。", "You do not hold the right to vote."),
            Article: Articles.DueNumber.Display,
            NextStep: new("如有疑问，请向工作人员核对名册。", "If in doubt, ask staff to check the roll.")),
    };
}
