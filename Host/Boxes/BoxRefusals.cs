using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Boxes;

/// <summary>Why a sheet does not go into a box.</summary>
public static class BoxRefusals
{
    public static Refusal Unknown(string box) => Refusals.NotFound(new("这个票箱", "This box"), box);

    public static Refusal Closed(string box) => new(
        "box-closed",
        new("票箱已经关闭，没有投入。", "The box is closed; nothing was cast."),
        Found: box,
        NextStep: new("请等待统计结果。", "Wait for the count."));

    public static Refusal AlreadyCast { get; } = new(
        "already-cast",
        new("您已经投过，每人只能投一次；这一次没有计入。", "You have cast before. Everybody casts once; this sheet was not taken."),
        NextStep: new("无需再办；请保存好第一次的回执。", "Nothing is left to do; keep the receipt of your first sheet."));

    public static Refusal NotEligible { get; } = new(
        RefusalKinds.NotAssigned,
        new("您不在这个票箱的投票人名单中。", "You are not among those who may cast into this box."),
        NextStep: new("如有疑问，请向工作人员核对名册。", "If in doubt, ask staff to check the roll."));

    public static Refusal TooLarge(int found) => new(
        Kinds.TooLarge,
        new("表的内容太大，没有投入。", "The sheet is too large and was not cast."),
        Expected: $"≤ {Boxes.LargestSheet} B", Found: $"{found} B");

    public static Refusal Busy { get; } = new(
        Kinds.Unavailable,
        new("正在投票的人太多，没有投入。", "Too many are casting at this moment; nothing was cast."),
        NextStep: new("请再提交一次。", "Submit again."));
}
