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

    [Theory]
    [InlineData("2025-05-18", "2026-05-17", false)]
    [InlineData("2025-05-18", "2026-05-18", true)]
    [InlineData("2024-02-29", "2025-02-28", true)]
    public void A_secretary_has_been_a_full_member_for_a_year(string since, string election, bool holds)
    {
        var verdict = Term.CheckSecretary(Day(since), Day(election));
        Assert.Equal((holds, "R11d"), (verdict.Holds, verdict.Rule));
        Assert.EndsWith($" ≤ {election}", verdict.Inequality, StringComparison.Ordinal);
        Assert.Equal(holds, verdict.Sentence.En == "A full member for a year: may be secretary.");
    }

    [Theory]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2027-03-02", true)]
    [InlineData("2027-03-03", false)]
    public void A_recommendation_is_valid_for_a_year(string used, bool holds)
    {
        var verdict = Term.CheckRecommendation(Day("2026-03-02"), Day(used));
        Assert.Equal((holds, "R21", $"2026-03-02 ≤ {used} ≤ 2027-03-02"), (verdict.Holds, verdict.Rule, verdict.Inequality));
        Assert.Equal(!holds, verdict.Sentence.En.EndsWith("recommend again.", StringComparison.Ordinal));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
