using Gongtui.Engine.State;

namespace Gongtui.Host.Elections.Diagrams;

/// <summary>How a node of the diagram stands in one run.</summary>
public enum NodeState
{
    NotReached,
    Done,
    Running,

    /// <summary>Somebody or a date is waited for.</summary>
    Waiting,

    /// <summary>A failure that a person must deal with.</summary>
    Failed,
}

/// <summary>The colours of a diagram: the state of each node that was reached, and how often it was completed.</summary>
/// <param name="Outcomes">The last outcome of each node that was completed.</param>
public sealed record DiagramStates(
    IReadOnlyDictionary<string, (NodeState State, int Completed)> Nodes, IReadOnlyDictionary<string, string?> Outcomes)
{
    public static DiagramStates None { get; } = new(new Dictionary<string, (NodeState, int)>(), new Dictionary<string, string?>());

    /// <summary>Whether the run left the node by this arrow when it left it last. A fork is left by all of its arrows.</summary>
    public bool Went(DiagramArrow arrow) => Of(arrow.From.Id).Completed > 0
        && (arrow.From.Type == "Elsa.FlowFork" || Outcomes.GetValueOrDefault(arrow.From.Id) == arrow.Port);

    public (NodeState State, int Completed) Of(string node) => Nodes.GetValueOrDefault(node);

    /// <summary>Reads them from a run, now or as of an earlier entry. What happens inside a node shows on the node.</summary>
    public static DiagramStates Of(InstanceState state, DiagramModel model)
    {
        var nodes = new Dictionary<string, (NodeState, int)>();
        foreach (var node in model.Everything().SelectMany(part => part.Nodes))
        {
            bool Inside(string activity)
            {
                for (var at = state.Graph.Find(activity); at is not null; at = at.Parent)
                    if (at.Id == node.Id) return true;
                return false;
            }

            var counts = state.Counts.GetValueOrDefault(node.Id);
            var now = state.Incidents.Any(incident => incident.Open && Inside(incident.Activity)) ? NodeState.Failed
                : state.Bookmarks.Any(place => Inside(place.Activity)) ? NodeState.Waiting
                : counts.Live > 0 ? NodeState.Running
                : counts.Completed > 0 ? NodeState.Done
                : NodeState.NotReached;
            if (now != NodeState.NotReached) nodes[node.Id] = (now, counts.Completed);
        }

        return new DiagramStates(nodes, 
            model.Everything().SelectMany(part => part.Nodes).ToDictionary(node => node.Id, node => state.LastOutcome(node.Id)));
    }
}
