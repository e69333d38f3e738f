using System.Diagnostics;
using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Rehearsing;
using Gongtui.Workflows.Policy;
using Gongtui.Workflows.Procedures;

namespace Gongtui.Benchmarks.Policy;

/// <summary>How long a designer waits for the policy's answer about a large diagram.</summary>
internal static class GateFigures
{
    private const int Nodes = 60;
    private const int Times = 9;

    public static async Task<IReadOnlyList<Figure>> FiguresAsync()
    {
        var activities = new ActivityRegistry(typeof(Activities.Text).Assembly);
        var sections = ProductProcedures.Sections().Select(json => WorkflowDefinition.Parse(json)).ToDictionary(section => section.VersionId, StringComparer.Ordinal);
        var compiler = new DefinitionCompiler(activities, sections.GetValueOrDefault);
        var gate = new PolicyGate(activities, sections.GetValueOrDefault);
        var (paths, rehearsals) = (new List<double>(), new List<double>());
        for (var time = 0; time < Times; time++)
        {
            var definition = Large(time);
            var began = Stopwatch.GetTimestamp();
            var graph = compiler.Compile(definition);
            List<string> findings =
            [
                .. DiagramCheck.Structure(definition.Document, graph.Faults, activities).Select(finding => finding.Message.Zh),
                .. gate.Check(definition).Select(finding => finding.Message.Zh),
            ];
            paths.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            var rehearsed = await new Rehearsals(activities, sections.GetValueOrDefault, TimeProvider.System).RunAsync(graph, CancellationToken.None);
            rehearsals.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            findings.AddRange(rehearsed.Findings.Select(finding => finding.Message.Zh));
            if (findings.Count > 0) throw new InvalidOperationException($"The large diagram should pass: {string.Join(' ', findings)}");
        }

        return
        [
            new("gate on a diagram of 60 steps, the first time", paths[0], "ms"),
            Figure.Below(300, "  later, the slowest", paths.Skip(1).Max(), "ms"),
            new("gate with its eight rehearsals, the first time", rehearsals[0], "ms"),
            Figure.Below(5000, "  later, the slowest", rehearsals.Skip(1).Max(), "ms"),
        ];
    }

    /// <summary>A procedure of the product with steps put in after the plan that do no harm, until there are sixty with its sections.</summary>
    /// <param name="number">Another text each time, so that nothing is remembered.</param>
    private static WorkflowDefinition Large(int number)
    {
        var document = ProductProcedures.All().Select(json => JsonNode.Parse(json)!.AsObject()).Single(json => (string?)json["definitionId"] == "zhujian");
        document["description"] = $"{number}";
        var (steps, arrows) = (document["root"]!["activities"]!.AsArray(), document["root"]!["connections"]!.AsArray());
        var inSections = ProductProcedures.Sections().Sum(json => JsonNode.Parse(json)!["root"]!["activities"]!.AsArray().Count);
        var arrow = arrows.First(one => (string?)one!["source"]!["activity"] == "plan")!;
        while (steps.Count + inSections < Nodes)
        {
            var id = $"note-{steps.Count}";
            steps.Add(JsonNode.Parse($$"""{"id":"{{id}}","type":"Elsa.WriteLine","version":1,"name":"{{id}}","text":{"typeName":"String","expression":{"type":"Literal","value":"x"} } }"""));
            arrows.Add(JsonNode.Parse($$"""{"source":{"activity":"{{id}}","port":"Done"},"target":{"activity":"{{arrow["target"]!["activity"]}}","port":"In"} }"""));
            arrow["target"]!["activity"] = id;
        }

        return steps.Count + inSections == Nodes ? WorkflowDefinition.From(document) : throw new InvalidOperationException($"{steps.Count + inSections} steps.");
    }
}
