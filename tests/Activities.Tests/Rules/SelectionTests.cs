using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F10.</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData(41, 3, "35 28 23 23 14", "0 1", "2 3", 1, "", 0)]
    [InlineData(41, 3, "30 30 22 21", "0 1 2", "", 0, "3", 0)]
    [InlineData(60, 5, "50 45 40 31 31 31", "0 1 2", "3 4 5", 2, "", 0)]
    [InlineData(48, 5, "40 33 27 25 24 20", "0 1 2 3", "", 0, "", 1)]
    [InlineData(41, 3, "21 22 30 30", "2 3 1", "", 0, "0", 0)] // order of the list does not matter
    [InlineData(41, 2, "30 30", "0 1", "", 0, "", 0)] // equal but enough seats
    [InlineData(41, 1, "30 30 22", "", "0 1", 1, "2", 0)]
    [InlineData(41, 3, "", "", "", 0, "", 3)]
    [InlineData(40, 1, "20", "", "", 0, "", 1)]
    [InlineData(41, 2, "30 25 25 22", "0", "1 2", 1, "3", 0)]
    public void Chooses_by_votes_and_leaves_a_boundary_tie_open(
        int present, int seats, string votes, string elected, string tied, int tiedSeats, string withoutSeat, int open)
    {
        var choice = Selection.Choose(Sample.Numbers(votes), seats, present, Sample.J20.Majority);
        Assert.Equal(Sample.Numbers(elected), choice.Elected);
        Assert.Equal(Sample.Numbers(tied), choice.Tied);
        Assert.Equal(Sample.Numbers(withoutSeat), choice.WithoutSeat);
        Assert.Equal((tiedSeats, open), (choice.TiedSeats, choice.Open));
    }
}
