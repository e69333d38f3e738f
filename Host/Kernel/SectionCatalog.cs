using System.Collections.Concurrent;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Kernel;

/// <summary>Definitions of the database that run inside others as activities, by the version that a diagram names.</summary>
public sealed class SectionCatalog(IDbContextFactory<GongtuiDb> databases)
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> _known = new(StringComparer.Ordinal);

    /// <summary>A version that was published, retracted since or not; null when there is none: a diagram that names it can be shown but not run.</summary>
    public WorkflowDefinition? Find(string versionId)
    {
        if (_known.TryGetValue(versionId, out var known)) return known;
        using var db = databases.CreateDbContext();
        var json = (from row in db.Procedures
                    where row.Id == versionId && row.PublishedAt != null
                    join text in db.ProcedureTexts on row.Id equals text.Id
                    select text.Json).FirstOrDefault();
        return json is null ? null : _known.GetOrAdd(versionId, WorkflowDefinition.Parse(json));
    }
}
