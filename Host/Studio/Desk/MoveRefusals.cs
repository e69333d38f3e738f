using Gongtui.Engine.Execution;
using Gongtui.Host.Elections;
using Gongtui.Host.Mediation;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Studio.Desk;

/// <summary>Why a running election stays on its version.</summary>
public static class MoveRefusals
{
    public static Refusal NothingPublished { get; } = new(
        Kinds.Conflict,
        new("这个程序现在没有发布的版本，没有可以转入的版本。", "No version of this procedure is published, so there is nothing to move to."),
        NextStep: new("请先发布一个版本。", "Publish a version first."));

    public static Refusal InWords(Engine.Execution.Refusal refusal) => refusal.Kind == RefusalKind.InvalidDefinition
        ? new(
            Kinds.Conflict,
            new("新版本里没有这场选举正在办理的环节（或连线），转入后它将无处可去。", "The new version lacks a step (or a connection) at which this election stands; it would have nowhere to go on."),
            refusal.Expected, refusal.Found,
            NextStep: new("等它办完这一环节再转，或在新版本里保留这个环节（编号不变），重新发布。", "Wait until it has left that step, or keep the step (with its id) in the new version and publish again."))
        : KernelRefusals.InWords(refusal);
}
