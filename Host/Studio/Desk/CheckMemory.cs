using System.Collections.Concurrent;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using MediatR;

namespace Gongtui.Host.Studio.Desk;

/// <summary>What the gates found in each text, so that a list need not look through every diagram again. A text is known by its hash.</summary>
public sealed class CheckMemory
{
    /// <summary>Texts come and go while somebody draws; beyond this many the memory begins anew.</summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<string, IReadOnlyList<Finding>> _known = new(StringComparer.Ordinal);

    /// <summary>Findings for the latest version of a procedure; null when it has disappeared meanwhile.</summary>
    public async Task<IReadOnlyList<Finding>?> OfAsync(ProcedureRow latest, IMediator mediator, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(latest.Hash);
        if (_known.TryGetValue(key, out var known)) return known;
        Result<Findings> found = await mediator.Send(new CheckProcedure(latest.DefinitionId), cancellationToken);
        if (!found.Accepted) return null;
        if (_known.Count >= Most) _known.Clear();
        return _known[key] = found.Value.All;
    }
}
