using System.Globalization;
using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F19.</summary>
public sealed class TermTests
{
    [Fact]
    public void E1_a_branch_of_three_years()
    {
        var term = Term.Dates(Day("2023-05-18"), Term.Years(OrganisationKind.Branch));
        Assert.Equal(
            new TermDates(Day("2026-05-18"), Day("2025-11-18"), Day("2026-04-18"), Day("2025-05-18"), Day("2027-05-18")), term);
    }

    [Fact]
    public void E2_the_leap_day_clamps() => Assert.Equal(Day("2025-02-28"), Term.Dates(Day("2020-02-29"), 5).Expiry);

    [Theory]
    [InlineData("2025-04-01", true, "primary-2020", false)] // E3: more than a year early
    [InlineData("2025-05-17", true, "primary-2020", false)]
    [InlineData("2025-05-18", true, "primary-2020", true)]
    [InlineData("2025-05-18", true, "primary-1990", false)] // 1990 knows delay only
    [InlineData("2026-05-18", false, "primary-2020", true)]
    [InlineData("2026-05-18", false, "primary-1990", true)]
    [InlineData("2026-05-19", false, "primary-2020", false)]
    [InlineData("2027-05-18", true, "primary-1990", true)]
    [InlineData("2027-05-19", true, "primary-2020", false)]
    public void Shifts(string election, bool approved, string pack, bool holds)
    {
        var verdict = Term.CheckShift(Term.Dates(Day("2023-05-18"), 3), Day(election), approved, RulePacks.ById(pack)!);
        Assert.Equal((holds, "F19"), (verdict.Holds, verdict.Rule));
        Assert.EndsWith($" ≤ {election} ≤ 2027-05-18", verdict.Inequality, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrganisationKind.Branch, false, 3)]
    [InlineData(OrganisationKind.GeneralBranch, false, 3)]
    [InlineData(OrganisationKind.Committee, false, 5)]
    [InlineData(OrganisationKind.Branch, true, 5)]
    public void Years(OrganisationKind kind, bool village, int years) => Assert.Equal(years, Term.Years(kind, village));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
