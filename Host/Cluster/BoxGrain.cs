using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Boxes;
using Orleans.Concurrency;

namespace Gongtui.Host.Cluster;

/// <summary>The owner of a box; its key is the box's name. It remembers which attempt has which receipt.</summary>
internal interface IBoxGrain : IGrainWithStringKey
{
    /// <param name="asked">As <see cref="BoxAsked"/> writes it: opens, casts, or else seals.</param>
    /// <returns>As <see cref="BoxAnswer"/> writes it.</returns>
    Task<byte[]> SendAsync(byte[] asked);
}

/// <summary>Reentrant: the one writer there gathers what comes at once into one flush.</summary>
[Reentrant]
internal sealed class BoxGrain(BoxDatabase boxes, ILogger<BoxGrain> log) : Grain, IBoxGrain
{
    public Task<byte[]> SendAsync(byte[] asked)
    {
        var box = this.GetPrimaryKeyString();
        return Task.Run(async () =>
        {
            try
            {
                return (await AnswerAsync(box, BoxAsked.Read(asked))).Write();
            }
            catch (Exception e)
            {
                log.LogError(e, "The box {Box} failed.", box);
                return new BoxAnswer { Failed = e.GetType().Name }.Write();
            }
        });
    }

    private async Task<BoxAnswer> AnswerAsync(string box, BoxAsked asked)
    {
        if (asked.Electors is { } electors)
        {
            await boxes.OpenAsync(box, electors);
            return new();
        }

        if (asked.Elector is not { } elector) return new() { Sealed = await boxes.CloseAsync(box) };
        var answer = await boxes.CastAsync(box, elector, asked.Sheet, asked.Attempt);
        return new() { Status = answer.Status, Receipt = answer.Receipt?.Hash.ToArray() };
    }
}

/// <summary>Sends what changes a box to its owner. What only reads is read here.</summary>
internal sealed class ClusterBoxes(IGrainFactory owners, BoxDatabase boxes) : IBoxStore
{
    public Task OpenAsync(string box, IReadOnlyCollection<string> electors, CancellationToken cancellationToken = default) =>
        AskAsync(box, new() { Electors = electors }, cancellationToken);

    public async Task<CastAnswer> CastAsync(string box, string elector, ReadOnlyMemory<byte> sheet, string attempt, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sheet.Length, Host.Boxes.Boxes.LargestSheet);
        var answer = await AskAsync(box, new() { Elector = elector, Sheet = sheet.ToArray(), Attempt = attempt }, cancellationToken);
        return new(answer.Status, answer.Receipt is { } receipt ? new Receipt(receipt) : null);
    }

    public async Task<SealedBox?> CloseAsync(string box, CancellationToken cancellationToken = default) => (await AskAsync(box, new(), cancellationToken)).Sealed;

    public Task<bool> HasCastAsync(string box, string elector, CancellationToken cancellationToken = default) => boxes.HasCastAsync(box, elector, cancellationToken);

    public Task<Turnout?> TurnoutAsync(string box, CancellationToken cancellationToken = default) => boxes.TurnoutAsync(box, cancellationToken);

    public Task<IReadOnlyList<byte[]>?> LeavesAsync(string box, CancellationToken cancellationToken = default) => boxes.LeavesAsync(box, cancellationToken);

    private async Task<BoxAnswer> AskAsync(string box, BoxAsked asked, CancellationToken cancellationToken)
    {
        var bytes = asked.Write();
        return BoxAnswer.Read(await Patience.AskAsync(() => owners.GetGrain<IBoxGrain>(box).SendAsync(bytes), cancellationToken));
    }
}
