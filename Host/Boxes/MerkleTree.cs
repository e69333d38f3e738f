using System.Numerics;
using System.Security.Cryptography;

namespace Gongtui.Host.Boxes;

/// <summary>The tree of RFC 6962: leaf = SHA-256(0x00 ‖ data), node = SHA-256(0x01 ‖ left ‖ right), split at the largest power of two.</summary>
public static class MerkleTree
{
    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        var bytes = new byte[1 + data.Length];
        data.CopyTo(bytes.AsSpan(1));
        var leaf = SHA256.HashData(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return leaf;
    }

    /// <summary>Root over leaf hashes in the given order; of no leaves, the hash of nothing.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0) return SHA256.HashData([]);
        if (leaves.Length == 1) return leaves[0];
        var split = Split(leaves.Length);
        return Node(Root(leaves[..split]), Root(leaves[split..]));
    }

    /// <summary>The hashes that lead from a leaf to the root, lowest first.</summary>
    public static IReadOnlyList<byte[]> Proof(ReadOnlySpan<byte[]> leaves, int index)
    {
        var path = new List<byte[]>();
        Climb(leaves, index, path);
        return path;
    }

    /// <summary>Whether the proof leads from the leaf at this index to the root of a tree of that size.</summary>
    public static bool Verify(byte[] leaf, int index, int size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size) return false;
        // RFC 9162, 2.1.3.2: fn is the place of the node, sn the last place in its row.
        var (node, fn, sn) = (leaf, index, size - 1);
        foreach (var sibling in proof)
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                node = Node(sibling, node);
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                node = Node(node, sibling);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && node.AsSpan().SequenceEqual(root);
    }

    private static void Climb(ReadOnlySpan<byte[]> leaves, int index, List<byte[]> path)
    {
        if (leaves.Length == 1) return;
        var split = Split(leaves.Length);
        if (index < split)
        {
            Climb(leaves[..split], index, path);
            path.Add(Root(leaves[split..]));
        }
        else
        {
            Climb(leaves[split..], index - split, path);
            path.Add(Root(leaves[..split]));
        }
    }

    private static int Split(int count) => 1 << BitOperations.Log2((uint)count - 1);

    /// <summary>The hash above two.</summary>
    public static byte[] Node(byte[] left, byte[] right)
    {
        Span<byte> both = stackalloc byte[1 + left.Length + right.Length];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + left.Length)..]);
        return SHA256.HashData(both);
    }
}
