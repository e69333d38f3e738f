using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gongtui.Benchmarks.Limits;

/// <summary>What one core can hash and read.</summary>
internal static class ProcessorLimits
{
    /// <summary>Far more than any cache.</summary>
    private const int MemoryBytes = 256 * 1024 * 1024;

    /// <summary>SHA-256 of messages of this many bytes, one call each.</summary>
    public static double Hashes(int bytes, TimeSpan during)
    {
        var message = new byte[bytes];
        var hash = new byte[SHA256.HashSizeInBytes];
        return Pace.Of(during, 1000, _ =>
        {
            for (var time = 0; time < 1000; time++) SHA256.HashData(message, hash);
        });
    }

    /// <summary>Bytes per second.</summary>
    public static double BytesRead(TimeSpan during)
    {
        var memory = new byte[MemoryBytes];
        Array.Fill(memory, (byte)1); // a page never written is one shared page of zeros
        var sum = Vector<long>.Zero;
        var pace = Pace.Of(during, 1, _ => sum += Sum(memory));
        GC.KeepAlive(sum);
        return pace * MemoryBytes;
    }

    /// <summary>Four sums at once, so that the additions do not wait for each other.</summary>
    private static Vector<long> Sum(byte[] memory)
    {
        var words = MemoryMarshal.Cast<byte, Vector<long>>(memory);
        Vector<long> a = default, b = default, c = default, d = default;
        for (var word = 0; word + 3 < words.Length; word += 4)
        {
            a += words[word];
            b += words[word + 1];
            c += words[word + 2];
            d += words[word + 3];
        }

        return a + b + c + d;
    }
}
