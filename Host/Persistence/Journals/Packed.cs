using System.Buffers.Binary;
using System.IO.Compression;
using Gongtui.Engine.Journal;

namespace Gongtui.Host.Persistence.Journals;

/// <summary>JSON as it lies in a row: as it is, or compressed behind a mark. The lines of a burst repeat names; packed they take about half.</summary>
/// <remarks>Journals are hashed before they are packed: the chain is over the lines, however a store keeps them.</remarks>
internal static class Packed
{
    /// <summary>No JSON begins with it.</summary>
    private const byte Brotli = 1;
    private const int Header = 1 + sizeof(int);
    private const int NotWorthIt = 256;

    // The fastest that looks back at all; the next ones cost twice the time for a tenth of the bytes.
    private const int Quality = 1;
    private const int WindowBits = 18;

    public static byte[] Pack(byte[] json)
    {
        if (json.Length < NotWorthIt) return json;
        var packed = new byte[json.Length];
        if (!BrotliEncoder.TryCompress(json, packed.AsSpan(Header), out var length, Quality, WindowBits)) return json;
        packed[0] = Brotli;
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), json.Length);
        return packed[..(Header + length)];
    }

    /// <exception cref="JournalException">The bytes are not what was packed.</exception>
    public static byte[] Unpack(byte[] stored)
    {
        if (stored is not [Brotli, ..]) return stored;
        var length = stored.Length < Header ? -1 : BinaryPrimitives.ReadInt32LittleEndian(stored.AsSpan(1));
        if (length < 0 || length > Array.MaxLength) throw Damaged();
        var json = new byte[length];
        return BrotliDecoder.TryDecompress(stored.AsSpan(Header), json, out var written) && written == length ? json : throw Damaged();
    }

    private static JournalException Damaged() => new("Stored bytes are damaged: they cannot be unpacked.");
}
