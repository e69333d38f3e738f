using System.Diagnostics;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Audit.Verifying;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;

namespace Gongtui.Host.Audit;

/// <summary>What recomputing a whole journal found.</summary>
/// <param name="Entries">Entries that hold, from the first.</param>
/// <param name="Head">Hash of the last entry, hexadecimal; null when the chain does not hold.</param>
/// <param name="Fault">The first entry that does not hold and why; null when everything does.</param>
/// <param name="Took">Time it took.</param>
/// <param name="Recomputed">What came out of it, computed again; empty when the chain does not hold.</param>
public sealed record Verification(ElectionRow Row, long Entries, string? Head, ChainFault? Fault, TimeSpan Took, IReadOnlyList<Recomputed> Recomputed)
{
    public bool Holds => Fault is null && Recomputed.All(one => one.At is null);
}

/// <summary>Recomputes the chain, the numbering and the fold of an election's journal from the stored bytes, and everything that came out of it.</summary>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record VerifyJournal(string Instance) : IQuery<Verification>, IJournaledReading<Result<Verification>>
{
    public ReadingOf Reading(Result<Verification> answer) => new(ReadingKinds.Verify, Instance, 1, answer.Value!.Fault?.Sequence ?? answer.Value.Entries);
}

public sealed class VerifyJournalHandler(JournalReader reader, Recount recount, AuditHorizon horizon, ElectionBook book) : IRequestHandler<VerifyJournal, Result<Verification>>
{
    public async Task<Result<Verification>> Handle(VerifyJournal request, CancellationToken cancellationToken)
    {
        var opened = await book.FindAsync(request.Instance, cancellationToken, Roles.Auditor, Roles.Staff);
        if (!opened.Accepted) return opened.Refusal;
        var started = Stopwatch.GetTimestamp();
        // Where it ends now; entries that come meanwhile are for the next time.
        Instance? newest = null;
        string? broken = null;
        try
        {
            newest = await reader.LoadAsync(request.Instance, cancellationToken);
        }
        catch (JournalException e)
        {
            broken = e.Message;
        }

        var last = newest is null ? 0 : await horizon.LastAsync(newest.State, cancellationToken);
        var (entries, fault, recomputed) = await recount.AllAsync(request.Instance, last, newest?.State.Sequence ?? long.MaxValue, cancellationToken);
        fault ??= broken is null ? null : new(entries, broken);
        return new Verification(
            opened.Value, entries, fault is null ? Convert.ToHexStringLower(newest!.Hash) : null, fault, Stopwatch.GetElapsedTime(started), fault is null ? recomputed : []);
    }
}
