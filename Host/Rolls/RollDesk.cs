using Gongtui.Activities.Elections;
using Gongtui.Activities.Voting;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Rolls;

/// <summary>Between drafts and the directory.</summary>
public sealed class RollDesk(GongtuiDb db)
{
    public async Task<Result<UnitRow>> UnitAsync(string unit, CancellationToken cancellationToken) =>
        await db.Units.FirstOrDefaultAsync(row => row.Id == unit, cancellationToken) is { } row
            ? row
            : Refusals.NotFound(new("这个单位", "This unit"), unit);

    /// <summary>What the draft would change today.</summary>
    /// <param name="known">Everybody of the unit.</param>
    public async Task<RollProposal> CompareAsync(string unit, RollDraft draft, IReadOnlyList<PersonRow> known, CancellationToken cancellationToken)
    {
        // The ids are held against the file here: a statement takes no hundred thousand parameters.
        var elsewhere = await db.People.AsNoTracking().Where(person => person.Unit != unit).Select(person => person.Id).ToListAsync(cancellationToken);
        var withRoles = await db.Grants.AsNoTracking().Select(grant => grant.Person).Distinct().ToListAsync(cancellationToken);
        return RollComparison.Compare(
            draft.File, draft.Text, draft.Table, draft.People, draft.Faults, known, elsewhere.ToHashSet(StringComparer.Ordinal), withRoles.ToHashSet(StringComparer.Ordinal));
    }

    public IQueryable<PersonRow> Of(string unit) => db.People.Where(person => person.Unit == unit);

    /// <summary>Who is to be left out of the number due, as the roll asks for it (R07); the meeting decides.</summary>
    public async Task<IReadOnlyList<ExclusionRequest>> ExclusionsAsync(string unit, CancellationToken cancellationToken = default) =>
        [.. (await Of(unit).AsNoTracking().Where(person => person.Active && person.ExcludedFor != null).OrderBy(person => person.Id).ToListAsync(cancellationToken))
            .Select(person => new ExclusionRequest(person.Id, person.ExcludedFor!.Value, person.ExcludedEvidence ?? ""))];

    /// <summary>A refusal for a draft that is not there any more.</summary>
    public static Refusal Gone { get; } = new(
        Kinds.NotFound, new("没有待采用的名册：可能已经采用、放弃，或系统重新启动过。", "There is no roll to adopt: it was adopted, discarded, or the system was restarted."),
        NextStep: new("请重新上传名册文件。", "Upload the file again."));
}
