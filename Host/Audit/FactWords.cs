using Gongtui.Activities;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Mobilisation;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Overriding;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Publicity;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Speech;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Activities.Voting;

namespace Gongtui.Host.Audit;

/// <summary>What each fact of an election says, in words.</summary>
public static class FactWords
{
    private static readonly Dictionary<string, Text> Words = new(StringComparer.Ordinal)
    {
        [nameof(RollTaken)] = new("固定名册", "The roll was taken"),
        [nameof(PlanDrafted)] = new("制订方案", "The plan was drafted"),
        [nameof(Approved)] = new("上级批准", "The superior approved"),
        [nameof(Returned)] = new("上级退回修改", "The superior sent it back"),
        [nameof(Declined)] = new("上级不予批准", "The superior declined"),
        [nameof(NoticePublished)] = new("发布公告", "A notice was published"),
        [nameof(NoticeRead)] = new("签收公告", "A notice was read"),
        [nameof(TaskOpened)] = new("产生待办", "A task was opened"),
        [nameof(TaskCompleted)] = new("办结待办", "A task was completed"),
        [nameof(TaskWithdrawn)] = new("撤回待办", "A task was withdrawn"),
        [nameof(TaskClaimed)] = new("签收待办", "A task was claimed"),
        [nameof(TaskReleased)] = new("退回待办", "A task was given back"),
        [nameof(BoxOpened)] = new("启用票箱", "A box was opened"),
        [nameof(BoxClosed)] = new("封存票箱", "A box was sealed"),
        [nameof(RecommendationTallied)] = new("推荐统计", "Recommendations were counted"),
        [nameof(RecommendationTieDecided)] = new("推荐末位同票的决定", "A tie at the cut was decided"),
        [nameof(TiedRecommended)] = new("同票者再次推荐统计", "The tied were recommended again"),
        [nameof(OrganisationRecommended)] = new("组织推荐", "The organisation recommended"),
        [nameof(SelfNominated)] = new("个人自荐", "Somebody put themselves forward"),
        [nameof(SelfNominationClosed)] = new("自荐截止", "Self-nominations were closed"),
        [nameof(NomineesListed)] = new("推荐汇总", "Nominees were listed"),
        [nameof(QualificationReviewed)] = new("资格审查", "Qualifications were reviewed"),
        [nameof(AssessmentStarted)] = new("开始民主测评", "The assessment began"),
        [nameof(AssessmentTallied)] = new("测评统计", "The assessment was counted"),
        [nameof(SpeechesHeld)] = new("竞职演说", "Speeches were held"),
        [nameof(InvestigationListed)] = new("确定考察对象", "Persons to investigate were listed"),
        [nameof(InvestigationReported)] = new("考察报告", "The investigation was reported"),
        [nameof(FieldTooSmall)] = new("人数不足，环节中止", "Too few people were left"),
        [nameof(ShortlistDecided)] = new("确定预备人选", "The shortlist was decided"),
        [nameof(PublicityStarted)] = new("公示开始", "The publicity period began"),
        [nameof(ObjectionFiled)] = new("收到异议", "An objection was filed"),
        [nameof(ObjectionDecided)] = new("异议核查结论", "An objection was decided"),
        [nameof(PublicityEnded)] = new("公示结束", "The publicity period ended"),
        [nameof(OfficersNamed)] = new("确定第二轮候选人", "Candidates of the second round were named"),
        [nameof(BallotPrepared)] = new("印制选票", "The ballot was prepared"),
        [nameof(AttendanceCounted)] = new("清点到会人数", "The attendance was counted"),
        [nameof(MeetingAdjourned)] = new("会议延期", "The meeting was put off"),
        [nameof(ElectionRulesVoted)] = new("表决选举办法", "The election rules were voted on"),
        [nameof(TellersAdopted)] = new("通过监票人、计票人", "Scrutineers and tellers were adopted"),
        [nameof(BallotsAccounted)] = new("清点选票", "The ballots were accounted for"),
        [nameof(HandCounted)] = new("手工计票", "A count by hand was handed in"),
        [nameof(HandCountsDiffered)] = new("两份计票不一致，重新计票", "The two counts differed"),
        [nameof(VoteVoided)] = new("宣布投票无效", "The vote was declared void"),
        [nameof(ContestsCounted)] = new("计票", "The contests were counted"),
        [nameof(TieDecided)] = new("平票处理决定", "A tie was decided"),
        [nameof(ShortageDecided)] = new("缺额处理决定", "A shortage was decided"),
        [nameof(ResultAnnounced)] = new("宣布选举结果", "The result was announced"),
        [nameof(Ratified)] = new("上级批复", "The result was ratified"),
        [nameof(Filed)] = new("备案", "The result was filed"),
        [nameof(NotRatified)] = new("不予批复", "The result was not ratified"),
        [nameof(TermOpened)] = new("建立任期台账", "The ledger of the term was opened"),
        [nameof(CommitmentReported)] = new("报告承诺兑现", "A commitment was reported on"),
        [nameof(TermReviewed)] = new("定期考评", "Those in office were reviewed"),
        [nameof(HolderLeft)] = new("任期中离任", "Somebody left office during the term"),
        [nameof(RenewalReminded)] = new("上级提醒换届", "The superior reminded of the next election"),
        [nameof(RenewalApplied)] = new("单位提出换届请示", "The unit applied for the next election"),
        [nameof(RenewalAnswered)] = new("换届请示已批复", "The application for the next election was answered"),
        [nameof(CommitmentSettled)] = new("离任承诺已处理", "The commitment of somebody who left was settled"),
        [nameof(ExitProposed)] = new("提出退出", "An exit was proposed"),
        [nameof(PostLeft)] = new("退出职务", "A post was left"),
        [nameof(CarriedOver)] = new("接续前一程序", "Taken over from the procedure before"),
        [nameof(VacancyDecided)] = new("空缺处理决定", "The vacancy was decided"),
        [nameof(ExitDeclined)] = new("不同意退出", "An exit was declined"),
        [nameof(WorkDone)] = new("宣传发动", "Publicity work was done"),
        [nameof(ReceiptsClosed)] = new("签收截止", "Receipts were closed"),
        [nameof(SurveyTallied)] = new("问卷统计", "The survey was counted"),
        [nameof(SurveyEvaluated)] = new("调查评估", "The survey was evaluated"),
        [nameof(OverrideAsked)] = new("请求特批发布", "An override was asked for"),
        [nameof(OverrideApproved)] = new("上级同意特批", "The superior approved the override"),
        [nameof(OverrideDeclined)] = new("上级不同意特批", "The superior declined the override"),
        [nameof(VersionPublished)] = new("经特批发布", "The version was published by override"),
        [nameof(OverrideLapsed)] = new("草稿已改动，特批落空", "The draft had changed: the override lapsed"),
    };

    /// <summary>All of them, by the name of the fact.</summary>
    public static IReadOnlyDictionary<string, Text> All => Words;

    /// <summary>The words for an event; the event's own name when it is no fact of an election.</summary>
    public static Text Of(string eventName) => Words.GetValueOrDefault(eventName) ?? new(eventName, eventName);

    /// <summary>Whether the event is a fact of an election.</summary>
    public static bool Knows(string eventName) => Words.ContainsKey(eventName);
}
