using Gongtui.Activities.Elections;
using Gongtui.Engine.Execution;
using Gongtui.Host.Mediation;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Elections;

/// <summary>What the kernel refuses, in the words of elections.</summary>
public static class KernelRefusals
{
    public static Refusal InWords(Engine.Execution.Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotFound => new(
            RefusalKinds.TaskClosed,
            new("这一步已经办结或已经撤回，不能再次办理。", "This was completed or withdrawn before; it cannot be done again."),
            refusal.Expected, refusal.Found,
            NextStep: new("请刷新待办列表，查看办理结果。", "Refresh the inbox and look at its history.")),
        RefusalKind.AlreadyExists => new(
            Kinds.Conflict,
            new("这场选举已经存在。", "This election exists already."),
            refusal.Expected, refusal.Found,
            NextStep: new("请从选举列表进入。", "Open it from the list of elections.")),
        RefusalKind.InvalidState => ElectionOver(refusal.Found),
        RefusalKind.InvalidDefinition => new(
            Kinds.Invalid,
            new("这个程序图还不能运行。", "This procedure cannot be run yet."),
            refusal.Expected, refusal.Found,
            NextStep: new("请由程序设计员改正后重新发布。", "Let a designer correct and publish it again.")),
        _ => new(
            Kinds.Unavailable,
            new("同时办理的人太多，没有提交。", "Too many people at once; nothing was submitted."),
            NextStep: new("请再提交一次。", "Submit again.")),
    };

    /// <summary>The run has ended or was cancelled: nothing of it can be done any more.</summary>
    public static Refusal ElectionOver(string? found) => new(
        "election-over",
        new("这场选举已经结束或终止，不能再办理。", "This election has ended or was cancelled; nothing more can be done in it."),
        Found: found,
        NextStep: new("请查看选举的办理记录。", "Look at the election's record."));

    public static Refusal UnknownElection(string instance) =>
        Refusals.NotFound(new("这场选举", "This election"), instance);
}
