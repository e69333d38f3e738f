using System.Collections.Concurrent;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Kernel;

/// <summary>Definitions of the database that run inside others as activities, by the version that a diagram names.</summary>
public sealed class SectionCatalog(IDbContextFactory<GongtuiDb> databases)
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> _known = new(StringComparer.Ordinal);

    /// <summary>A published version; null when there is none: a diagram that names it can be shown but not run.</summary>
    public WorkflowDefinition? Find(string versionId)
    {
        if (_known.TryGetValue(versionId, out var known)) return known;
        using var db = databases.CreateDbContext();
        var json = db.Procedures.Where(row => row.Id == versionId && row.IsPublished).Select(row => row.Json).FirstOrDefault();
        return json is null ? null : _known.GetOrAdd(versionId, WorkflowDefinition.Parse(json));
    }
}
