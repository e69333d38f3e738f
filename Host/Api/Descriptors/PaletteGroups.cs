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
    private static readonly Text Later = new("7 任期与宣传动员", "7 Terms and publicity work");

    /// <summary>Procedures that are used inside others as one step.</summary>
    public static Text Sections { get; } = new("8 组合环节", "8 Sections");

    /// <summary>One drawer: a tenth number would stand behind the first.</summary>
    public static Text Flow { get; } = new("9 流程与时间", "9 Flow and time");

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
        ["Tenure"] = Later,
        ["Mobilisation"] = Later,
    };

    public static Text Of(Type activity) =>
        activity.Namespace is { } ns && ns.StartsWith("Gongtui.Activities.", StringComparison.Ordinal)
            ? activity.Name == "AnnounceResult" ? Meeting : Folders.GetValueOrDefault(ns["Gongtui.Activities.".Length..].Split('.')[0]) ?? Later
            : Flow;
}
