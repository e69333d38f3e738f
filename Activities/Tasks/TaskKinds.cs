namespace Gongtui.Activities.Tasks;

/// <summary>The closed set of task kinds.</summary>
public static class TaskKinds
{
    public const string Plan = "plan";
    public const string Approval = "approval";
    public const string Notice = "notice";
    public const string Recommend = "recommend";
    public const string Organisation = "organisation";
    public const string SelfNomination = "self-nomination";
    public const string CloseNomination = "close-nomination";
    public const string CloseBox = "close-box";
    public const string RecommendationTie = "recommendation-tie";
    public const string Summary = "summary";
    public const string Qualification = "qualification";
    public const string Assess = "assess";
    public const string Speeches = "speeches";
    public const string InvestigationList = "investigation-list";
    public const string Investigation = "investigation";
    public const string Shortlist = "shortlist";
    public const string Objection = "objection";
    public const string Inquiry = "inquiry";
    public const string Officers = "officers";
    public const string Attendance = "attendance";
    public const string Tellers = "tellers";
    public const string Ballot = "ballot";
    public const string CloseBallot = "close-ballot";
    public const string PaperBallots = "paper-ballots";
    public const string HandCount = "hand-count";
    public const string Tie = "tie";
    public const string Shortage = "shortage";
    public const string Announce = "announce";
    public const string Ratify = "ratify";
    public const string TakeOffice = "take-office";
    public const string Commitment = "commitment";
    public const string Settlement = "settlement";
    public const string Review = "review";
    public const string RenewalReminder = "renewal-reminder";
    public const string Renewal = "renewal";
    public const string RenewalApproval = "renewal-approval";
    public const string Exit = "exit";
    public const string ExitApproval = "exit-approval";
    public const string Vacancy = "vacancy";
    public const string PublicityWork = "publicity-work";
    public const string CloseReceipts = "close-receipts";
    public const string SurveyAnswer = "survey-answer";
    public const string Survey = "survey";
    public const string Override = "override";
}

/// <summary>The closed set of decisions.</summary>
public static class Decisions
{
    /// <summary>提交: the form as filled in.</summary>
    public const string Submit = "submit";

    public const string Approve = "approve";

    /// <summary>退回修改: back to whoever prepared it.</summary>
    public const string Return = "return";

    /// <summary>不予批准: the election ends here, or the diagram says where it goes on.</summary>
    public const string Decline = "decline";

    public const string Publish = "publish";

    /// <summary>关闭票箱.</summary>
    public const string Close = "close";

    /// <summary>通过: adopted by those who decide.</summary>
    public const string Adopt = "adopt";

    /// <summary>异议成立.</summary>
    public const string Uphold = "uphold";

    /// <summary>异议不成立.</summary>
    public const string Dismiss = "dismiss";

    /// <summary>宣布开会: the quorum is met.</summary>
    public const string Open = "open";

    /// <summary>延期: the quorum is not met and the meeting is put off.</summary>
    public const string Adjourn = "adjourn";

    /// <summary>选举办法未通过: the meeting did not adopt its rules.</summary>
    public const string RejectRules = "reject-rules";

    /// <summary>计票.</summary>
    public const string Count = "count";

    /// <summary>宣布无效，重新投票: the tellers declare the vote void.</summary>
    public const string Void = "void";

    /// <summary>再次投票.</summary>
    public const string Again = "again";

    /// <summary>承诺交接: somebody else in office takes it over.</summary>
    public const string HandOver = "hand-over";

    /// <summary>承诺终止.</summary>
    public const string End = "end";

    /// <summary>启动补选.</summary>
    public const string ByElection = "by-election";

    /// <summary>上级调动或指派.</summary>
    public const string Appoint = "appoint";

    /// <summary>同票者全部列入.</summary>
    public const string AllIn = "all-in";

    /// <summary>空缺.</summary>
    public const string Vacant = "vacant";

    public const string Announce = "announce";

    /// <summary>批复并备案.</summary>
    public const string Ratify = "ratify";
}
