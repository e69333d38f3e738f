using System.Text.Json.Nodes;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Rehearsing;

namespace Gongtui.Host.Procedures;

/// <summary>What became of publishing.</summary>
/// <param name="Already">It was published before.</param>
/// <param name="Blocked">It was not published; some finding says why.</param>
public sealed record Published(bool Already, bool Blocked, IReadOnlyList<Finding> Findings);

/// <summary>Publishes versions: from then on new elections start with them, and their text never changes.</summary>
public sealed class Publication(ProcedureShelf shelf, DiagramCheck check, Rehearsals rehearsals, GraphCatalog graphs, TimeProvider time)
{
    /// <summary>Publishes a version unless its diagram cannot run or a gate blocks it. The version published before steps back; elections that run on it stay.</summary>
    public async Task<Published> PublishAsync(ProcedureRow row, JsonObject document, CancellationToken cancellationToken)
    {
        if (row.IsPublished) return new(true, false, []);
        var findings = await FindAsync(row, document, cancellationToken);
        if (findings.Any(finding => finding.Blocks)) return new(false, true, findings);
        await PublishAsync(row, cancellationToken);
        return new(false, false, findings);
    }

    /// <summary>What the check finds, and when nothing of it blocks, what the rehearsal finds, too.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(ProcedureRow row, JsonObject document, CancellationToken cancellationToken)
    {
        var findings = await check.FindAsync(document, cancellationToken);
        return findings.Any(finding => finding.Blocks) ? findings : [.. findings, .. await RehearseAsync(row, cancellationToken)];
    }

    /// <summary>Publishes a version that the superior allowed. Whoever calls has seen the approval.</summary>
    public Task PublishOverriddenAsync(ProcedureRow row, CancellationToken cancellationToken) => row.IsPublished ? Task.CompletedTask : PublishAsync(row, cancellationToken);

    private async Task PublishAsync(ProcedureRow row, CancellationToken cancellationToken)
    {
        if (await shelf.PublishedAsync(row.DefinitionId, cancellationToken) is { } before)
        {
            before.IsPublished = false;
            before.Revision++;
        }

        row.IsPublished = true;
        row.PublishedAt ??= time.GetUtcNow();
        row.Revision++;
        await shelf.SaveAsync(cancellationToken);
    }

    /// <summary>What the paths of the diagram allow is known by now; here it is run.</summary>
    private async Task<IReadOnlyList<Finding>> RehearseAsync(ProcedureRow row, CancellationToken cancellationToken) =>
        graphs.Version(row.Id) is { } graph && Rehearsals.Concerns(graph) ? (await rehearsals.RunAsync(graph, cancellationToken)).Findings : [];
}
