namespace Gongtui.Workflows.Policy;

/// <summary>
/// For every node of a procedure, the steps that have been carried out before it on every way there. Where ways part by a decision,
/// only what all of them share counts; where they part by a fork and join again, everything that its branches did counts, because the
/// join waits for all.
/// </summary>
public sealed class EarlierSteps
{
    private readonly ProcedureMap map;
    private readonly Dictionary<MapNode, HashSet<string>> before = [];
    private readonly Dictionary<MapNode, (MapNode Fork, int Branch)> branches = [];

    public EarlierSteps(ProcedureMap map)
    {
        this.map = map;
        foreach (var fork in map.Nodes.Where(node => node.Type == "Elsa.FlowFork")) Part(fork);
        var everything = map.Nodes.SelectMany(StepWords.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var node in map.Nodes) before[node] = node == map.Start ? [] : [.. everything];
        while (map.Nodes.Where(node => node != map.Start).Aggregate(false, (changed, node) => Narrow(node) || changed))
        {
            // Sets only ever lose steps, so this ends.
        }
    }

    /// <summary>Steps that were carried out before the node is reached, whatever the way.</summary>
    public IReadOnlySet<string> Before(MapNode node) => before[node];

    /// <summary>Notes the nodes that only one branch of a fork leads to.</summary>
    private void Part(MapNode fork)
    {
        var reached = map.From(fork).Select(arrow => Reachable(arrow.To, fork)).ToList();
        foreach (var (branch, nodes) in reached.Index())
        {
            foreach (var node in nodes.Where(node => reached.Where((_, other) => other != branch).All(other => !other.Contains(node))))
                branches.TryAdd(node, (fork, branch));
        }
    }

    private HashSet<MapNode> Reachable(MapNode from, MapNode without)
    {
        var seen = new HashSet<MapNode> { from };
        var queue = new Queue<MapNode>(seen);
        while (queue.TryDequeue(out var node))
        {
            foreach (var arrow in map.From(node).Where(arrow => arrow.To != without && seen.Add(arrow.To))) queue.Enqueue(arrow.To);
        }

        return seen;
    }

    private bool Narrow(MapNode node)
    {
        var own = branches.TryGetValue(node, out var mine) ? mine.Fork : null;
        var ways = map.To(node).GroupBy(arrow => branches.TryGetValue(arrow.From, out var part) && part.Fork != own ? part.Fork : arrow.From)
            .Select(way => way.First().From == way.Key ? After(way.Key) : Joined(way)).ToList();
        var shared = ways.Count == 0 ? before[node] : ways.Aggregate((all, way) => [.. all.Intersect(way)]);
        if (shared.Count >= before[node].Count) return false;
        before[node] = [.. before[node].Intersect(shared)];
        return true;
    }

    /// <summary>What the branches of a fork did that meet at a node: per branch what all its ways share, then all branches together.</summary>
    private HashSet<string> Joined(IEnumerable<MapArrow> arrows) =>
    [
        .. arrows.GroupBy(arrow => branches[arrow.From].Branch)
            .SelectMany(branch => branch.Select(arrow => After(arrow.From)).Aggregate((all, way) => [.. all.Intersect(way)])),
    ];

    private HashSet<string> After(MapNode node) => [.. before[node], .. StepWords.Of(node)];
}
