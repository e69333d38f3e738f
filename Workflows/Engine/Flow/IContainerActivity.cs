using Gongtui.Engine.Execution;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Flow;

/// <summary>An activity that holds others and decides what follows when one of them ends.</summary>
internal interface IContainerActivity
{
    void ChildCompleted(Burst burst, ActivityRun container, ActivityRun child, IReadOnlyList<string> outcomes);

    /// <summary>A child was cancelled by something other than this container's own end.</summary>
    void ChildCanceled(Burst burst, ActivityRun container, ActivityRun child)
    {
    }
}
