using System.Text.Json.Nodes;
using Gongtui.Activities;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;
using MediatR;

namespace Gongtui.Host.Studio.Desk;

/// <summary>What differs between two versions, of the same procedure or of a procedure and somebody's copy of it.</summary>
/// <param name="Before">Id of the one version.</param>
/// <param name="After">Id of the other.</param>
[AllowedTo(Roles.Designer)]
public sealed record CompareVersions(string Before, string After) : IQuery<Comparison>;

public sealed record Comparison(ProcedureRow Before, ProcedureRow After, IReadOnlyList<Text> Lines);

public sealed class CompareVersionsHandler(IMediator mediator) : IRequestHandler<CompareVersions, Result<Comparison>>
{
    public async Task<Result<Comparison>> Handle(CompareVersions request, CancellationToken cancellationToken)
    {
        var before = await mediator.Send(new FindProcedureVersion(request.Before), cancellationToken);
        if (!before.Accepted) return before.Refusal;
        var after = await mediator.Send(new FindProcedureVersion(request.After), cancellationToken);
        if (!after.Accepted) return after.Refusal;
        return new Comparison(before.Value.Row, after.Value.Row, [.. Differences.Between(before.Value.Document, after.Value.Document)]);
    }
}

/// <summary>Compares two diagrams by the ids of their steps; where a step stands on the canvas makes no difference.</summary>
public static class Differences
{
    private static readonly string[] NotSaid = ["metadata", "nodeId", "connections", "activities"];

    public static IEnumerable<Text> Between(JsonObject before, JsonObject after)
    {
        foreach (var (name, zh, en) in new[] { ("name", "名称", "name"), ("description", "说明", "description"), ("variables", "变量", "variables"), ("inputs", "输入", "inputs") })
            if (!JsonNode.DeepEquals(before[name], after[name])) yield return new($"程序的{zh}不同。", $"The procedure's {en} differ.");

        var (old, now) = (Nodes(before), Nodes(after));
        foreach (var (id, node) in old.Where(node => !now.ContainsKey(node.Key))) yield return new($"删去环节“{Named(node)}”。", $"Without the step “{Named(node)}”.");
        foreach (var (id, node) in now.Where(node => !old.ContainsKey(node.Key))) yield return new($"新增环节“{Named(node)}”。", $"With a new step “{Named(node)}”.");
        foreach (var (id, node) in now)
        {
            if (!old.TryGetValue(id, out var was)) continue;
            var fields = Fields(was, node);
            if (fields.Count > 0) yield return new($"环节“{Named(node)}”的{string.Join("、", fields)}不同。", $"The step “{Named(node)}” differs in {string.Join(", ", fields)}.");
        }

        var (arrowsBefore, arrowsAfter) = (Arrows(before, old), Arrows(after, now));
        foreach (var arrow in arrowsBefore.Except(arrowsAfter)) yield return new($"删去连线 {arrow}。", $"Without the connection {arrow}.");
        foreach (var arrow in arrowsAfter.Except(arrowsBefore)) yield return new($"新增连线 {arrow}。", $"With a new connection {arrow}.");
    }

    private static List<string> Fields(JsonObject was, JsonObject node) =>
        [.. was.Select(field => field.Key).Union(node.Select(field => field.Key))
            .Where(field => !NotSaid.Contains(field) && !JsonNode.DeepEquals(was[field], node[field]))
            .Where(field => was[field] is not JsonObject { Count: 0 } || node[field] is not null)];

    private static Dictionary<string, JsonObject> Nodes(JsonObject document)
    {
        var nodes = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        DiagramCheck.Nodes(document["root"] as JsonObject, node => nodes.TryAdd(node.Text("id") ?? "", node));
        return nodes;
    }

    private static HashSet<string> Arrows(JsonObject document, Dictionary<string, JsonObject> nodes)
    {
        var arrows = new HashSet<string>(StringComparer.Ordinal);
        DiagramCheck.Nodes(document["root"] as JsonObject, node =>
        {
            foreach (var arrow in node.Objects("connections"))
            {
                var (from, to) = (arrow["source"] as JsonObject, arrow["target"] as JsonObject);
                arrows.Add($"“{NameOf(from)}” — {from?.Text("port") ?? "Done"} → “{NameOf(to)}”");
            }
        });
        return arrows;

        string NameOf(JsonObject? end) => nodes.TryGetValue(end?.Text("activity") ?? "", out var node) ? Named(node) : "?";
    }

    private static string Named(JsonObject node) => DiagramCheck.NameOf(node);
}
