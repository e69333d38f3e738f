using FsCheck.Xunit;
using Gongtui.Host.Boxes;
using Xunit;

namespace Gongtui.Host.Tests.Boxes;

public sealed class MerkleTreeTests
{
    private static readonly string[] Inputs =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    /// <summary>The roots that Certificate Transparency's own tests use for these inputs.</summary>
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_RFC_6962(int count, string root) =>
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(Leaves(count))));

    [Property]
    public bool Leaves_that_come_one_by_one_give_the_same_root(byte size)
    {
        var (leaves, root) = (Enumerable.Range(0, size).Select(i => MerkleTree.Leaf([(byte)i])).ToArray(), new MerkleRoot());
        var same = root.Compute().AsSpan().SequenceEqual(MerkleTree.Root([]));
        for (var n = 0; n < size; n++)
        {
            root.Add(leaves[n]);
            same &= root.Count == n + 1 && root.Compute().AsSpan().SequenceEqual(MerkleTree.Root(leaves.AsSpan(..(n + 1))));
        }

        return same;
    }

    [Property]
    public bool Every_leaf_is_proved_and_no_other(byte size, byte place, byte wrong)
    {
        var leaves = Enumerable.Range(0, 1 + (size % 70)).Select(i => MerkleTree.Leaf([(byte)i])).ToArray();
        var index = place % leaves.Length;
        var (proof, root) = (MerkleTree.Proof(leaves, index), MerkleTree.Root(leaves));
        var foreign = MerkleTree.Leaf([wrong, 1]);
        return MerkleTree.Verify(leaves[index], index, leaves.Length, proof, root)
            && !MerkleTree.Verify(foreign, index, leaves.Length, proof, root)
            && (leaves.Length == 1 || !MerkleTree.Verify(leaves[index], (index + 1) % leaves.Length, leaves.Length, proof, root));
    }

    [Fact]
    public void A_receipt_is_read_as_it_is_printed()
    {
        var receipt = Receipt.For(new byte[16], "sheet"u8);

        Assert.Equal(receipt, Receipt.Parse(receipt.ToString()));
        Assert.Equal(79, receipt.ToString().Length);
        Assert.Null(Receipt.Parse("1234"));
        Assert.Null(Receipt.Parse(new string('g', 64)));
    }

    private static byte[][] Leaves(int count) => [.. Inputs.Take(count).Select(input => MerkleTree.Leaf(Convert.FromHexString(input)))];
}
