using System.Text.Json.Nodes;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Flow;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Procedures;

/// <summary>Finds loops of a flowchart in which nothing waits: without a way out they would never end, with one they may still spin.</summary>
internal static class Loops
{
    public static IEnumerable<Finding> In(JsonObject document, ActivityRegistry registry)
    {
        var findings = new List<Finding>();
        DiagramCheck.Nodes(document["root"] as JsonObject, node =>
        {
            if (node["connections"] is JsonArray) findings.AddRange(Of(node, registry));
        });
        return findings;
    }

    private static IEnumerable<Finding> Of(JsonObject flowchart, ActivityRegistry registry)
    {
        var nodes = flowchart.Objects("activities").ToDictionary(node => node.Text("id") ?? "", StringComparer.Ordinal);
        var arrows = flowchart.Objects("connections")
            .Select(arrow => (From: DefinitionCleaner.EndOf(arrow, "source") ?? "", To: DefinitionCleaner.EndOf(arrow, "target") ?? ""))
            .Where(arrow => nodes.ContainsKey(arrow.From) && nodes.ContainsKey(arrow.To)).Distinct().ToList();
        var spinning = Cyclic(nodes.Keys.Where(id => !Waits(nodes[id], registry)), arrows);
        if (spinning.Count == 0) yield break;

        var open = CanLeave(spinning, arrows);
        var trapped = spinning.Where(id => !open.Contains(id)).ToList();
        if (trapped.Count > 0)
        {
            var names = string.Join("、", trapped.Take(5).Select(id => DiagramCheck.NameOf(nodes[id])));
            yield return new("loop", new(
                $"环节“{names}”循环往复，其中没有等待的环节，也没有出口。", $"“{names}” go round for ever: no step among them waits, and no arrow leads out."), true, trapped[0]);
        }
        else
        {
            var names = string.Join("、", spinning.Take(5).Select(id => DiagramCheck.NameOf(nodes[id])));
            yield return new("loop", new(
                $"环节“{names}”构成循环，其中没有等待的环节；请确认条件总会让它走出循环。", $"“{names}” form a loop in which no step waits; make sure that its condition always leads out."), false, spinning.First());
        }
    }

    /// <summary>Nodes on circles, and on ways from one circle to another: what is left when everything that begins or ends somewhere is taken off.</summary>
    private static HashSet<string> Cyclic(IEnumerable<string> candidates, List<(string From, string To)> arrows)
    {
        var left = candidates.ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var inner = arrows.Where(arrow => left.Contains(arrow.From) && left.Contains(arrow.To)).ToList();
            var from = inner.Select(arrow => arrow.From).ToHashSet(StringComparer.Ordinal);
            var to = inner.Select(arrow => arrow.To).ToHashSet(StringComparer.Ordinal);
            if (left.RemoveWhere(id => !from.Contains(id) || !to.Contains(id)) == 0) return left;
        }
    }

    private static HashSet<string> CanLeave(HashSet<string> spinning, List<(string From, string To)> arrows)
    {
        var open = arrows.Where(arrow => spinning.Contains(arrow.From) && !spinning.Contains(arrow.To)).Select(arrow => arrow.From).ToHashSet(StringComparer.Ordinal);
        while (arrows.Exists(arrow => spinning.Contains(arrow.From) && open.Contains(arrow.To) && open.Add(arrow.From)))
        {
        }

        return open;
    }

    /// <summary>Whether the run rests at a node until somebody, a date or an event lets it go on. A container waits if anything in it does.</summary>
    private static bool Waits(JsonObject node, ActivityRegistry registry)
    {
        var waits = false;
        DiagramCheck.Nodes(node, inner => waits |= registry.Find(inner.Text("type") ?? "")?.Type is not { } type
            || typeof(StepActivity).IsAssignableFrom(type) || typeof(NestedWorkflow).IsAssignableFrom(type)
            || type == typeof(Delay) || type == typeof(StartAt) || type == typeof(Event));
        return waits;
    }
}
