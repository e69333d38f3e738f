using System.Text.Json;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Home;

/// <summary>What the home page shows to one person besides their tasks.</summary>
public sealed record HomeView(IReadOnlyList<NoticeRow> Notices, IReadOnlyList<ElectionRow> Elections);

/// <summary>The newest notices for the caller and the running elections of their units.</summary>
[AllowedTo]
public sealed record HomeQuery : IQuery<HomeView>;

public sealed class HomeQueryHandler(GongtuiDb db, CallerAccessor callers) : IRequestHandler<HomeQuery, Result<HomeView>>
{
    private const int Shown = 5;

    public async Task<Result<HomeView>> Handle(HomeQuery request, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var units = me.Units.ToList();
        var recent = await db.Notices.AsNoTracking().Where(notice => units.Contains(notice.Unit))
            .OrderByDescending(notice => notice.PublishedAt).Take(10 * Shown).ToListAsync(cancellationToken);
        var elections = await db.Elections.AsNoTracking().Where(election => election.Status == "Running" && units.Contains(election.Unit))
            .OrderByDescending(election => election.StartedAt).Take(Shown).ToListAsync(cancellationToken);
        var notices = recent.Where(notice => me.IsAnyOf(JsonSerializer.Deserialize<string[]>(notice.Audience) ?? [])).Take(Shown);
        return new HomeView(notices.ToList(), elections);
    }
}
