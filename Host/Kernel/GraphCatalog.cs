using System.Collections.Concurrent;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Overriding;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Kernel;

/// <summary>The procedures of the database as graphs. A version is compiled once and kept for ever: what its hash names never changes.</summary>
public sealed class GraphCatalog : IGraphCatalog
{
    private readonly ConcurrentDictionary<(string VersionId, string Hash), WorkflowGraph> _graphs = new();
    private readonly ConcurrentDictionary<string, WorkflowGraph> _published = new(StringComparer.Ordinal);
    private readonly IDbContextFactory<GongtuiDb> databases;
    private readonly DefinitionCompiler compiler;
    private readonly NodeNews news;
    private int _generation;

    public GraphCatalog(IDbContextFactory<GongtuiDb> databases, DefinitionCompiler compiler, NodeNews news)
    {
        (this.databases, this.compiler, this.news) = (databases, compiler, news);
        news.Listen(NodeNews.Procedure, ForgetHere, ForgetAll);
    }

    public WorkflowGraph Find(string versionId, string hash) =>
        _graphs.TryGetValue((versionId, hash), out var known) ? known
        : Load(versionId) is { } graph && graph.Hash == hash ? graph
        : throw new JournalException($"Version {versionId} with hash {hash} of a procedure is not in the database.");

    public WorkflowGraph? Published(string definitionId)
    {
        if (_published.TryGetValue(definitionId, out var known)) return known;
        using var db = databases.CreateDbContext();
        var version = db.Procedures.Where(row => row.DefinitionId == definitionId && row.IsPublished)
            .OrderByDescending(row => row.Version).Select(row => row.Id).FirstOrDefault();
        return version is not null && Load(version) is { } graph ? _published[definitionId] = graph : null;
    }

    /// <summary>What a running diagram starts by itself: an override is asked for by a person on a page, and by nothing else.</summary>
    WorkflowGraph? IGraphCatalog.Published(string definitionId) => definitionId == OverrideBook.Procedure ? null : Published(definitionId);

    /// <summary>A version as it is stored now, published or not; null when there is none.</summary>
    /// <exception cref="DefinitionException">It is malformed.</exception>
    public WorkflowGraph? Version(string versionId) => Load(versionId);

    /// <summary>To be called after a version of the procedure was published or withdrawn: the next question reads the database again.</summary>
    public void Forget(string definitionId)
    {
        ForgetHere(definitionId);
        news.Tell(NodeNews.Procedure, definitionId);
    }

    private void ForgetAll()
    {
        _published.Clear();
        Interlocked.Increment(ref _generation);
    }

    private void ForgetHere(string definitionId)
    {
        _published.TryRemove(definitionId, out _);
        Interlocked.Increment(ref _generation);
    }

    /// <summary>Changes whenever a procedure has changed: what was made from procedures before may be stale.</summary>
    public int Generation => Volatile.Read(ref _generation);

    private WorkflowGraph? Load(string versionId)
    {
        using var db = databases.CreateDbContext();
        if (db.ProcedureTexts.Where(row => row.Id == versionId).Select(row => row.Json).FirstOrDefault() is not { } json) return null;
        var graph = compiler.Compile(WorkflowDefinition.Parse(json));
        return _graphs.GetOrAdd((versionId, graph.Hash), graph);
    }
}
