using System.Collections.Concurrent;
using Gongtui.Activities.Elections;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Figures;

/// <summary>The statistics of one election or of all that the caller may look at.</summary>
/// <param name="Instance">Null for all.</param>
[AllowedTo(Roles.Staff, Roles.Superior, Roles.Committee, Roles.Auditor)]
public sealed record ShowStatistics(string? Instance, StatisticsChoice Choice) : IQuery<StatisticsView>;

/// <param name="Elections">Those announced, the newest first.</param>
public sealed record StatisticsView(IReadOnlyList<StatisticsLine> Lines, IReadOnlyList<ElectionFigures> Elections, StatisticsChoice Choice);

/// <summary>Figures of journals that were read before: a journal that has not grown is not read again.</summary>
public sealed class FiguresMemory
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, ElectionFigures> known = new(StringComparer.Ordinal);

    public ElectionFigures? Find(string instance, long entries) => known.TryGetValue(instance, out var figures) && figures.Entries == entries ? figures : null;

    public ElectionFigures Keep(ElectionFigures figures)
    {
        if (known.Count >= Most) known.Clear();
        return known[figures.Instance] = figures;
    }
}

public sealed class ShowStatisticsHandler(GongtuiDb db, ElectionBook book, JournalReader reader, CallerAccessor callers, FiguresMemory memory)
    : IRequestHandler<ShowStatistics, Result<StatisticsView>>
{
    public async Task<Result<StatisticsView>> Handle(ShowStatistics request, CancellationToken cancellationToken)
    {
        var found = await RowsAsync(request.Instance, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var all = new List<ElectionFigures>();
        foreach (var row in found.Value.Rows) all.Add(await FiguresAsync(row, cancellationToken));
        if (request.Instance is not null && all[0] is { Announced: null, Survey: null })
        {
            return new Refusal(
                RefusalKinds.Time, new("选举结果还没有宣布，没有可统计的内容。", "The result has not been announced: there is nothing to count yet."),
                NextStep: new("请在宣布结果后再来。", "Come back after the announcement."));
        }

        return new StatisticsView(StatisticsSheet.Of(all, request.Choice), [.. all.Where(figures => figures.Announced is not null)], request.Choice);
    }

    private async Task<Result<RowList>> RowsAsync(string? instance, CancellationToken cancellationToken)
    {
        if (instance is not null)
        {
            var found = await book.FindAsync(instance, cancellationToken, Roles.Staff, Roles.Superior, Roles.Committee, Roles.Auditor);
            return found.Accepted ? new RowList([found.Value]) : found.Refusal;
        }

        var me = callers.Current;
        string[] roles = [Roles.Staff, Roles.Superior, Roles.Committee, Roles.Auditor];
        var units = me.Units.Where(unit => roles.Any(role => me.HasIn(unit, role))).ToList();
        return new RowList(await db.Elections.AsNoTracking().Where(row => units.Contains(row.Unit)).OrderByDescending(row => row.StartedAt).ToListAsync(cancellationToken));
    }

    private async Task<ElectionFigures> FiguresAsync(ElectionRow row, CancellationToken cancellationToken)
    {
        // The row is written with the entries, so it knows how long the journal is.
        if (memory.Find(row.Instance, row.Head) is { } known) return known;
        var newest = (await reader.LoadAsync(row.Instance, cancellationToken))!;
        var election = newest.State.Election();
        var begun = new ElectionFigures(row.Instance, row.Unit, election.Unit?.Name ?? row.Unit, election.Title, Convert.ToHexStringLower(newest.Hash), newest.State.Sequence);
        return memory.Keep(ElectionFigures.Of(begun, election, await reader.EntriesAsync(row.Instance, 0, newest.State.Sequence, cancellationToken)));
    }

    private sealed record RowList(IReadOnlyList<ElectionRow> Rows);
}
