using System.Security.Cryptography;
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

/// <summary>Made by the caller, so that randomness and hash cost the one writer no time.</summary>
internal sealed class CastSheet : BoxWork<CastAnswer>
{
    public CastSheet(string box, string elector, byte[] content, string? attempt)
    {
        (Box, Elector, Content, Attempt) = (box, elector, content, attempt);
        Receipt = Receipt.For(Salt, content);
    }

    public string Box { get; }

    public string Elector { get; }

    public byte[] Content { get; }

    public string? Attempt { get; }

    public byte[] Salt { get; } = RandomNumberGenerator.GetBytes(Receipt.SaltLength);

    /// <summary>Where it will lie, as far as chance decides that.</summary>
    public byte[] Chance { get; } = RandomNumberGenerator.GetBytes(SheetPlace.Length);

    /// <summary>Nobody's before the sheet is on the disk.</summary>
    public Receipt Receipt { get; }

    /// <summary>The answer that holds once the transaction is on the disk.</summary>
    public CastAnswer Answer { get; set; }
}

internal sealed class CloseBox(string box) : BoxWork<SealedBox?>
{
    public string Box { get; } = box;
}
