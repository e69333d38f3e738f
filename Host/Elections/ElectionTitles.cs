using System.Collections.Frozen;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Shell;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Elections;

/// <summary>What some elections are called, by instance, in the visitor's language.</summary>
[AllowedTo]
public sealed record ElectionTitles(IReadOnlyList<string> Instances) : IQuery<FrozenDictionary<string, string>>;

public sealed class ElectionTitlesHandler(GongtuiDb db, Language language)
    : IRequestHandler<ElectionTitles, Result<FrozenDictionary<string, string>>>
{
    public async Task<Result<FrozenDictionary<string, string>>> Handle(ElectionTitles request, CancellationToken cancellationToken)
    {
        var rows = await db.Elections.AsNoTracking().Where(row => request.Instances.Contains(row.Instance))
            .Select(row => new { row.Instance, row.TitleZh, row.TitleEn }).ToListAsync(cancellationToken);
        return rows.ToFrozenDictionary(row => row.Instance, row => language.T(row.TitleZh, row.TitleEn));
    }
}
