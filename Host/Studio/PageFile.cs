using System.IO.Compression;

namespace Gongtui.Host.Studio;

/// <summary>One of our own files on Studio's page, as it is and packed.</summary>
public sealed record PageFile(string Name, string ContentType, byte[] Plain, byte[] Brotli, byte[] Gzip)
{
    public static PageFile Of(string name, byte[] bytes) => new(
        name,
        StudioFile.TypeOf(Path.GetExtension(name)) ?? throw new InvalidOperationException($"{name} is of no kind that a page asks for."),
        bytes,
        Packed(bytes, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)),
        Packed(bytes, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));

    /// <summary>The smallest body that the browser takes, and its name in Content-Encoding; null there for the file itself.</summary>
    public (byte[] Body, string? Encoding) BodyFor(IReadOnlyCollection<string> accepted) =>
        accepted.Contains("br") ? (Brotli, "br") : accepted.Contains("gzip") ? (Gzip, "gzip") : (Plain, null);

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) stream.Write(bytes);
        return packed.ToArray();
    }
}
