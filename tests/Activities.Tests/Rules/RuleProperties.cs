using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>DOMAIN §3.1, the invariants of single rules.</summary>
[Properties(Arbitrary = [typeof(RuleProperties)], MaxTest = 10_000, QuietOnSuccess = true)]
public sealed class RuleProperties
{
    /// <summary>Sizes of electorates, teams and vote counts, the small ones often.</summary>
    public static Arbitrary<int> Size() =>
        Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, 300), Gen.Choose(0, 100_000)).ToArbitrary();

    [Property]
    public void The_quorum_of_2020_is_met_whenever_that_of_1990_is(int due, int present) =>
        Assert.True(!Quorum.IsMet(due, present, Sample.J90.Quorum) || Quorum.IsMet(due, present, Sample.J20.Quorum));

    [Property]
    public void Who_is_missing_makes_the_quorum_exactly(int due, int present)
    {
        foreach (var pack in RulePacks.All.Where(_ => due > 0))
        {
            var missing = Quorum.Missing(due, present, pack.Quorum);
            Assert.True(Quorum.IsMet(due, present + missing, pack.Quorum));
            Assert.True(missing == 0 || !Quorum.IsMet(due, present + missing - 1, pack.Quorum));
            Assert.Equal(missing == 0, Quorum.Check(due, present, pack).Holds);
        }
    }

    [Property]
    public void Investigated_at_least_candidates_at_least_one_more_than_seats(int seats)
    {
        var (investigated, candidates) = (Differential.Minimum(seats, new(2, 5)), Differential.Minimum(seats, new(1, 5)));
        Assert.True(investigated >= candidates);
        Assert.True(seats == 0 || candidates >= seats + 1);
        Assert.Equal(seats > 0, Differential.Check(seats, candidates, Sample.J20).Holds);
        Assert.False(Differential.Check(seats, candidates - 1, Sample.J20).Holds);
    }

    [Property]
    public void A_minimum_is_the_least_that_meets_a_threshold(int whole, int numerator, int denominator, bool strict)
    {
        var threshold = new Threshold(new(Math.Min(numerator, denominator), Math.Max(1, denominator)), strict);
        var minimum = threshold.Minimum(whole);
        Assert.True(threshold.IsMet(minimum, whole));
        Assert.False(minimum > 0 && threshold.IsMet(minimum - 1, whole));
    }

    [Property]
    public void Half_is_never_a_majority(int present)
    {
        Assert.False(Sample.J20.Majority.IsMet(present / 2, present));
        Assert.True(Sample.J20.Majority.IsMet((present / 2) + 1, present));
    }

    [Property]
    public void Selecting_among_the_elected_elects_them_again(int[] votes, int seats, int present)
    {
        var choice = Selection.Choose(votes, seats, present, Sample.J20.Majority);
        int[] elected = [.. choice.Elected.Select(i => votes[i])];
        Assert.Equal(Enumerable.Range(0, elected.Length), Selection.Choose(elected, seats, present, Sample.J20.Majority).Elected);
        Assert.True(choice.Elected.Count + choice.TiedSeats + choice.Open == seats);
        Assert.True(choice.TiedSeats == 0 || choice.Tied.Count > choice.TiedSeats);
        Assert.True(choice.Tied.Select(i => votes[i]).Distinct().Count() <= 1);
        Assert.True(choice.Open == 0 || (choice.Tied.Count == 0 && choice.WithoutSeat.Count == 0));
    }

    [Property]
    public void A_ratio_orders_as_the_cross_product_and_reads_itself(int a, int b, int c, int d)
    {
        var (left, right) = (new Ratio(a, b + 1), new Ratio(c, d + 1));
        Assert.Equal(Math.Sign(((long)a * (d + 1)) - ((long)c * (b + 1))), Math.Sign(left.CompareTo(right)));
        Assert.True(Ratio.TryParse(left.Terms, out var read) && read.Terms == left.Terms);
        Assert.Equal(left, new Ratio(a * 2, (b + 1) * 2));
        Assert.Equal(left.GetHashCode(), new Ratio(a * 2, (b + 1) * 2).GetHashCode());
    }

    [Property]
    public void A_period_ends_on_a_working_day_with_the_right_count(int from, int days)
    {
        var calendar = WorkCalendar.Of("cn");
        var posted = new DateOnly(2025, 1, 1).AddDays(from % 700);
        var period = WorkingDays.Add(posted, days % 60, calendar);
        Assert.Equal(days % 60, WorkingDays.Between(posted, period.Last, calendar));
        Assert.True(days % 60 == 0 || calendar.IsWorkingDay(period.Last));
    }
}
