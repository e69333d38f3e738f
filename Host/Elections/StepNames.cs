using Gongtui.Activities;
using Gongtui.Host.Elections.Diagrams;

namespace Gongtui.Host.Elections;

/// <summary>What steps, outcomes and states are called.</summary>
public static class StepNames
{
    private static readonly Dictionary<string, Text> Steps = new()
    {
        ["Gongtui.DraftPlan"] = new("制订方案", "Draft the plan"),
        ["Gongtui.Approval"] = new("审批", "Approval"),
        ["Gongtui.PublishNotice"] = new("发布公告", "Publish the notice"),
        ["Gongtui.CollectRecommendations"] = new("公开推荐", "Open recommendation"),
        ["Gongtui.SummariseRecommendations"] = new("推荐汇总", "Summary of recommendations"),
        ["Gongtui.QualificationReview"] = new("资格审查", "Qualification review"),
        ["Gongtui.DemocraticAssessment"] = new("民主测评", "Democratic assessment"),
        ["Gongtui.CampaignSpeech"] = new("竞职演说", "Campaign speeches"),
        ["Gongtui.Investigation"] = new("组织考察", "Investigation"),
        ["Gongtui.Shortlist"] = new("确定预备人选", "Shortlist"),
        ["Gongtui.PublicityPeriod"] = new("公示", "Publicity period"),
        ["Gongtui.DirectElection"] = new("直接选举", "Direct election"),
        ["Gongtui.DecideTie"] = new("平票处理", "Decide the tie"),
        ["Gongtui.DecideShortage"] = new("缺额处理", "Decide the shortage"),
        ["Gongtui.AnnounceResult"] = new("宣布结果", "Announce the result"),
        ["Gongtui.TakeOffice"] = new("建立任期台账", "Term ledger"),
        ["Gongtui.KeepCommitments"] = new("承诺兑现", "Commitments"),
        ["Gongtui.PeriodicReview"] = new("定期考评", "Periodic review"),
        ["Gongtui.PrepareRenewal"] = new("换届准备", "Next election"),
        ["Gongtui.LeavePost"] = new("退出", "Exit"),
        ["Gongtui.DecideVacancy"] = new("空缺处理", "Decide about the vacancy"),
        ["Gongtui.PublicityWork"] = new("宣传发动", "Publicity work"),
        ["Gongtui.AttitudeSurvey"] = new("调查评估", "Survey"),
        ["Gongtui.Ratify"] = new("批复与备案", "Ratify and file"),
        ["Gongtui.AllowOverride"] = new("特批发布", "Override"),
        ["Elsa.Complete"] = new("出口", "Exit"),
        ["Elsa.Start"] = new("开始", "Start"),
        ["Elsa.End"] = new("结束", "End"),
        ["Elsa.Finish"] = new("结束", "Finish"),
        ["Elsa.FlowFork"] = new("并行", "Fork"),
        ["Elsa.FlowJoin"] = new("汇合", "Join"),
        ["Elsa.FlowDecision"] = new("判断", "Decision"),
        ["Elsa.Delay"] = new("等待", "Delay"),
    };

    /// <summary>What the product's own procedures write on their nodes.</summary>
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["审批方案"] = "Approve the plan",
        ["方案公告"] = "Notice of the plan",
        ["三个渠道同时推荐"] = "Three channels at once",
        ["届满"] = "Term over",
        ["任期工作"] = "The term's work",
        ["空缺公告"] = "Notice of the vacancy",
        ["启动补选"] = "Start the by-election",
        ["转入补选"] = "Goes on as a by-election",
        ["上级指派"] = "Appointed by the superior",
        ["暂缺"] = "Left vacant",
        ["空缺处理"] = "Decide about the vacancy",
        ["继续任职"] = "Stays in office",
        ["会议部署"] = "Deployment",
        ["指导和培训"] = "Guidance and training",
        ["印发文件"] = "Document pack",
        ["传达到全体"] = "Conveyed to all",
        ["宣传发动结束"] = "Publicity work done",
        ["四个渠道同时推荐"] = "Four channels at once",
        ["酝酿提名"] = "Consultation and nomination",
        ["大会一次性推荐"] = "Recommendation at the meeting",
        ["个人自荐"] = "Self-nomination",
        ["人选考察"] = "Examination of the nominees",
        ["党员大会选举"] = "Election at the meeting",
        ["党员大会选委员"] = "The meeting elects members",
        ["委员会全体会议选举书记"] = "The committee elects its secretary",
        ["第一轮：选委员"] = "Round 1: members",
        ["第二轮：选书记、副书记"] = "Round 2: secretary and deputies",
        ["续会通知"] = "Notice of the next meeting",
        ["人选确定"] = "Nominees settled",
        ["重新推荐"] = "Recommend again",
        ["本轮选定"] = "Round settled",
        ["改期"] = "Postponed",
        ["党员推荐"] = "Members recommend",
        ["群众推荐"] = "Masses recommend",
        ["组织推荐"] = "Organisation recommends",
        ["初步人选公告"] = "Notice of the nominees",
        ["审批预备人选"] = "Approve the shortlist",
        ["会议通知"] = "Notice of the meeting",
        ["选举完成"] = "Election complete",
        ["方案未获批准"] = "Plan declined",
        ["人选未获批准"] = "Shortlist declined",
        ["结果未获批复"] = "Result not ratified",
        ["特批发布"] = "Override",
        ["已发布"] = "Published",
        ["未获特批"] = "Declined",
        ["草稿已改动"] = "The draft had changed",
    };

    private static readonly Dictionary<string, Text> Ports = new()
    {
        ["Approved"] = new("批准", "approved"),
        ["Returned"] = new("退回", "returned"),
        ["Declined"] = new("不予批准", "declined"),
        ["TooFew"] = new("人数不足", "too few"),
        ["TooFewParticipants"] = new("参加人数不足", "too few took part"),
        ["Clear"] = new("无异议", "clear"),
        ["Upheld"] = new("异议成立", "upheld"),
        ["Elected"] = new("选出", "elected"),
        ["NoQuorum"] = new("人数未达", "no quorum"),
        ["Tie"] = new("平票", "tie"),
        ["Shortage"] = new("缺额", "shortage"),
        ["Void"] = new("投票无效", "void"),
        ["Again"] = new("再次选举", "again"),
        ["Settled"] = new("已定", "settled"),
        ["Left"] = new("退出", "left"),
        ["ByElection"] = new("补选", "by-election"),
        ["Appointed"] = new("上级指派", "appointed"),
        ["Vacant"] = new("暂缺", "vacant"),
        ["Kept"] = new("留任", "stays"),
        ["Postponed"] = new("改期", "postponed"),
        ["Ratified"] = new("批复", "ratified"),
        ["NotRatified"] = new("不予批复", "not ratified"),
        ["Published"] = new("已发布", "published"),
        ["Lapsed"] = new("草稿已改动，未发布", "the draft had changed, not published"),
        ["True"] = new("是", "yes"),
        ["False"] = new("否", "no"),
    };

    /// <summary>A step as readers know it: in the designer's own words, in English as far as we know them.</summary>
    /// <param name="type">Type name of the activity.</param>
    /// <param name="label">What the designer wrote on the node; null for nothing.</param>
    public static Text Of(string type, string? label = null)
    {
        var known = Steps.GetValueOrDefault(type);
        var bare = type[(type.LastIndexOf('.') + 1)..];
        return new(label ?? known?.Zh ?? bare, (label is null ? null : Labels.GetValueOrDefault(label)) ?? known?.En ?? label ?? bare);
    }

    /// <summary>What is written on the arrow of an outcome; null for the usual way on.</summary>
    public static Text? Port(string port) => port is "Done" or "" ? null : Ports.GetValueOrDefault(port) ?? new(port, port);

    /// <summary>What an outcome is called where each has to have a name.</summary>
    public static Text Outcome(string port) => Port(port) ?? new("完成", "Done");

    public static Text State(NodeState state) => state switch
    {
        NodeState.Done => new("已完成", "done"),
        NodeState.Running => new("进行中", "running"),
        NodeState.Waiting => new("等待办理", "waiting"),
        NodeState.Failed => new("出错", "failed"),
        _ => new("未到", "not reached"),
    };
}
