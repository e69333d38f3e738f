using K = Gongtui.Activities.Tasks.TaskKinds;

namespace Gongtui.Activities.Tasks;

/// <summary>A decision that a task offers.</summary>
/// <param name="Id">One of <see cref="Decisions"/>.</param>
/// <param name="Label">Text of the button.</param>
public sealed record DecisionChoice(string Id, Text Label);

/// <summary>A kind of task.</summary>
/// <param name="Id">One of <see cref="TaskKinds"/>.</param>
/// <param name="Name">Name in lists.</param>
/// <param name="Form">Name of the record that the form is; for tasks in a box, of the sheet.</param>
/// <param name="InBox">Done by casting a sheet into a box, not by completing the task.</param>
/// <param name="Choices">What the person can decide; empty for tasks in a box.</param>
public sealed record TaskKind(string Id, Text Name, string Form, bool InBox, IReadOnlyList<DecisionChoice> Choices)
{
    public bool Offers(string decision) => Choices.Any(choice => choice.Id == decision);
}

/// <summary>All kinds with the decisions that they offer.</summary>
public static class TaskCatalog
{
    private static readonly DecisionChoice Submit = new(Decisions.Submit, new("提交", "Submit"));

    /// <summary>In the order of the procedure.</summary>
    public static IReadOnlyList<TaskKind> All { get; } =
    [
        Kind(K.Plan, "制订方案", "Draft the plan", "PlanForm", Submit),
        Kind(K.Approval, "审批", "Approve", "ApprovalForm",
            new(Decisions.Approve, new("批准", "Approve")),
            new(Decisions.Return, new("退回修改", "Send back")),
            new(Decisions.Decline, new("不予批准", "Decline"))),
        Kind(K.Notice, "发布公告", "Publish the notice", "NoticeForm", new DecisionChoice(Decisions.Publish, new("发布", "Publish"))),
        Box(K.Recommend, "公开推荐", "Recommend", "RecommendationSheet"),
        Kind(K.Organisation, "组织推荐", "Recommend for the organisation", "OrganisationForm", Submit),
        Kind(K.SelfNomination, "个人自荐", "Put yourself forward", "SelfNominationForm", Submit),
        Kind(K.CloseNomination, "截止自荐", "Close the self-nominations", "CloseNominationForm", new DecisionChoice(Decisions.Close, new("截止", "Close"))),
        Kind(K.CloseBox, "关闭票箱", "Close the box", "CloseBoxForm", new DecisionChoice(Decisions.Close, new("关闭并统计", "Close and count"))),
        Kind(K.RecommendationTie, "推荐末位同票", "Tie at the cut of a recommendation", "RecommendationTieForm",
            new(Decisions.Again, new("就同票者再次推荐", "Recommend again among the tied")),
            new(Decisions.AllIn, new("同票者全部列入", "All tied go on"))),
        Kind(K.Summary, "推荐汇总", "Summarise the recommendations", "SummaryForm", new DecisionChoice(Decisions.Adopt, new("确认汇总", "Confirm"))),
        Kind(K.Qualification, "资格审查", "Review qualifications", "QualificationForm", Submit),
        Box(K.Assess, "民主测评", "Assess", "AssessmentSheet"),
        Kind(K.Speeches, "竞职演说", "Record the campaign speeches", "SpeechesForm", Submit),
        Kind(K.InvestigationList, "确定考察对象", "List the persons to investigate", "InvestigationListForm", Submit),
        Kind(K.Investigation, "组织考察", "Report the investigation", "InvestigationForm", Submit),
        Kind(K.Shortlist, "确定预备人选", "Decide the shortlist", "ShortlistForm", new DecisionChoice(Decisions.Adopt, new("表决通过", "Adopted"))),
        Kind(K.Objection, "反映问题", "Object", "ObjectionForm", Submit),
        Kind(K.Inquiry, "核查异议", "Inquire into the objection", "InquiryForm",
            new(Decisions.Uphold, new("异议成立", "Uphold")),
            new(Decisions.Dismiss, new("异议不成立", "Dismiss"))),
        Kind(K.Officers, "确定第二轮候选人", "Name the candidates of the second round", "OfficersForm", Submit),
        Kind(K.Attendance, "清点到会人数", "Count the attendance", "AttendanceForm",
            new(Decisions.Open, new("达到法定人数，开会", "Quorum met, open the meeting")),
            new(Decisions.Adjourn, new("人数不足，延期", "No quorum, adjourn"))),
        Kind(K.Tellers, "通过监票人、计票人", "Adopt scrutineers and tellers", "TellersForm",
            new(Decisions.Adopt, new("表决通过", "Adopted")),
            new(Decisions.RejectRules, new("选举办法未通过", "Election rules not adopted"))),
        Box(K.Ballot, "投票", "Vote", "Ballot"),
        Kind(K.CloseBallot, "清点选票并计票", "Account for the ballots and count", "BallotAccountForm",
            new(Decisions.Count, new("关闭票箱并计票", "Close the box and count")),
            new(Decisions.Void, new("宣布本次投票无效", "Declare the vote void"))),
        Kind(K.PaperBallots, "清点纸质选票", "Account for the paper ballots", "PaperBallotsForm",
            new(Decisions.Count, new("相符，开始计票", "They agree, begin counting")),
            new(Decisions.Void, new("宣布本次投票无效", "Declare the vote void"))),
        Kind(K.HandCount, "手工计票", "Count by hand", "HandCountForm", Submit),
        Kind(K.Tie, "平票处理", "Decide the tie", "TieForm",
            new(Decisions.Again, new("再次投票", "Vote again")),
            new(Decisions.Vacant, new("暂缺", "Leave vacant"))),
        Kind(K.Shortage, "缺额处理", "Decide the shortage", "ShortageForm", Submit),
        Kind(K.Announce, "宣布结果", "Announce the result", "AnnounceForm", new DecisionChoice(Decisions.Announce, new("宣布", "Announce"))),
        Kind(K.Ratify, "批复与备案", "Ratify and file", "RatifyForm",
            new(Decisions.Ratify, new("批复并备案", "Ratify and file")),
            new(Decisions.Decline, new("不予批复", "Decline"))),
        Kind(K.TakeOffice, "建立任期台账", "Open the ledger of the term", "TakeOfficeForm", Submit),
        Kind(K.Commitment, "兑现承诺", "Keep a commitment", "CommitmentForm", Submit),
        Kind(K.Settlement, "离任承诺处理", "Settle the commitment of somebody who left", "SettlementForm",
            new(Decisions.HandOver, new("由在任人员接办", "Somebody in office takes it over")),
            new(Decisions.End, new("终止", "It ends"))),
        Kind(K.Review, "定期考评", "Review those in office", "ReviewForm", Submit),
        Kind(K.RenewalReminder, "提醒换届", "Remind of the next election", "RenewalReminderForm", Submit),
        Kind(K.Renewal, "换届请示", "Apply for the next election", "RenewalForm", Submit),
        Kind(K.RenewalApproval, "批复换届请示", "Answer the application", "RenewalApprovalForm",
            new(Decisions.Approve, new("同意", "Approve")), new(Decisions.Decline, new("不同意", "Decline"))),
        Kind(K.Exit, "提出退出", "Propose an exit", "ExitForm", Submit),
        Kind(K.ExitApproval, "决定退出", "Decide the exit", "ExitApprovalForm",
            new(Decisions.Approve, new("同意", "Approve")), new(Decisions.Decline, new("不同意", "Decline"))),
        Kind(K.Vacancy, "空缺处理", "Decide about the vacancy", "VacancyForm",
            new(Decisions.ByElection, new("启动补选", "Start the by-election")),
            new(Decisions.Appoint, new("上级调动或指派", "Appointed by the superior")),
            new(Decisions.Vacant, new("暂缺", "Leave vacant"))),
        Kind(K.PublicityWork, "宣传发动", "Publicity work", "WorkForm", Submit),
        Kind(K.CloseReceipts, "截止签收", "Close the receipts", "CloseReceiptsForm", new DecisionChoice(Decisions.Close, new("截止", "Close"))),
        Box(K.SurveyAnswer, "态度问卷", "Answer the survey", "SurveySheet"),
        Kind(K.Survey, "调查评估", "Survey and evaluation", "SurveyForm", Submit),
        Kind(K.Override, "特批发布", "Override the policy check", "OverrideForm",
            new(Decisions.Approve, new("同意特批发布", "Approve and publish")), new(Decisions.Decline, new("不同意", "Decline"))),
    ];

    private static readonly Dictionary<string, TaskKind> ById = All.ToDictionary(kind => kind.Id, StringComparer.Ordinal);

    /// <summary>The kind of that id; an unknown id is a bug.</summary>
    public static TaskKind Of(string kind) => ById[kind];

    private static TaskKind Kind(string id, string zh, string en, string form, params DecisionChoice[] choices) =>
        new(id, new(zh, en), form, InBox: false, choices);

    private static TaskKind Box(string id, string zh, string en, string sheet) => new(id, new(zh, en), sheet, InBox: true, []);
}
