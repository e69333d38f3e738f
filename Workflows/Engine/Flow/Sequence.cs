using Gongtui.Engine.Execution;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Flow;

[Activity("Elsa", "Workflows", "Execute a set of activities in sequence.")]
public sealed class Sequence : Activity, IContainerActivity
{
    protected override void Execute(ActivityExecutionContext context) => Next(context.Burst, context.Run, 0);

    void IContainerActivity.ChildCompleted(Burst burst, ActivityRun container, ActivityRun child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Activity is ITerminalNode)
            burst.Complete(container, ["Done"]);
        else
            Next(burst, container, IndexOf(container, child) + 1);
    }

    private static void Next(Burst burst, ActivityRun container, int index)
    {
        if (index < container.Node.Children.Count)
            burst.Schedule(container.Node.Children[index], container);
        else
            burst.Complete(container, ["Done"]);
    }

    private static int IndexOf(ActivityRun container, ActivityRun child)
    {
        var children = container.Node.Children;
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i] == child.Node)
                return i;
        }
        return children.Count;
    }
}
