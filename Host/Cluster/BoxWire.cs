using System.Text.Json;
using Gongtui.Host.Boxes;

namespace Gongtui.Host.Cluster;

/// <summary>What is asked of a box's owner. Bytes, so that nothing of a sheet, an elector or an attempt stands in a message that somebody could log.</summary>
internal sealed record BoxAsked
{
    /// <summary>Opens it for these.</summary>
    public IReadOnlyCollection<string>? Electors { get; init; }

    /// <summary>Casts for this person.</summary>
    public string? Elector { get; init; }

    public byte[] Sheet { get; init; } = [];

    public string Attempt { get; init; } = "";

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static BoxAsked Read(byte[] bytes) => JsonSerializer.Deserialize<BoxAsked>(bytes)!;

    /// <summary>Nothing of it may come into a log by accident.</summary>
    public override string ToString() => nameof(BoxAsked);
}

/// <summary>The owner's answer.</summary>
internal sealed record BoxAnswer
{
    public CastStatus Status { get; init; }

    public byte[]? Receipt { get; init; }

    public SealedBox? Sealed { get; init; }

    /// <summary>Why the owner failed.</summary>
    public string? Failed { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <exception cref="IOException">The owner failed; the sheet may or may not be in the box.</exception>
    public static BoxAnswer Read(byte[] bytes) => JsonSerializer.Deserialize<BoxAnswer>(bytes)! is { Failed: null } answer
        ? answer : throw new IOException("The owner of the box failed; its log says why.");

    /// <summary>Nothing of it may come into a log by accident.</summary>
    public override string ToString() => nameof(BoxAnswer);
}
