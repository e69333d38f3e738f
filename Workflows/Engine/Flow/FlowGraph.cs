using Gongtui.Engine.Definitions;

namespace Gongtui.Engine.Flow;

/// <summary>An arrow of a flowchart.</summary>
internal sealed record FlowConnection(ActivityNode Source, string Port, ActivityNode Target);

/// <summary>
/// The arrows of one flowchart with what the token rules ask of them: in, out, and which arrows lead forward. An arrow is forward when, walking
/// breadth first from the start, it does not close a circle of arrows already walked (Elsa's definition; the order of the arrows matters).
/// </summary>
internal sealed class FlowGraph
{
    private static readonly FlowConnection[] None = [];
    private readonly Dictionary<ActivityNode, FlowConnection[]> outbound;
    private readonly Dictionary<ActivityNode, FlowConnection[]> inbound;
    private readonly Dictionary<ActivityNode, FlowConnection[]> forwardInbound;
    private readonly Dictionary<ActivityNode, HashSet<ActivityNode>> ancestors = [];

    public FlowGraph(IReadOnlyList<ActivityNode> members, IReadOnlyList<FlowConnection> connections, ActivityNode? start)
    {
        var distinct = connections.Distinct().ToArray();
        outbound = distinct.GroupBy(c => c.Source).ToDictionary(g => g.Key, g => g.ToArray());
        inbound = distinct.GroupBy(c => c.Target).ToDictionary(g => g.Key, g => g.ToArray());
        Start = start
            ?? members.FirstOrDefault(m => m.Activity is IStartNode)
            ?? members.FirstOrDefault(m => m.Activity.CustomProperties.TryGetValue("canStartWorkflow", out var can) && can is true)
            ?? members.FirstOrDefault(m => !inbound.ContainsKey(m))
            ?? (members.Count > 0 ? members[0] : null);
        var forward = Start is null ? [] : Forward(Start, distinct);
        forwardInbound = forward.GroupBy(c => c.Target).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var member in members)
            ancestors[member] = Ancestors(member);
    }

    public ActivityNode? Start { get; }

    public FlowConnection[] Outbound(ActivityNode node) => outbound.GetValueOrDefault(node, None);

    public FlowConnection[] Inbound(ActivityNode node) => inbound.GetValueOrDefault(node, None);

    public FlowConnection[] ForwardInbound(ActivityNode node) => forwardInbound.GetValueOrDefault(node, None);

    public HashSet<ActivityNode> AncestorsOf(ActivityNode node) => ancestors[node];

    private static FlowConnection[] Forward(ActivityNode start, FlowConnection[] connections)
    {
        var targets = connections.GroupBy(c => c.Source).ToDictionary(g => g.Key, g => g.Select(c => c.Target).Distinct().ToArray());
        var edges = new HashSet<(ActivityNode, ActivityNode)>();
        var next = new Dictionary<ActivityNode, List<ActivityNode>>();
        var visited = new HashSet<ActivityNode>();
        var queue = new Queue<ActivityNode>([start]);
        while (queue.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var target in targets.GetValueOrDefault(source, []))
            {
                if (edges.Contains((source, target)) || Reaches(next, target, source))
                    continue;
                edges.Add((source, target));
                if (!next.TryGetValue(source, out var list))
                    next[source] = list = [];
                list.Add(target);
                if (!visited.Contains(target))
                    queue.Enqueue(target);
            }
        }
        return [.. connections.Where(c => edges.Contains((c.Source, c.Target)))];
    }

    private static bool Reaches(Dictionary<ActivityNode, List<ActivityNode>> next, ActivityNode from, ActivityNode to)
    {
        var seen = new HashSet<ActivityNode>();
        var stack = new Stack<ActivityNode>([from]);
        while (stack.TryPop(out var node))
        {
            if (node == to)
                return true;
            if (seen.Add(node) && next.TryGetValue(node, out var list))
            {
                foreach (var following in list)
                    stack.Push(following);
            }
        }
        return false;
    }

    private HashSet<ActivityNode> Ancestors(ActivityNode node)
    {
        var found = new HashSet<ActivityNode>();
        var queue = new Queue<ActivityNode>([node]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var connection in ForwardInbound(current))
            {
                if (found.Add(connection.Source))
                    queue.Enqueue(connection.Source);
            }
        }
        return found;
    }
}
