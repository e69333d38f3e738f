using Gongtui.Activities;
using Gongtui.Activities.Notices;

namespace Gongtui.Host.Papers;

/// <summary>A form of the field (DOMAIN §2.8).</summary>
/// <param name="Id">Stands in addresses and names templates.</param>
/// <param name="Name">As offices call it.</param>
/// <param name="Write">The papers that can be written now; none before their facts are there.</param>
/// <param name="IsTable">Worth a spreadsheet.</param>
public sealed record PaperKind(string Id, Text Name, Func<PaperSource, IEnumerable<Paper>> Write, bool IsTable = false);

/// <summary>Every form of §2.8, in its order.</summary>
public static class PaperKinds
{
    public static IReadOnlyList<PaperKind> All { get; } =
    [
        new("application", new("请示（召开党员大会换届）", "Application (meeting)"), PlanPapers.Application),
        new("shortlist-application", new("请示（候选人预备人选）", "Application (shortlist)"), NominationPapers.ShortlistApplication),
        new("reply", new("批复", "Reply"), PlanPapers.Replies),
        new("plan", new("实施方案", "Plan"), PlanPapers.Plan, true),
        new("notice", new("公告", "Notices"), source => PlanPapers.Notices(source, NoticeKinds.Plan, NoticeKinds.Nominees, NoticeKinds.Meeting, NoticeKinds.Result, NoticeKinds.Other)),
        new("recommendation-form", new("民主推荐表", "Form of recommendation"), NominationPapers.RecommendationForm),
        new("recommendation", new("推荐汇总表", "Summary of recommendations"), NominationPapers.RecommendationSummary, true),
        new("qualification", new("资格审查表", "Review of qualifications"), NominationPapers.Qualification, true),
        new("assessment-form", new("民主测评表", "Form of assessment"), NominationPapers.AssessmentForm),
        new("assessment", new("民主测评汇总表", "Summary of the assessment"), NominationPapers.AssessmentSummary, true),
        new("investigation-notice", new("考察预告", "Notice of investigation"), source => PlanPapers.Notices(source, NoticeKinds.Investigation)),
        new("investigation", new("考察材料", "Investigation"), NominationPapers.Investigation),
        new("shortlist", new("预备人选名单", "Shortlist"), NominationPapers.Shortlist, true),
        new("publicity", new("公示", "Publicity"), source => PlanPapers.Notices(source, NoticeKinds.Publicity)),
        new("rules", new("选举办法（草案）", "Election rules (draft)"), PlanPapers.Rules),
        new("script", new("主持词", "Script of the meeting"), PlanPapers.Script),
        new("ballot", new("选票", "Ballot"), MeetingPapers.Ballots),
        new("attendance", new("清点到会人数报告单", "Report of the attendance"), MeetingPapers.Attendance, true),
        new("issuing", new("分发选票情况报告单", "Report of the ballots issued"), MeetingPapers.Issuing, true),
        new("returning", new("清点选票报告单", "Report of the ballots returned"), MeetingPapers.Returning, true),
        new("counting", new("计票单（正字）", "Tally sheet"), MeetingPapers.CountingSheets, true),
        new("result", new("选举结果报告单", "Report of the result"), MeetingPapers.Results, true),
        new("elected", new("当选人名单", "List of the elected"), ResultPapers.Elected, true),
        new("report", new("选举结果的报告", "Report on the election"), ResultPapers.Report, true),
        new("ratification-application", new("请示（书记、副书记批复）", "Application (approval of the result)"), ResultPapers.ForApproval),
        new("filing", new("备案表", "Filing"), ResultPapers.Filing, true),
    ];

    /// <summary>The form of an id; null when there is none.</summary>
    public static PaperKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);
}
