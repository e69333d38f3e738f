using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Activities;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Elections.Diagrams;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
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

/// <param name="Left">The one as a picture, what goes and what changes marked; null when it cannot be drawn.</param>
/// <param name="Right">The other, what comes and what changes marked.</param>
public sealed record Comparison(ProcedureRow Before, ProcedureRow After, IReadOnlyList<Text> Lines, DiagramModel? Left, DiagramModel? Right, IReadOnlyDictionary<string, string> Marks);

public sealed class CompareVersionsHandler(IMediator mediator, GraphCatalog graphs) : IRequestHandler<CompareVersions, Result<Comparison>>
{
    public async Task<Result<Comparison>> Handle(CompareVersions request, CancellationToken cancellationToken)
    {
        var before = await mediator.Send(new FindProcedureVersion(request.Before), cancellationToken);
        if (!before.Accepted) return before.Refusal;
        var after = await mediator.Send(new FindProcedureVersion(request.After), cancellationToken);
        if (!after.Accepted) return after.Refusal;
        return new Comparison(
            before.Value.Row, after.Value.Row, [.. Differences.Between(before.Value.Document, after.Value.Document)],
            Picture(before.Value.Row.Id), Picture(after.Value.Row.Id), Differences.Marks(before.Value.Document, after.Value.Document));
    }

    /// <summary>A draft that cannot be compiled has no picture, but its differences are still said in words.</summary>
    private DiagramModel? Picture(string version)
    {
        try
        {
            return graphs.Version(version) is { } graph ? DiagramModel.Of(graph) : null;
        }
        catch (DefinitionException)
        {
            return null;
        }
    }
}

/// <summary>Compares two diagrams by the ids of their steps; where a step stands on the canvas makes no difference.</summary>
public static class Differences
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
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
            if (fields.Count > 0) yield return new($"环节“{Named(node)}”：{string.Join("；", fields.Select(field => Change(field, was, node)))}。", $"The step “{Named(node)}”: {string.Join("; ", fields.Select(field => Change(field, was, node)))}.");
        }

        var (arrowsBefore, arrowsAfter) = (Arrows(before, Said(old)), Arrows(after, Said(now)));
        foreach (var arrow in arrowsBefore.Except(arrowsAfter)) yield return new($"删去连线 {arrow}。", $"Without the connection {arrow}.");
        foreach (var arrow in arrowsAfter.Except(arrowsBefore)) yield return new($"新增连线 {arrow}。", $"With a new connection {arrow}.");
    }

    /// <summary>What is pointed out on the pictures: "added", "removed" or "changed", by id of a step or key of an arrow.</summary>
    public static IReadOnlyDictionary<string, string> Marks(JsonObject before, JsonObject after)
    {
        var (marks, old, now) = (new Dictionary<string, string>(StringComparer.Ordinal), Nodes(before), Nodes(after));
        foreach (var id in old.Keys.Where(id => !now.ContainsKey(id))) marks[id] = "removed";
        foreach (var (id, node) in now)
        {
            if (!old.TryGetValue(id, out var was)) marks[id] = "added";
            else if (Fields(was, node).Count > 0) marks[id] = "changed";
        }

        var (arrowsBefore, arrowsAfter) = (Arrows(before, Key), Arrows(after, Key));
        foreach (var arrow in arrowsBefore.Except(arrowsAfter)) marks[arrow] = "removed";
        foreach (var arrow in arrowsAfter.Except(arrowsBefore)) marks[arrow] = "added";
        return marks;
    }

    private static string Key(string from, string port, string to) => $"{from}|{port}|{to}";

    /// <summary>A field with what it said and says, cut where it is long.</summary>
    private static string Change(string field, JsonObject was, JsonObject node)
    {
        return $"{field} {Short(was[field])} → {Short(node[field])}";

        static string Short(JsonNode? value)
        {
            const int most = 60;
            var text = (value is JsonObject { Count: > 0 } input && input["expression"] is JsonObject expression ? expression["value"] : value)?.ToJsonString(Readable) ?? "—";
            return text.Length <= most ? text : text[..most] + "…";
        }
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

    /// <summary>An arrow by the names of its steps.</summary>
    private static Func<string, string, string, string> Said(Dictionary<string, JsonObject> nodes)
    {
        return (from, port, to) => $"“{NameOf(from)}” — {port} → “{NameOf(to)}”";

        string NameOf(string id) => nodes.TryGetValue(id, out var node) ? Named(node) : "?";
    }

    /// <param name="text">From the ids of its steps and the port that it leaves.</param>
    private static HashSet<string> Arrows(JsonObject document, Func<string, string, string, string> text)
    {
        var arrows = new HashSet<string>(StringComparer.Ordinal);
        DiagramCheck.Nodes(document["root"] as JsonObject, node =>
        {
            foreach (var arrow in node.Objects("connections"))
            {
                var (from, to) = (arrow["source"] as JsonObject, arrow["target"] as JsonObject);
                arrows.Add(text(from?.Text("activity") ?? "", from?.Text("port") ?? "Done", to?.Text("activity") ?? ""));
            }
        });
        return arrows;
    }

    private static string Named(JsonObject node) => DiagramCheck.NameOf(node);
}
