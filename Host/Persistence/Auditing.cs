namespace Gongtui.Host.Persistence;

/// <summary>A signed statement about all journals at one instant. Rows are only ever added.</summary>
public sealed class CheckpointRow
{
    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>What is signed, byte by byte; see the README of checkpoints.</summary>
    public required string Note { get; init; }

    /// <summary>SubjectPublicKeyInfo, base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>r ‖ s, base64.</summary>
    public required string Signature { get; init; }
}

/// <summary>The head of one journal that moved since the checkpoint before. Rows are only ever added.</summary>
public sealed class CheckpointHeadRow
{
    public required string Instance { get; init; }

    /// <summary><see cref="CheckpointRow.Number"/> of the first checkpoint that has this head.</summary>
    public required long Checkpoint { get; init; }

    public required long Entries { get; init; }

    /// <summary>Hash of the last of them.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>Somebody read or took home a journal. Rows are only ever added.</summary>
public sealed class AccessRow
{
    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    public required string Instance { get; init; }

    /// <summary>Id of the person.</summary>
    public required string Person { get; init; }

    /// <summary>What the chain covers, as JSON.</summary>
    public required string Line { get; init; }

    /// <summary>The chain's hash after the line.</summary>
    public required byte[] Hash { get; init; }
}
