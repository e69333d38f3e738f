using Gongtui.Activities.Approval;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;
using State = Gongtui.Activities.Elections.Election;

namespace Gongtui.Features.Support;

/// <summary>What an officer calls the step at which an election waits.</summary>
internal static class Steps
{
    public const string Over = "结束";

    /// <summary>Name of the step whose tasks are open; <see cref="Over"/> when none is.</summary>
    public static string Of(State election) => election.Tasks.Values.Select(task => Of(election, task)).FirstOrDefault() ?? Over;

    private static string Of(State election, OpenTask task) => task.Kind switch
    {
        TaskKinds.Plan => "制订方案",
        TaskKinds.Approval => task.Content()?.Subject == Subjects.Plan ? "审批方案" : "审批预备人选",
        TaskKinds.Notice => task.Content()?.Subject switch
        {
            NoticeKinds.Plan => "发布方案公告",
            NoticeKinds.Nominees => "发布初步人选公告",
            _ => "发布会议通知",
        },
        TaskKinds.Recommend or TaskKinds.Organisation or TaskKinds.SelfNomination or TaskKinds.CloseNomination => "公开推荐",
        TaskKinds.CloseBox => election.Boxes[task.Content()!.Box!].Purpose switch
        {
            BoxPurpose.Recommendation => "公开推荐",
            BoxPurpose.Survey => "调查评估",
            _ => "民主测评",
        },
        TaskKinds.RecommendationTie => "推荐末位同票",
        TaskKinds.Summary => "推荐汇总",
        TaskKinds.Qualification => "资格审查",
        TaskKinds.Assess => "民主测评",
        TaskKinds.Speeches => "竞职演说",
        TaskKinds.InvestigationList => "确定考察对象",
        TaskKinds.Investigation => "组织考察",
        TaskKinds.Shortlist => "确定预备人选",
        TaskKinds.Objection => "公示",
        TaskKinds.Inquiry => "核查异议",
        TaskKinds.Officers => "确定第二轮候选人",
        TaskKinds.Attendance => "清点到会人数",
        TaskKinds.Tellers => "通过监票人、计票人",
        TaskKinds.Ballot or TaskKinds.CloseBallot => "投票",
        TaskKinds.PaperBallots => "清点纸质选票",
        TaskKinds.HandCount => "手工计票",
        TaskKinds.Tie => "平票处理",
        TaskKinds.Shortage => "缺额处理",
        TaskKinds.Announce => "宣布结果",
        TaskKinds.TakeOffice => "建立任期台账",
        TaskKinds.Commitment or TaskKinds.Settlement => "承诺兑现",
        TaskKinds.Review => "定期考评",
        TaskKinds.RenewalReminder => "提醒换届",
        TaskKinds.Renewal => "换届请示",
        TaskKinds.RenewalApproval => "批复换届请示",
        TaskKinds.Exit => "提出退出",
        TaskKinds.ExitApproval => "决定退出",
        TaskKinds.Vacancy => "空缺处理",
        TaskKinds.PublicityWork => task.Title.Zh,
        TaskKinds.CloseReceipts => "截止签收",
        TaskKinds.Survey or TaskKinds.SurveyAnswer => "调查评估",
        _ => "批复与备案",
    };
}
