using System.Security.Cryptography;
using System.Text;

namespace Gongtui.Engine.Journal;

/// <summary>Links the stored lines of a journal, so that none can be changed, dropped or moved unseen. The formula is in this folder's README.</summary>
public static class HashChain
{
    public const int HashLength = 32;

    public static byte[] Seed(string instance, string definitionHash) =>
        SHA256.HashData([0, .. Encoding.UTF8.GetBytes($"{instance}\n{definitionHash}")]);

    /// <summary>The hash after one more line.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> line)
    {
        var hash = new byte[HashLength];
        Next(previous, line, hash);
        return hash;
    }

    /// <summary>The hash after all lines of a burst.</summary>
    public static byte[] AfterBurst(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> burst)
    {
        var hash = previous.ToArray();
        foreach (var line in new Lines(burst))
            Next(hash, line, hash);
        return hash;
    }

    private static void Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> line, Span<byte> into)
    {
        const int onStack = 1024;
        var length = 1 + HashLength + line.Length;
        Span<byte> buffer = length <= onStack ? stackalloc byte[length] : new byte[length];
        buffer[0] = 1;
        previous.CopyTo(buffer[1..]);
        line.CopyTo(buffer[(1 + HashLength)..]);
        SHA256.HashData(buffer, into);
    }
}

/// <summary>The lines of a stored burst, without their line feeds.</summary>
public ref struct Lines(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly Lines GetEnumerator() => this;

    public bool MoveNext()
    {
        if (rest.IsEmpty)
            return false;
        var end = rest.IndexOf((byte)'\n');
        Current = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return true;
    }
}
