namespace Gongtui.Host.Boxes;

/// <summary>Boxes: append-only, one sheet from each elector, sealed on closing. The only place where a sheet lies.</summary>
/// <remarks>
/// <para>What is promised. Exactly one sheet per elector, whatever is retried or crashes. An accepted sheet is on the disk.
/// No row, key, order, or time of day ties a sheet to an elector. A sealed box never changes.</para>
/// <para>What is not. Sheets are stored as they are given: whoever reads the disk while the box is open can watch single sheets
/// arrive, and whoever holds the opened box and an elector's receipt finds that elector's sheet. An encrypting box
/// closes both gaps behind this same port; callers must not look into sheets before the box is sealed.</para>
/// <para>A lost disk is an exception; everything else is an answer.</para>
/// </remarks>
public interface IBoxStore
{
    /// <summary>Opens a box for the electors. Opening it again with the same electors changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The box exists with other electors.</exception>
    Task OpenAsync(string box, IReadOnlyCollection<string> electors, CancellationToken cancellationToken = default);

    /// <summary>Casts one sheet.</summary>
    /// <param name="box">Box id.</param>
    /// <param name="elector">Person id.</param>
    /// <param name="sheet">Content, at most <see cref="Boxes.LargestSheet"/> bytes.</param>
    /// <param name="attempt">Random text that the client repeats when it tries again: the same attempt gets the same receipt for
    /// a day as long as the process lives. Empty: no memory.</param>
    /// <param name="cancellationToken">Ends the waiting, not the casting.</param>
    Task<CastAnswer> CastAsync(
        string box, string elector, ReadOnlyMemory<byte> sheet, string attempt, CancellationToken cancellationToken = default);

    /// <summary>Whether the elector has cast; false also for strangers and unknown boxes.</summary>
    Task<bool> HasCastAsync(string box, string elector, CancellationToken cancellationToken = default);

    /// <summary>How many may cast and have cast; null for an unknown box.</summary>
    Task<Turnout?> TurnoutAsync(string box, CancellationToken cancellationToken = default);

    /// <summary>Seals the box: no sheet comes in after this. Closing it again gives the same answer; null for an unknown box.</summary>
    Task<SealedBox?> CloseAsync(string box, CancellationToken cancellationToken = default);

    /// <summary>Leaves of the sealed box's Merkle tree, sorted: what receipts are looked up in. Null until it is sealed.</summary>
    Task<IReadOnlyList<byte[]>?> LeavesAsync(string box, CancellationToken cancellationToken = default);
}

/// <summary>What became of a sheet.</summary>
public enum CastStatus
{
    /// <summary>In the box and on the disk; the answer carries the receipt.</summary>
    Accepted,

    /// <summary>This elector has cast before; the new sheet is discarded.</summary>
    AlreadyCast,

    /// <summary>The person is not an elector of this box.</summary>
    NotEligible,

    /// <summary>The box is closed or there is none of that name.</summary>
    Closed,

    /// <summary>Too many are casting at this moment; nothing was stored, try again.</summary>
    Busy,
}

/// <summary>The answer to casting; the receipt is there when the status is <see cref="CastStatus.Accepted"/>.</summary>
public readonly record struct CastAnswer(CastStatus Status, Receipt? Receipt = null);

/// <summary>How many may cast and how many have.</summary>
public readonly record struct Turnout(int Electors, int Cast);

/// <summary>A sealed box.</summary>
/// <param name="Electors">How many held the right to cast.</param>
/// <param name="Submitted">Sheets in the box.</param>
/// <param name="Root">Root of the Merkle tree (RFC 6962) over the sorted leaves; a leaf is an elector's receipt.</param>
/// <param name="Sheets">The sheets sorted by their content, so that their order says nothing about leaves or electors.</param>
public sealed record SealedBox(int Electors, int Submitted, byte[] Root, IReadOnlyList<byte[]> Sheets);

/// <summary>Limits of every implementation.</summary>
public static class Boxes
{
    /// <summary>Bytes.</summary>
    public const int LargestSheet = 64 * 1024;
}
