using Gongtui.Engine.Definitions;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Execution;

/// <summary>
/// Moving a run to another version of its definition: what lives keeps living at the activity of the same id, what is completed is not run again.
/// </summary>
public static class Migration
{
    /// <summary>Why the run cannot move; null if it can.</summary>
    public static Refusal? Refuse(InstanceState state, WorkflowGraph target)
    {
        if (target.DefinitionId != state.Graph.DefinitionId)
            return new Refusal(RefusalKind.InvalidDefinition, $"a version of {state.Graph.DefinitionId}", target.DefinitionId);
        if (target.VersionId == state.Graph.VersionId)
            return new Refusal(RefusalKind.InvalidState, "another version", target.VersionId);
        if (target.Faults.Count > 0)
            return new Refusal(RefusalKind.InvalidDefinition, "a definition that can run", $"{target.Faults[0].Path}: {target.Faults[0].Message}");
        foreach (var run in state.Runs)
        {
            if (target.Find(run.Node.Id) is not { } place || place.Activity.Type != run.Node.Activity.Type || place.Parent?.Id != run.Node.Parent?.Id)
                return new Refusal(RefusalKind.InvalidDefinition, $"the activity '{run.Node.Activity.Name ?? run.Node.Id}' at its place, because it is running", $"version {target.Version} without it");
            if (run.Tokens?.FirstOrDefault(t => !t.Consumed && (target.Find(t.From) is null || target.Find(t.To) is null)) is { } token)
                return new Refusal(RefusalKind.InvalidDefinition, $"the connection {token.From} → {token.To}, because a branch waits on it", $"version {target.Version} without it");
        }
        return null;
    }
}
