using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>The newest checkpoints, newest first.</summary>
[AllowedTo]
public sealed record ListCheckpoints : IQuery<CheckpointList>;

public sealed record CheckpointList(IReadOnlyList<Checkpoint> Newest);

public sealed class ListCheckpointsHandler(ICheckpointStore store, CheckpointBook book) : IRequestHandler<ListCheckpoints, Result<CheckpointList>>
{
    private const int Shown = 50;

    public async Task<Result<CheckpointList>> Handle(ListCheckpoints request, CancellationToken cancellationToken)
    {
        var newest = (await book.NewestAsync(cancellationToken))?.Read()?.Number ?? 0;
        var found = await store.FromAsync(Math.Max(1, newest - Shown + 1), Shown, cancellationToken);
        return new CheckpointList([.. found.Select(signed => signed.Read()).OfType<Checkpoint>().Reverse()]);
    }
}

/// <summary>A checkpoint to keep outside. Everybody gets its text and signature; auditors the heads under it, too.</summary>
[AllowedTo]
public sealed record DownloadCheckpoint(long Number) : IQuery<SignedCheckpoint>;

public sealed class DownloadCheckpointHandler(ICheckpointStore store, CallerAccessor callers) : IRequestHandler<DownloadCheckpoint, Result<SignedCheckpoint>>
{
    public async Task<Result<SignedCheckpoint>> Handle(DownloadCheckpoint request, CancellationToken cancellationToken)
    {
        if ((await store.FromAsync(request.Number, 1, cancellationToken)) is not [var signed] || signed.Read()?.Number != request.Number)
            return new Refusal(
                Kinds.NotFound, new("没有这一号校验点。", "There is no checkpoint of this number."),
                Found: request.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                NextStep: new("请从“校验点”页选择。", "Choose one on the page of checkpoints."));
        return callers.Current.Has(Roles.Auditor) ? signed with { Heads = await store.HeadsAsync(request.Number, cancellationToken) } : signed;
    }
}
