using Gongtui.Activities;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>The drawers of the palette. The editor sorts drawers by their title, so the titles carry a number: our steps in the order of the policy, then the flow.</summary>
internal static class PaletteGroups
{
    private static readonly Text Plan = new("1 方案与公告", "1 Plan and notices");
    private static readonly Text Recommend = new("2 推荐与资格", "2 Recommendation");
    private static readonly Text Examine = new("3 测评与考察", "3 Assessment and investigation");
    private static readonly Text Candidates = new("4 预备人选与公示", "4 Shortlist and publicity");
    private static readonly Text Meeting = new("5 大会选举", "5 Meeting and election");
    private static readonly Text Ratification = new("6 批复与备案", "6 Ratification");
    private static readonly Text OtherSteps = new("7 其他环节", "7 Other steps");
    private static readonly Text Flow = new("8 流程控制", "8 Flow");
    private static readonly Text Waiting = new("9 时间与事件", "9 Time and events");

    /// <summary>Which part of the procedure each folder of steps belongs to.</summary>
    private static readonly Dictionary<string, Text> Folders = new(StringComparer.Ordinal)
    {
        ["Planning"] = Plan,
        ["Approval"] = Plan,
        ["Notices"] = Plan,
        ["Recommendation"] = Recommend,
        ["Qualification"] = Recommend,
        ["Assessment"] = Examine,
        ["Speech"] = Examine,
        ["Investigation"] = Examine,
        ["Shortlist"] = Candidates,
        ["Publicity"] = Candidates,
        ["Voting"] = Meeting,
        ["Ratification"] = Ratification,
    };

    public static Text Of(Type activity, string category) =>
        activity.Namespace is { } ns && ns.StartsWith("Gongtui.Activities.", StringComparison.Ordinal)
            ? activity.Name == "AnnounceResult" ? Meeting : Folders.GetValueOrDefault(ns["Gongtui.Activities.".Length..].Split('.')[0]) ?? OtherSteps
            : category == "Scheduling" || activity == typeof(Engine.Flow.Event) ? Waiting : Flow;
}
