using System.Security.Cryptography;

namespace Gongtui.Host.Boxes;

/// <summary>What an elector takes home: a leaf of the box's Merkle tree. It proves that a sheet is in the box, not what it says.</summary>
/// <remarks>SHA-256(0x00 ‖ salt ‖ sheet). Without the salt, which stays in the box, the few sheets that are possible
/// could be hashed and compared. The salt is never given out, so that nobody can be made to prove their choice.</remarks>
public readonly record struct Receipt(ReadOnlyMemory<byte> Hash)
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltLength = 16;

    public static Receipt For(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> sheet)
    {
        var data = new byte[salt.Length + sheet.Length];
        salt.CopyTo(data);
        sheet.CopyTo(data.AsSpan(salt.Length));
        var leaf = MerkleTree.Leaf(data);
        CryptographicOperations.ZeroMemory(data);
        return new Receipt(leaf);
    }

    /// <summary>Reads a receipt as people type it: 64 hexadecimal digits, spaces allowed.</summary>
    public static Receipt? Parse(string text)
    {
        var digits = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        return digits.Length == 64 && digits.All(char.IsAsciiHexDigit) ? new Receipt(Convert.FromHexString(digits)) : null;
    }

    public bool Equals(Receipt other) => Hash.Span.SequenceEqual(other.Hash.Span);

    public override int GetHashCode() => Hash.Length >= 4 ? BitConverter.ToInt32(Hash.Span) : 0;

    /// <summary>Sixteen groups of four hexadecimal digits.</summary>
    public override string ToString() =>
        string.Join(' ', Convert.ToHexStringLower(Hash.Span).Chunk(4).Select(group => new string(group)));
}
