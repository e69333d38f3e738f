namespace Gongtui.Activities.Elections;

/// <summary>A step with the source that it comes from.</summary>
/// <param name="Type">Type name in diagrams.</param>
/// <param name="Name">Name on screens.</param>
/// <param name="SeedStep">Its number among the seven required steps of the seed policy; null when it is not one of them.</param>
/// <param name="Origin">Where it comes from; what the seed does not say is labelled with its regulation (DOMAIN §1.2).</param>
public sealed record StepInfo(string Type, Text Name, int? SeedStep, Text Origin);

/// <summary>Every step of the procedures, in the order of the policy.</summary>
public static class StepCatalog
{
    private static readonly Text Meeting = new(
        "《基层组织选举工作条例》(2020)（试点必经程序未列）", "Regulations on Elections in Primary Organisations (2020); not among the seed's steps");

    private static readonly Text Outlook = new("试点材料（问题与展望）", "Seed, open problems and outlook");

    private static readonly Text Five = new("试点材料（五个层面的宣传发动）", "Seed, five levels of publicity work");

    public static IReadOnlyList<StepInfo> All { get; } =
    [
        Seed("DraftPlan", "制订方案", "Plan", 1),
        new("Gongtui.Approval", new("审批", "Approval"), null, new(
            "《基层组织选举工作条例》(2020)、《干部选拔任用工作条例》（试点必经程序未列）", "Regulations; not among the seed's steps")),
        Seed("PublishNotice", "公告", "Notice", 2),
        Seed("CollectRecommendations", "公开推荐", "Recommendation", 3),
        Seed("SummariseRecommendations", "推荐汇总", "Summary of recommendations", 3),
        new("Gongtui.QualificationReview", new("资格审查", "Qualification review"), null, new(
            "试点材料（必经程序之外）", "Seed, outside the seven steps")),
        Seed("DemocraticAssessment", "民主测评", "Democratic assessment", 4),
        new("Gongtui.CampaignSpeech", new("竞职演说", "Campaign speech"), null, new(
            "试点材料（必经程序之外）", "Seed, outside the seven steps")),
        Seed("Investigation", "组织考察", "Investigation", 5),
        Seed("Shortlist", "确定预备人选", "Shortlist", 6),
        new("Gongtui.PublicityPeriod", new("公示", "Publicity period"), null, new(
            "《干部选拔任用工作条例》、公推直选做法（试点必经程序未列）", "Regulations on Selection of Officials and practice; not among the seed's steps")),
        Seed("DirectElection", "直接选举", "Direct election", 7),
        new("Gongtui.DecideTie", new("平票处理", "Tie"), null, Meeting),
        new("Gongtui.DecideShortage", new("缺额处理", "Shortage"), null, Meeting),
        new("Gongtui.AnnounceResult", new("宣布结果", "Announcement"), null, Meeting),
        new("Gongtui.Ratify", new("批复与备案", "Ratification and filing"), null, new(
            "《中国共产党章程》、《基层组织选举工作条例》(2020)（试点必经程序未列）", "Party constitution and regulations; not among the seed's steps")),
        new("Gongtui.TakeOffice", new("建立任期台账", "Ledger of the term"), null, Outlook),
        new("Gongtui.KeepCommitments", new("承诺兑现", "Commitments"), null, Outlook),
        new("Gongtui.PeriodicReview", new("定期考评", "Periodic review"), null, Outlook),
        new("Gongtui.PrepareRenewal", new("换届准备", "Next election"), null, new(
            "《支部工作条例（试行）》、《基层组织选举工作条例》(2020)", "Regulations on Branches; Regulations on Elections in Primary Organisations (2020)")),
        new("Gongtui.LeavePost", new("退出", "Exit"), null, Outlook),
        new("Gongtui.DecideVacancy", new("空缺处理", "Vacancy"), null, new(
            "《基层组织选举工作条例》(2020)（任期内出缺）", "Regulations on Elections in Primary Organisations (2020), vacancies")),
        new("Gongtui.PublicityWork", new("宣传发动", "Publicity work"), null, Five),
        new("Gongtui.AttitudeSurvey", new("调查评估", "Survey"), null, Five),
        new("Gongtui.AllowOverride", new("特批发布", "Override"), null, new("本系统的发布检查（例外须经上级同意）", "This product's publish gate; an exception needs the superior")),
    ];

    /// <summary>The step of a type name; null for activities that are not steps of an election.</summary>
    public static StepInfo? Find(string type) => All.FirstOrDefault(step => step.Type == type);

    private static StepInfo Seed(string type, string zh, string en, int number) =>
        new($"Gongtui.{type}", new(zh, en), number, new($"试点必经程序第{number}步", $"Seed, step {number} of seven"));
}
