using System.Text.Json.Nodes;
using Gongtui.Activities;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Procedures.Overriding;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Procedures;

/// <summary>Looks through a diagram before it may run: what the compiler cannot read, loops in which nobody waits, and what the gates find.</summary>
public sealed class DiagramCheck(DefinitionCompiler compiler, ActivityRegistry registry, IEnumerable<IPublishGate> gates)
{
    public async Task<IReadOnlyList<Finding>> FindAsync(JsonObject document, CancellationToken cancellationToken)
    {
        WorkflowGraph graph;
        try
        {
            graph = compiler.Compile(WorkflowDefinition.From(document));
        }
        catch (DefinitionException broken)
        {
            return InWords(document, broken.Faults);
        }

        var findings = Structure(document, graph.Faults, registry).ToList();
        foreach (var gate in gates)
            findings.AddRange(await gate.CheckAsync(graph, cancellationToken));
        return findings;
    }

    /// <summary>What is wrong with a diagram whatever it is for.</summary>
    public static IEnumerable<Finding> Structure(JsonObject document, IEnumerable<DefinitionFault> faults, ActivityRegistry registry) =>
        InWords(document, faults).Concat(Loops.In(document, registry)).Concat(Reserved(document));

    /// <summary>Steps that start the superior's override. It is asked for by a designer on the procedure's page, with a reason, and by no diagram.</summary>
    private static List<Finding> Reserved(JsonObject document)
    {
        var findings = new List<Finding>();
        Nodes(document["root"] as JsonObject, node =>
        {
            if (node["workflowDefinitionId"] is JsonObject input && (input["expression"] as JsonObject)?["value"]?.ToString().Trim('"', '\'', ' ') == OverrideBook.Procedure)
            {
                findings.Add(new("reserved", new(
                    $"环节“{NameOf(node)}”要启动“特批发布”：特批只能由设计员在程序页面上请求；请删去这个环节。",
                    $"“{NameOf(node)}” would start an override: only a designer asks for one, on the procedure's page. Delete the step."), true, node.Text("id")));
            }
        });
        return findings;
    }

    /// <summary>What the readers of a definition found, with the name of the node.</summary>
    public static IReadOnlyList<Finding> InWords(JsonObject document, IEnumerable<DefinitionFault> faults)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Nodes(document["root"] as JsonObject, node => names.TryAdd(node.Text("id") ?? "", NameOf(node)));
        return [.. faults.Select(fault => InWords(fault, fault.ActivityId is { } id ? names.GetValueOrDefault(id) ?? id : "—"))];
    }

    /// <summary>What people know a node by: its text, its name, else its id.</summary>
    public static string NameOf(JsonObject node) =>
        (node["metadata"] as JsonObject)?.Text("displayText") is { Length: > 0 } text ? text
        : node.Text("name") is { Length: > 0 } name ? name
        : node.Text("id") ?? "?";

    /// <summary>Every activity object below one, itself included.</summary>
    internal static void Nodes(JsonObject? activity, Action<JsonObject> visit)
    {
        if (activity is null) return;
        visit(activity);
        foreach (var (_, value) in activity)
        {
            if (value is JsonObject inner && inner.Text("type") is not null && inner.Text("id") is not null) Nodes(inner, visit);
            else if (value is JsonArray list)
                foreach (var member in list.OfType<JsonObject>().Where(member => member.Text("type") is not null && member.Text("id") is not null)) Nodes(member, visit);
        }
    }

    private static Finding InWords(DefinitionFault fault, string node) => fault switch
    {
        { Message: "duplicate-id" } => new("duplicate-id", new(
            $"环节“{node}”的编号 {fault.ActivityId} 用了两次（{fault.Path}）。", $"The id {fault.ActivityId} of “{node}” is used twice ({fault.Path})."), true, fault.ActivityId),
        { Message: "no-type" } => new("no-type", new(
            $"环节“{node}”没有类型（{fault.Path}）。", $"“{node}” has no type ({fault.Path})."), true, fault.ActivityId),
        { Message: "too-deep" } => new("too-deep", new(
            $"环节“{node}”嵌套超过 64 层。", $"“{node}” is nested more than 64 deep."), true, fault.ActivityId),
        { Path: var path } when path.EndsWith(".type", StringComparison.Ordinal) => new("unknown-type", new(
            $"环节“{node}”的类型在这里不存在，不能运行；请删去或换成已有的环节。", $"“{node}” is of a type that is not known here and cannot run; delete it or use a step of the palette. {fault.Message}"), true, fault.ActivityId),
        _ => new("expression", new(
            $"环节“{node}”的表达式或数值不能解析：{fault.Message}", $"An expression or a value of “{node}” cannot be read: {fault.Message}"), true, fault.ActivityId),
    };
}
