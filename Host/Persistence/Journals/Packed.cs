using System.Buffers.Binary;
using System.IO.Compression;
using Gongtui.Engine.Journal;
using ZstdSharp;

namespace Gongtui.Host.Persistence.Journals;

/// <summary>JSON as it lies in a row: as it is, or compressed behind a mark. Bursts repeat what other bursts say, so that a dictionary of usual lines,
/// <c>Packed.1.txt</c>, halves what compressing one alone would leave.</summary>
/// <remarks>Journals are hashed before they are packed: the chain is over the lines, however a store keeps them.
/// What was packed once must be read for ever: another dictionary gets a mark of its own, and this one is never changed.</remarks>
internal static class Packed
{
    /// <summary>No JSON begins with these.</summary>
    private const byte Brotli = 1, Zstandard1 = 2;
    private const int NotWorthIt = 256;

    // A step faster than Zstandard's first level, for an eighth more bytes.
    private const int Level = -1;

    private static readonly byte[] Dictionary1 = Read("journals/Packed.1.txt");

    [ThreadStatic]
    private static Compressor? _compressor;

    [ThreadStatic]
    private static Decompressor? _decompressor;

    public static byte[] Pack(byte[] json)
    {
        if (json.Length < NotWorthIt) return json;
        var packed = new byte[json.Length];
        if (!Compressing().TryWrap(json, packed.AsSpan(1), out var length)) return json;
        packed[0] = Zstandard1;
        return packed[..(1 + length)];
    }

    /// <exception cref="JournalException">The bytes are not what was packed.</exception>
    public static byte[] Unpack(byte[] stored) => stored switch
    {
        [Zstandard1, ..] => Decompress(stored.AsSpan(1)),
        [Brotli, ..] => DecompressBrotli(stored.AsSpan(1)),
        _ => stored,
    };

    private static byte[] Decompress(ReadOnlySpan<byte> packed)
    {
        try
        {
            var json = new byte[Length(Decompressor.GetDecompressedSize(packed))];
            return Decompressing().TryUnwrap(packed, json, out var written) && written == json.Length ? json : throw Damaged();
        }
        catch (ZstdException e)
        {
            throw Damaged(e);
        }
    }

    /// <summary>As rows were packed at first: the length, then the stream.</summary>
    private static byte[] DecompressBrotli(ReadOnlySpan<byte> packed)
    {
        var json = new byte[Length(packed.Length < sizeof(uint) ? ulong.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(packed))];
        return BrotliDecoder.TryDecompress(packed[sizeof(uint)..], json, out var written) && written == json.Length ? json : throw Damaged();
    }

    private static Compressor Compressing()
    {
        if (_compressor is null)
        {
            _compressor = new Compressor(Level);
            _compressor.LoadDictionary(Dictionary1);
        }

        return _compressor;
    }

    private static Decompressor Decompressing()
    {
        if (_decompressor is null)
        {
            _decompressor = new Decompressor();
            _decompressor.LoadDictionary(Dictionary1);
        }

        return _decompressor;
    }

    private static ulong Length(ulong said) => said <= (ulong)Array.MaxLength ? said : throw Damaged();

    private static byte[] Read(string name)
    {
        using var stream = typeof(Packed).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static JournalException Damaged(Exception? cause = null) => new("Stored bytes are damaged: they cannot be unpacked.", cause);
}
