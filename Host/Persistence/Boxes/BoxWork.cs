using Gongtui.Host.Boxes;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>Something that the writer is asked to do.</summary>
internal abstract class BoxWork
{
    public abstract void Fail(Exception reason);
}

internal abstract class BoxWork<T> : BoxWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => _done.Task;

    public void Finish(T answer) => _done.TrySetResult(answer);

    public override void Fail(Exception reason) => _done.TrySetException(reason);
}

internal sealed class OpenBox(string box, IReadOnlyList<string> electors) : BoxWork<bool>
{
    public string Box { get; } = box;

    /// <summary>Distinct and sorted.</summary>
    public IReadOnlyList<string> Electors { get; } = electors;
}

internal sealed class CastSheet(string box, string elector, byte[] content, string? attempt) : BoxWork<CastAnswer>
{
    public string Box { get; } = box;

    public string Elector { get; } = elector;

    public byte[] Content { get; } = content;

    public string? Attempt { get; } = attempt;

    /// <summary>The answer that holds once the transaction is on the disk.</summary>
    public CastAnswer Answer { get; set; }
}

internal sealed class CloseBox(string box) : BoxWork<SealedBox?>
{
    public string Box { get; } = box;
}
