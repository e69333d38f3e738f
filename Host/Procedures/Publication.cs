using System.Text.Json.Nodes;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Procedures;

/// <summary>What became of publishing.</summary>
/// <param name="Already">It was published before.</param>
/// <param name="Blocked">It was not published; some finding says why.</param>
public sealed record Published(bool Already, bool Blocked, IReadOnlyList<Finding> Findings);

/// <summary>Publishes versions: from then on new elections start with them, and their text never changes.</summary>
public sealed class Publication(ProcedureShelf shelf, DiagramCheck check, TimeProvider time)
{
    /// <summary>Publishes a version unless its diagram cannot run or a gate blocks it. The version published before steps back; elections that run on it stay.</summary>
    public async Task<Published> PublishAsync(ProcedureRow row, JsonObject document, CancellationToken cancellationToken)
    {
        if (row.IsPublished) return new(true, false, []);
        var findings = await check.FindAsync(document, cancellationToken);
        if (findings.Any(finding => finding.Blocks)) return new(false, true, findings);
        if (await shelf.PublishedAsync(row.DefinitionId, cancellationToken) is { } before)
        {
            before.IsPublished = false;
            before.Revision++;
        }

        row.IsPublished = true;
        row.PublishedAt ??= time.GetUtcNow();
        row.Revision++;
        await shelf.SaveAsync(cancellationToken);
        return new(false, false, findings);
    }
}
