using Gongtui.Activities.Elections;
using Gongtui.Activities.Overriding;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Procedures.Overriding;

/// <summary>Why a version is not published by override.</summary>
public static class OverrideRefusals
{
    public static Refusal AskedAlready { get; } = new(
        Kinds.Conflict, new("这一版已经请上级特批，还没有答复。", "The superior has been asked about this version and has not answered yet."),
        NextStep: new("请等待上级在待办中决定。", "Wait for the superior's decision."));

    public static Refusal NoProcedure { get; } = new(
        Kinds.Conflict, new("没有已发布的“特批发布”程序。", "The procedure 特批发布 is not published."), Expected: OverrideBook.Procedure,
        NextStep: new("请先在程序设计中发布“特批发布”。", "Publish 特批发布 under Procedures first."));

    public static Refusal NothingBlocks(int version) => new(
        Kinds.Conflict, new($"第 {version} 版没有须特批的问题。", $"Nothing blocks version {version}."), Found: "0",
        NextStep: new("直接发布即可。", "Publish it as it is."));

    public static Refusal CannotRun(Finding finding) => new(
        Kinds.Conflict, new($"这张图不能运行，不能特批：{finding.Message.Zh}", $"The diagram cannot run, so no override helps: {finding.Message.En}"),
        NextStep: new("请先改正图本身的错误。", "Correct the diagram first."));

    /// <summary>The draft is no longer what the superior was shown.</summary>
    public static Refusal Changed(OverrideAsked asked, string? found) => new(
        Kinds.Conflict,
        found is null
            ? new("请求特批的草稿已经不在了，不能发布。", "The draft that was asked for is gone; it cannot be published.")
            : new("请求之后草稿又改过，不能按这次请求发布。", "The draft was changed after the question; it cannot be published by this approval."),
        Expected: asked.Hash, Found: found,
        NextStep: new("请不予同意并说明，由设计员就新草稿重新请求。", "Decline with that reason; the designer asks again for the new draft."));
}
