using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gongtui.Host.Persistence.Copying;

/// <summary>What a table holds, in whatever order its rows come: how many, and the sum of their hashes (the first 128 bits of SHA-256, modulo 2^128).</summary>
/// <remarks>It is to notice a copy that differs. Against somebody who forges, there are the journals' chains and the boxes' roots.</remarks>
internal sealed class Content
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _head = new byte[sizeof(byte) + sizeof(long)];
    private UInt128 _sum;

    public long Rows { get; private set; }

    public void Add(IEnumerable<object?> row)
    {
        foreach (var value in row)
            Add(value);
        _sum = unchecked(_sum + BinaryPrimitives.ReadUInt128BigEndian(_hash.GetHashAndReset()));
        Rows++;
    }

    public bool Equals(Content other) => Rows == other.Rows && _sum == other._sum;

    private void Add(object? value)
    {
        switch (value)
        {
            case null:
                Head(0, 0);
                break;
            case long number:
                Head(1, number);
                break;
            case string text:
                // PostgreSQL keeps no NUL in a text: there the mark for an unreadable character stands for it.
                var letters = Encoding.UTF8.GetBytes(text.Replace('\0', '\uFFFD'));
                Head(2, letters.Length);
                _hash.AppendData(letters);
                break;
            case byte[] bytes:
                Head(3, bytes.Length);
                _hash.AppendData(bytes);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is not stored.");
        }
    }

    private void Head(byte kind, long number)
    {
        _head[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(_head.AsSpan(1), number);
        _hash.AppendData(_head);
    }
}
