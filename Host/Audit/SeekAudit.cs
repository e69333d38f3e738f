using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;

namespace Gongtui.Host.Audit;

/// <summary>An election as it was right after one of its entries.</summary>
/// <param name="Row">What lists say about it now.</param>
/// <param name="At">The entry.</param>
/// <param name="Last">The last entry that may be shown.</param>
/// <param name="Held">Whether later entries wait for the announcement of the result.</param>
/// <param name="State">Folded from entries 1 to <paramref name="At"/>.</param>
/// <param name="Changed">Parts of the election (camel-case names) that this entry changed.</param>
/// <param name="Page">The page of the timeline that holds the entry.</param>
public sealed record AsOf(
    ElectionRow Row, long At, long Last, bool Held, InstanceState State, IReadOnlySet<string> Changed, IReadOnlyList<TimelineEntry> Page)
{
    public Election Election => State.Election();

    /// <summary>Id of the activity that the entry belongs to; null when it belongs to none, or the activity is over.</summary>
    public string? Step => State.Run(Entry.Run)?.Node.Id;

    public TimelineEntry Entry => Page[(int)(At - Timeline.FirstOf(At))];
}

/// <summary>Looks at an election as of one entry; null: the last one that may be shown. Numbers outside the journal go to its nearer end.</summary>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record SeekAudit(string Instance, long? At) : IQuery<AsOf>, IJournaledReading<Result<AsOf>>
{
    /// <summary>Whoever may look at one entry has all of them before their eyes: the slider asks for any.</summary>
    public ReadingOf Reading(Result<AsOf> answer) => new(ReadingKinds.Replay, Instance, 1, answer.Value!.Last);
}

public sealed class SeekAuditHandler(JournalReader reader, IJournalStore store, AuditHorizon horizon, ElectionBook book)
    : IRequestHandler<SeekAudit, Result<AsOf>>
{
    public async Task<Result<AsOf>> Handle(SeekAudit request, CancellationToken cancellationToken)
    {
        var opened = await book.FindAsync(request.Instance, cancellationToken, Roles.Auditor, Roles.Staff);
        if (!opened.Accepted) return opened.Refusal;
        try
        {
            return await SeekAsync(opened.Value, request.At, cancellationToken);
        }
        catch (JournalException broken)
        {
            return Broken(broken);
        }
    }

    private async Task<AsOf> SeekAsync(ElectionRow row, long? wanted, CancellationToken cancellationToken)
    {
        var newest = (await reader.LoadAsync(row.Instance, cancellationToken))!.State;
        var last = await horizon.LastAsync(newest, cancellationToken);
        var at = Math.Clamp(wanted ?? last, 1, last);
        var state = at == newest.Sequence ? newest : await AtAsync(row.Instance, at, cancellationToken);
        var page = await Timeline.PageAsync(store, row.Instance, newest.Graph, at, last, cancellationToken);
        var asOf = new AsOf(row, at, last, last < newest.Sequence, state, new HashSet<string>(), page);
        if (at == 1 || asOf.Entry.Payload.ValueKind != JsonValueKind.Object) return asOf;
        var before = await AtAsync(row.Instance, at - 1, cancellationToken);
        return asOf with { Changed = ElectionParts.Changed(before.Election(), asOf.Election) };
    }

    private async Task<InstanceState> AtAsync(string instance, long at, CancellationToken cancellationToken) =>
        (await reader.SeekAsync(instance, at, cancellationToken))!;

    private static Refusal Broken(JournalException broken) => new(
        Kinds.Unavailable,
        new("这份记录的校验不成立，不能回放。", "This journal does not hold together and cannot be replayed."),
        Found: broken.Message,
        NextStep: new("请打开“校验”查看第一条不成立的记录，并用备份核对。", "Open “Verify” to see the first entry that fails, and compare with a backup."));
}
