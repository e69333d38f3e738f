using Gongtui.Activities;
using Gongtui.Activities.Recommendation;

namespace Gongtui.Workflows.Policy;

/// <summary>What the policy calls the steps of a diagram, in both languages.</summary>
public static class StepWords
{
    private static readonly (string Zh, string En, Func<MapNode, bool> Is)[] Known =
    [
        ("制订方案", "plan", Type("DraftPlan")),
        ("审批方案", "approval of the plan", With("Approval", "subject", "plan")),
        ("公告", "notice", With("PublishNotice", "kind", "plan")),
        ("公开推荐", "open recommendation", Type("CollectRecommendations")),
        ("党员推荐", "recommendation by members", node => Type("CollectRecommendations")(node) && node.Input("channel") is null or Channels.Member or Channels.Meeting),
        ("个人自荐", "self-nomination", Channel(Channels.Self)),
        ("群众推荐", "recommendation by the masses", Channel(Channels.Masses)),
        ("组织推荐", "recommendation by the organisation", Channel(Channels.Organisation)),
        ("大会推选", "recommendation at the meeting", Channel(Channels.Meeting)),
        ("推荐汇总", "summary of recommendations", Type("SummariseRecommendations")),
        ("资格审查", "qualification review", Type("QualificationReview")),
        ("初步人选公告", "notice of the nominees", With("PublishNotice", "kind", "nominees")),
        ("民主测评", "democratic assessment", Type("DemocraticAssessment")),
        ("竞职演说", "campaign speeches", Type("CampaignSpeech")),
        ("组织考察", "investigation", Type("Investigation")),
        ("确定预备人选", "shortlist", Type("Shortlist")),
        ("审批预备人选", "approval of the shortlist", With("Approval", "subject", "shortlist")),
        ("公示", "publicity period", Type("PublicityPeriod")),
        ("会议通知", "notice of the meeting", With("PublishNotice", "kind", "meeting")),
        ("直接选举", "direct election", Type("DirectElection")),
        ("宣布结果", "announcement", Type("AnnounceResult")),
        ("批复与备案", "ratification", Type("Ratify")),
    ];

    /// <summary>The Chinese words for the steps that a node carries out; a node can be meant by several.</summary>
    public static IEnumerable<string> Of(MapNode node) => Known.Where(step => step.Is(node)).Select(step => step.Zh);

    /// <summary>The Chinese word for a step said in either language.</summary>
    /// <exception cref="ArgumentException">There is no such step.</exception>
    public static string Find(string word)
    {
        var (zh, _, known) = Known.FirstOrDefault(step => step.Zh == word || string.Equals(step.En, word, StringComparison.OrdinalIgnoreCase));
        return known is null ? throw new ArgumentException($"The policy knows no step \"{word}\".", nameof(word)) : zh;
    }

    /// <summary>The Chinese word for the step of a channel; null when there is no such channel.</summary>
    public static string? OfChannel(string channel) => channel switch
    {
        Channels.Self => "个人自荐",
        Channels.Member => "党员推荐",
        Channels.Masses => "群众推荐",
        Channels.Organisation => "组织推荐",
        Channels.Meeting => "大会推选",
        _ => null,
    };

    /// <summary>A step in both languages.</summary>
    /// <param name="step">Its Chinese word.</param>
    public static Text Both(string step) => new(step, Known.First(known => known.Zh == step).En);

    private static Func<MapNode, bool> Channel(string channel) => node => Type("CollectRecommendations")(node) && node.Input("channel") == channel;

    private static Func<MapNode, bool> Type(string name) => node => node.Type == $"Gongtui.{name}";

    /// <summary>Approvals and notices that say nothing are about the plan: that is what their inputs begin with.</summary>
    private static Func<MapNode, bool> With(string name, string input, string value) => node => Type(name)(node) && (node.Input(input) ?? "plan") == value;
}
