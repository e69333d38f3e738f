using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

public sealed class RulePackTests
{
    [Theory]
    [InlineData("1990-06-26", null)]
    [InlineData("2010-05-01", "primary-1990")]
    [InlineData("2020-07-12", "primary-1990")]
    [InlineData("2020-07-13", "primary-2020")]
    [InlineData("2026-03-02", "primary-2020")]
    public void One_primary_pack_is_in_force_on_a_date(string date, string? id) =>
        Assert.Equal(id, RulePacks.InForce(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture))?.Id);

    [Fact]
    public void The_two_primary_packs_differ_where_the_texts_differ()
    {
        Assert.Equal(new Threshold(new(4, 5), false), Sample.J20.Quorum);
        Assert.Equal(new Threshold(new(4, 5), true), Sample.J90.Quorum);
        Assert.Equal((new DifferentialRule(new(1, 5), false), new DifferentialRule(new(1, 5), true)), (Sample.J20.Differential, Sample.J90.Differential));
        Assert.Equal((ReturnedLimit.Voters, ReturnedLimit.Issued), (Sample.J20.ReturnedAtMost, Sample.J90.ReturnedAtMost));
        Assert.All([Sample.J20, Sample.J90], pack => Assert.Equal((new Threshold(new(1, 2), true), MajorityBase.Present), (pack.Majority, pack.MajorityBase)));
        Assert.Equal(new CountingPolicy(), Sample.J20.Counting);
        Assert.Equal(new ReduceSeatsRule(new(4, 5), new(new(1, 2), false)), Sample.J20.ReduceSeats);
    }

    [Fact]
    public void Every_pack_names_the_source_of_every_rule_it_governs() => Assert.All(RulePacks.All, pack =>
        Assert.All(["F1", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12"], rule => Assert.NotEmpty(pack.Article(rule).Label.Zh)));

    [Theory]
    [InlineData("local-congress-2020", "1/2", true, MajorityBase.Due, SeatPolicy.SeatOnce, false)]
    [InlineData("local-plenum-2020", "2/3", true, MajorityBase.Due, SeatPolicy.SeatOnce, false)]
    [InlineData("trade-union-2016", "2/3", false, MajorityBase.Due, SeatPolicy.SeatOnce, false)]
    [InlineData("village-committee-2010", "1/2", true, MajorityBase.Present, SeatPolicy.Cumulative, true)]
    public void Neighbouring_packs_are_data(string id, string quorum, bool strict, MajorityBase whole, SeatPolicy seats, bool village)
    {
        var pack = RulePacks.ById(id)!;
        Assert.Equal((quorum, strict), (pack.Quorum.Ratio.Terms, pack.Quorum.Strict));
        Assert.Equal((new Threshold(new(1, 2), true), whole), (pack.Majority, pack.MajorityBase));
        Assert.Equal((seats, village, village), (pack.Counting.SeatPolicy, pack.KinBarred, pack.ProxyAllowed));
        Assert.Null(pack.Differential);
        Assert.Same(pack, RulePacks.InForce(new(2026, 3, 2), pack.Family));
        Assert.Contains("核对", pack.Note.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_ids_are_null() => Assert.Null(RulePacks.ById("primary-1789"));
}
