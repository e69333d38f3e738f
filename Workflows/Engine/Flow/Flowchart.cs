using Elsa.Workflows.Activities.Flowchart.Models;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Flow;

/// <summary>
/// Elsa's flowchart with tokens: a completed activity puts a token on each arrow of its outcomes, uses up the tokens that led to it, and each target
/// starts according to its merge mode. The flowchart completes when nothing runs, nothing is scheduled, nothing has failed and no token is left.
/// </summary>
[Activity("Elsa", "Flow", "A flowchart is a collection of activities and connections between them.")]
public sealed class Flowchart : Activity, IContainerActivity
{
    protected override void Execute(ActivityExecutionContext context)
    {
        var (burst, run) = (context.Burst, context.Run);
        var start = run.Node.Children.FirstOrDefault(c => c.Id == burst.State.TriggerActivityId) ?? run.Node.Flow!.Start;
        if (start is null)
            burst.Complete(run, ["Done"]);
        else
            burst.Schedule(start, run);
    }

    void IContainerActivity.ChildCompleted(Burst burst, ActivityRun container, ActivityRun child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Activity is ITerminalNode)
        {
            burst.Complete(container, ["Done"]);
            return;
        }
        var graph = container.Node.Flow!;
        var active = Array.FindAll(graph.Outbound(child.Node), c => Contains(outcomes, c.Port));
        var changes = new TokenChange[active.Length + 1];
        for (var i = 0; i < active.Length; i++)
            changes[i] = new TokenChange(TokenAction.Emit, active[i].Source.Id, active[i].Port, active[i].Target.Id);
        changes[^1] = new TokenChange(TokenAction.Use, "", "", child.Node.Id);
        burst.Emit(new TokensMoved(container.Id, changes));

        foreach (var connection in active)
            FlowMerge.Arrive(burst, container, child, connection);

        // A race may have cancelled the last other branch and, with it, ended the flowchart.
        if (container.Status != ActivityStatus.Running)
            return;
        if (!HasPendingWork(burst, container))
            burst.Complete(container, ["Done"]);
        else if (container.Tokens!.Exists(t => t.Consumed && t.To == child.Node.Id))
            burst.Emit(new TokensMoved(container.Id, [new TokenChange(TokenAction.Use, "", "", child.Node.Id)]));
    }

    private static bool Contains(IReadOnlyList<string> outcomes, string port)
    {
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i] == port)
                return true;
        }
        return false;
    }

    void IContainerActivity.ChildCanceled(Burst burst, ActivityRun container, ActivityRun child)
    {
        burst.Emit(new TokensMoved(container.Id, [new TokenChange(TokenAction.Withdraw, "", "", child.Node.Id)]));
        if (!HasPendingWork(burst, container))
            burst.Complete(container, ["Done"]);
    }

    private static bool HasPendingWork(Burst burst, ActivityRun container) =>
        container.Children.Count > 0 || burst.HasScheduledWork(container) || (container.Tokens?.Exists(t => t.IsFree) ?? false);
}

/// <summary>Whether a token that arrives at an activity starts it.</summary>
internal static class FlowMerge
{
    public static void Arrive(Burst burst, ActivityRun container, ActivityRun from, FlowConnection connection)
    {
        var (graph, target) = (container.Node.Flow!, connection.Target);
        if (container.Status != ActivityStatus.Running)
            return;
        switch (ModeOf(burst, from, target))
        {
            case MergeMode.Race:
                CancelAncestors(burst, container, target);
                if (container.Status == ActivityStatus.Running)
                    PassOrBlock(burst, container, from, connection);
                break;
            case MergeMode.Cascade:
                PassOrBlock(burst, container, from, connection);
                break;
            case MergeMode.Merge:
                StartWhenAllArrived(burst, container, graph.ForwardInbound(target), target);
                break;
            case MergeMode.Converge:
                StartWhenAllArrived(burst, container, graph.Inbound(target), target);
                break;
            default:
                var upstream = graph.ForwardInbound(target);
                if (!container.Tokens!.Exists(t => t.IsFree && Array.Exists(upstream, c => c.Source.Id == t.To)))
                    burst.Schedule(target, container);
                break;
        }
    }

    private static void PassOrBlock(Burst burst, ActivityRun container, ActivityRun from, FlowConnection connection)
    {
        if (container.Tokens!.Exists(t => t.Blocked && t.To == connection.Target.Id && t.From == connection.Source.Id && t.Port == connection.Port))
        {
            burst.Emit(new TokensMoved(container.Id, [new TokenChange(TokenAction.Unblock, connection.Source.Id, connection.Port, connection.Target.Id)]));
            return;
        }
        burst.Schedule(connection.Target, container);
        var blocks = container.Node.Flow!.ForwardInbound(connection.Target)
            .Where(c => c.Source != from.Node)
            .Select(c => new TokenChange(TokenAction.Block, c.Source.Id, c.Port, c.Target.Id))
            .ToArray();
        if (blocks.Length > 0)
            burst.Emit(new TokensMoved(container.Id, blocks));
    }

    private static void StartWhenAllArrived(Burst burst, ActivityRun container, FlowConnection[] inbound, ActivityNode target)
    {
        var arrived = inbound.Length <= 1
            || Array.TrueForAll(inbound, c => container.Tokens!.Exists(t => t.IsFree && t.From == c.Source.Id && t.To == target.Id && t.Port == c.Port));
        if (arrived)
            burst.Schedule(target, container);
    }

    private static void CancelAncestors(Burst burst, ActivityRun container, ActivityNode target)
    {
        var ancestors = container.Node.Flow!.AncestorsOf(target);
        foreach (var run in container.Children.Where(r => ancestors.Contains(r.Node)).ToArray())
            burst.Cancel(run, tellContainer: true);
    }

    /// <summary>The mode is a property of the target; the older Join activity says it through its input.</summary>
    private static MergeMode ModeOf(Burst burst, ActivityRun from, ActivityNode target)
    {
        if (target.Activity is FlowJoin join)
            return join.ModeFor(burst, from) == FlowJoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge;
        return target.Activity.CustomProperties.TryGetValue("mergeMode", out var mode) && Enum.TryParse<MergeMode>(mode as string, true, out var parsed) ? parsed : MergeMode.None;
    }
}
