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
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                var definition = WorkflowDefinition.Parse(File.ReadAllBytes(file));
                if (definition.DefinitionId == definitionId)
                    return byVersion[definition.VersionId] = compiler.Compile(definition);
            }
            catch (DefinitionException)
            {
                // A file beside the one that runs may be anything; only one that can be read can be nested.
            }
        }
        return null;
    }
}
