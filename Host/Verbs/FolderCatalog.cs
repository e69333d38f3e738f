using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;

namespace Gongtui.Host.Verbs;

/// <summary>The definitions of one file and, for nested workflows, of the files beside it.</summary>
internal sealed class FolderCatalog(DefinitionCompiler compiler, WorkflowGraph main, string folder) : IGraphCatalog
{
    private readonly Dictionary<string, WorkflowGraph> byVersion = new() { [main.VersionId] = main };

    public WorkflowGraph Find(string versionId, string hash) =>
        byVersion.TryGetValue(versionId, out var graph) && graph.Hash == hash ? graph : throw new JournalException($"Version {versionId} is not here.");

    public WorkflowGraph? Published(string definitionId)
    {
        if (byVersion.Values.FirstOrDefault(g => g.DefinitionId == definitionId) is { } known)
            return known;
        return Files(folder).FirstOrDefault(found => found.DefinitionId == definitionId) is { } definition
            ? byVersion[definition.VersionId] = compiler.Compile(definition)
            : null;
    }

    /// <summary>A version that a diagram of the folder uses as an activity, from the folder or its Sections.</summary>
    public static WorkflowDefinition? Section(string folder, string version) => Files(folder).Concat(Files(Path.Combine(folder, "Sections")))
        .FirstOrDefault(found => found.VersionId == version);

    private static IEnumerable<WorkflowDefinition> Files(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            WorkflowDefinition definition;
            try
            {
                definition = WorkflowDefinition.Parse(File.ReadAllBytes(file));
            }
            catch (DefinitionException)
            {
                // A file beside the one that runs may be anything; only one that can be read can be nested.
                continue;
            }

            yield return definition;
        }
    }
}
