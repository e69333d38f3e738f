using System.Buffers.Binary;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>Where a sheet lies in an open box: at a random place among the last thousand or so, and in a smaller box anywhere.</summary>
/// <remarks>
/// A place anywhere in a box of a hundred thousand would cost a page for each sheet (ENGINE 2.3). Here the places of one stretch fill some tens of pages that
/// many sheets of a commit share. The stretches overlap: the nth sheet falls into the one before or after with a chance that grows with n, so that no stretch
/// begins with a sheet that must be the newest. Sealing replaces all places by hashes.
/// </remarks>
internal static class SheetPlace
{
    /// <summary>A power of two, so that two random bytes have no bias.</summary>
    public const int Stretch = 512;

    /// <summary>Bytes: a stretch's number and 96 random bits.</summary>
    public const int Length = 16;

    /// <param name="before">How many sheets the box held.</param>
    /// <param name="chance">Random bytes.</param>
    public static byte[] Of(long before, ReadOnlySpan<byte> chance)
    {
        var place = chance.ToArray();
        var overlap = BinaryPrimitives.ReadUInt16BigEndian(place) % Stretch;
        BinaryPrimitives.WriteUInt32BigEndian(place, checked((uint)(Math.Max(0, before - Stretch + overlap) / Stretch)));
        return place;
    }
}
