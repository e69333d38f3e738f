using Gongtui.Engine.Definitions;

namespace Gongtui.Host.Procedures;

/// <summary>Asked before a version is published: does this diagram keep the rules? Every gate that is registered is asked.</summary>
public interface IPublishGate
{
    /// <summary>What was found; one that blocks keeps the version from being published. Never throws for a diagram that compiles.</summary>
    ValueTask<IReadOnlyList<Finding>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken);
}
