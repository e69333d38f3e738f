using Gongtui.Activities.Elections;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Rolls;

/// <summary>Reads a roll that somebody uploaded and keeps it for a look; nothing is stored.</summary>
/// <param name="File">Its name.</param>
[AllowedTo(Roles.Staff, Roles.Admin)]
public sealed record UploadRoll(string Unit, string File, ReadOnlyMemory<byte> Bytes) : ICommand<RollProposal>, IForUnit;

/// <summary>The file that the caller uploaded last, held against the roll as it is now.</summary>
[AllowedTo(Roles.Staff, Roles.Admin)]
public sealed record FindRollDraft(string Unit) : IQuery<RollProposal>, IForUnit;

/// <summary>Forgets the file.</summary>
[AllowedTo(Roles.Staff, Roles.Admin)]
public sealed record DiscardRoll(string Unit) : ICommand<Done>, IForUnit;

public sealed class RollDraftHandlers(RollDesk desk, RollDrafts drafts, CallerAccessor callers, ElectionDesk elections) :
    IRequestHandler<UploadRoll, Result<RollProposal>>,
    IRequestHandler<FindRollDraft, Result<RollProposal>>,
    IRequestHandler<DiscardRoll, Result<Done>>
{
    private const int LongestName = 100;

    public async Task<Result<RollProposal>> Handle(UploadRoll request, CancellationToken cancellationToken)
    {
        var unit = await desk.UnitAsync(request.Unit, cancellationToken);
        if (!unit.Accepted) return unit.Refusal;
        var text = RollText.Of(request.Bytes.ToArray());
        if (!text.Accepted) return text.Refusal;
        var table = RollTable.Read(text.Value.Text);
        if (!table.Accepted) return table.Refusal;
        var (people, faults) = new RollReading(unit.Value, elections.Today).Read(table.Value);
        var name = request.File.Length > LongestName ? request.File[..LongestName] : request.File;
        // The text itself is not needed any more; only how it was encoded.
        var draft = new RollDraft(name, text.Value with { Text = "" }, table.Value with { Rows = [] }, people, faults);
        drafts.Keep(callers.Current.Id, request.Unit, draft);
        return await ProposalAsync(request.Unit, draft, cancellationToken);
    }

    public async Task<Result<RollProposal>> Handle(FindRollDraft request, CancellationToken cancellationToken) =>
        drafts.Find(callers.Current.Id, request.Unit) is { } draft ? await ProposalAsync(request.Unit, draft, cancellationToken) : RollDesk.Gone;

    public Task<Result<Done>> Handle(DiscardRoll request, CancellationToken cancellationToken)
    {
        drafts.Forget(callers.Current.Id, request.Unit);
        return Task.FromResult<Result<Done>>(Done.Instance);
    }

    private async Task<RollProposal> ProposalAsync(string unit, RollDraft draft, CancellationToken cancellationToken) =>
        await desk.CompareAsync(unit, draft, await desk.Of(unit).AsNoTracking().ToListAsync(cancellationToken), cancellationToken);
}
