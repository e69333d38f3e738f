namespace Gongtui.Host.Boxes;

/// <summary>The root of <see cref="MerkleTree"/> over leaf hashes that come one by one: keeps a hash for each whole subtree, not the leaves.</summary>
public sealed class MerkleRoot
{
    // Sizes are powers of two, each smaller than the one before it: the ones of the count's binary digits.
    private readonly Stack<(int Size, byte[] Hash)> whole = [];

    /// <summary>How many leaves came.</summary>
    public int Count { get; private set; }

    public void Add(byte[] leaf)
    {
        var (size, hash) = (1, leaf);
        while (whole.TryPeek(out var left) && left.Size == size)
            (size, hash) = (2 * size, MerkleTree.Node(whole.Pop().Hash, hash));
        whole.Push((size, hash));
        Count++;
    }

    /// <summary>The root over the leaves that came so far; more may come after it.</summary>
    public byte[] Compute() => whole.Count == 0
        ? MerkleTree.Root([]) : whole.Select(subtree => subtree.Hash).Aggregate((right, left) => MerkleTree.Node(left, right));
}
