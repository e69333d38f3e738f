using System.Text.Encodings.Web;
using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Rehearsing;
using Gongtui.Workflows.Policy;
using Gongtui.Workflows.Procedures;

namespace Gongtui.Host.Verbs;

/// <summary>Holds a definition in a file against everything that publishing would, and prints the findings as one JSON array.</summary>
internal static class LintVerb
{
    /// <summary>Without the rehearsal: a second or two less.</summary>
    private const string Quick = "--quick";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>0 when nothing blocks, 1 when something does, 2 when there is no such file.</returns>
    public static async Task<int> ExecuteAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var quick = args.Contains(Quick);
        if (args.Where(arg => arg != Quick).ToArray() is not [var file])
        {
            await errors.WriteLineAsync("用法 / usage: Host -- lint [--quick] FILE.json");
            return 2;
        }

        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message);
            return 2;
        }

        var findings = (await FindingsAsync(bytes, Path.GetDirectoryName(Path.GetFullPath(file))!, quick)).ToList();
        await output.WriteLineAsync(JsonSerializer.Serialize(findings, Json));
        return findings.Exists(found => found.Severity == Said(GateSeverity.Block)) ? 1 : 0;
    }

    private static async Task<IEnumerable<LintFinding>> FindingsAsync(byte[] bytes, string folder, bool quick)
    {
        var activities = new ActivityRegistry(typeof(Text).Assembly);
        WorkflowDefinition? Section(string version) => FolderCatalog.Section(folder, version)
            ?? ProductProcedures.Sections().Select(json => WorkflowDefinition.Parse(json)).FirstOrDefault(section => section.VersionId == version);
        try
        {
            var definition = WorkflowDefinition.Parse(bytes);
            var graph = new DefinitionCompiler(activities, Section).Compile(definition);
            List<LintFinding> findings =
            [
                .. DiagramCheck.Structure(definition.Document, graph.Faults, activities).Select(Said),
                .. new PolicyGate(activities, Section, PolicyPublishGate.Words).Check(definition).Select(Said),
            ];
            // As publishing does: what the paths forbid is not run.
            if (!quick && findings.TrueForAll(found => found.Severity != Said(GateSeverity.Block)) && Rehearsals.Concerns(graph))
                findings.AddRange((await new Rehearsals(activities, Section, TimeProvider.System).RunAsync(graph, CancellationToken.None)).Findings.Select(Said));
            return findings;
        }
        catch (DefinitionException broken)
        {
            return [.. broken.Faults.Select(fault => new LintFinding(
                Said(GateSeverity.Block), "definition", "Elsa JSON", fault.ActivityId, [], $"{fault.Path}: {fault.Message}"))];
        }
    }

    private static LintFinding Said(Finding found) => new(
        Said(found.Blocks ? GateSeverity.Block : GateSeverity.Warn), found.Kind, found.Article?.Zh ?? (found.Kind == Rehearsals.Kind ? "演练" : "图的结构"), found.Activity, found.Activity is { } node ? [node] : [], $"{found.Message.Zh} / {found.Message.En}");

    private static LintFinding Said(GateFinding found) => new(
        Said(found.Severity), found.Rule, found.Article, found.Node, found.Path, $"{found.Message.Zh} / {found.Message.En}");

    private static string Said(GateSeverity severity) => severity switch
    {
        GateSeverity.Block => "block",
        GateSeverity.Warn => "warn",
        _ => "note",
    };

    private sealed record LintFinding(string Severity, string Rule, string Article, string? Node, IReadOnlyList<string> Path, string Message);
}
