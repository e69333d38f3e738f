using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Gongtui.Host.Persistence.Journals;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>What was stored once is read for ever.</summary>
public sealed class PackedTests
{
    private const string Line = """{"n":14,"k":"logged","x":3,"e":"TaskCompleted","p":{"task":"notice-2","kind":"notice","by":"p-1","byName":"李秀英","decision":"publish","comment":null}}""";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void What_is_packed_comes_out_as_it_was(int lines)
    {
        var json = Lines(lines);

        var packed = Packed.Pack(json);

        Assert.Equal(json, Packed.Unpack(packed));
        Assert.True(lines < 2 || packed.Length < json.Length / 2);
    }

    [Fact]
    public void Text_that_does_not_get_smaller_stays_as_it_is()
    {
        var noise = new byte[4096];
        new Random(3).NextBytes(noise);
        noise[0] = (byte)'{';

        Assert.Same(noise, Packed.Pack(noise));
    }

    [Fact]
    public void Rows_of_the_first_version_are_read()
    {
        var json = Lines(50);
        var stored = new byte[json.Length];
        stored[0] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(stored.AsSpan(1), json.Length);
        Assert.True(BrotliEncoder.TryCompress(json, stored.AsSpan(5), out var length, quality: 1, window: 18));

        Assert.Equal(json, Packed.Unpack(stored[..(5 + length)]));
    }

    [Fact]
    public void The_dictionary_is_never_changed()
    {
        using var dictionary = typeof(Packed).Assembly.GetManifestResourceStream("journals/Packed.1.txt")!;

        Assert.Equal("ca091edb248c1d709ee6e8d622e839aa78b48e2296dba2439f216e6c29247201", Convert.ToHexStringLower(SHA256.HashData(dictionary)));
    }

    private static byte[] Lines(int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(n => Line.Replace("notice-2", $"notice-{n}", StringComparison.Ordinal) + "\n")));
}
