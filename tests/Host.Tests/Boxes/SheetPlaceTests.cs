using System.Buffers.Binary;
using System.Security.Cryptography;
using Gongtui.Host.Persistence.Boxes;
using Xunit;

namespace Gongtui.Host.Tests.Boxes;

/// <summary>What the place of a sheet tells about when it came.</summary>
public sealed class SheetPlaceTests
{
    [Fact]
    public void In_a_box_of_some_hundreds_it_tells_nothing()
    {
        foreach (var before in new[] { 0, 1, 511 })
            Assert.All(Enumerable.Range(0, 600), _ => Assert.Equal(0u, StretchOf(before, RandomNumberGenerator.GetBytes(SheetPlace.Length))));
    }

    [Theory]
    [InlineData(512, 0, 0)]
    [InlineData(512, 511, 0)]
    [InlineData(513, 511, 1)]
    [InlineData(1023, 0, 0)]
    [InlineData(1023, 1, 1)]
    [InlineData(600_000, 0, 1170)]
    [InlineData(600_000, 511, 1171)]
    public void In_a_larger_one_it_is_one_of_two_stretches(long before, ushort chance, uint stretch)
    {
        var random = new byte[SheetPlace.Length];
        BinaryPrimitives.WriteUInt16BigEndian(random, chance);

        Assert.Equal(stretch, StretchOf(before, random));
    }

    /// <summary>Otherwise the first sheet of a stretch would be known to be the 513th.</summary>
    [Fact]
    public void Nobody_can_say_which_sheet_was_the_first_of_a_stretch()
    {
        var first = Enumerable.Range(0, 200).Select(_ => Enumerable.Range(512, 512).First(before => StretchOf(before, RandomNumberGenerator.GetBytes(SheetPlace.Length)) == 1)).ToList();

        // By the birthday paradox about the thirtieth after the 512th; never always the same.
        Assert.True(first.Distinct().Count() > 20);
        Assert.InRange(first.Average(), 512 + 15, 512 + 50);
    }

    [Fact]
    public void Within_its_stretch_it_is_random()
    {
        var places = Enumerable.Range(0, 500).Select(before => SheetPlace.Of(before, RandomNumberGenerator.GetBytes(SheetPlace.Length))).ToList();
        var sorted = places.OrderBy(Convert.ToHexString, StringComparer.Ordinal).ToList();

        // Half of the neighbours in the box came in the one order, half in the other.
        Assert.InRange(sorted.Zip(sorted.Skip(1)).Count(pair => places.IndexOf(pair.First) < places.IndexOf(pair.Second)), 180, 320);
    }

    private static uint StretchOf(long before, byte[] chance) => BinaryPrimitives.ReadUInt32BigEndian(SheetPlace.Of(before, chance));
}
