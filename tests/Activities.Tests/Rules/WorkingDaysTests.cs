using System.Globalization;
using Gongtui.Activities.Rules;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>F18.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkCalendar China = WorkCalendar.Of("cn");

    [Theory]
    [InlineData("2026-03-02", 5, "2026-03-09")]
    [InlineData("2026-03-06", 5, "2026-03-13")]
    [InlineData("2025-09-26", 5, "2025-10-10")]
    [InlineData("2026-03-02", 3, "2026-03-05")]
    [InlineData("2026-03-02", 0, "2026-03-02")]
    [InlineData("2026-02-13", 1, "2026-02-14")] // a Saturday worked for Spring Festival
    [InlineData("2026-02-14", 1, "2026-02-24")]
    public void Examples(string posted, int days, string last)
    {
        var period = WorkingDays.Add(Day(posted), days, China);
        Assert.Equal(Day(last), period.Last);
        Assert.True(period.IsCertain);
        var verdict = WorkingDays.Check(Day(posted), Day(last), days, China);
        Assert.Equal((true, $"{days} ≥ {days}", "F18"), (verdict.Holds, verdict.Inequality, verdict.Rule));
        Assert.False(WorkingDays.Check(Day(posted), Day(last), days + 1, China).Holds);
    }

    [Theory]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_of_365_days_has_248_working_days(int year, int expected) =>
        Assert.Equal(expected, WorkingDays.Between(new(year - 1, 12, 31), new(year, 12, 31), China));

    [Theory]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-02-05", true)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-06-19", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    public void Published_days(string day, bool works) => Assert.Equal(works, China.IsWorkingDay(Day(day)));

    [Fact]
    public void A_year_without_a_file_counts_weekends_and_says_so()
    {
        var period = WorkingDays.Add(Day("2026-12-31"), 5, China);
        Assert.Equal(Day("2027-01-07"), period.Last);
        Assert.Equal([2027], period.YearsUnknown);
        Assert.False(period.IsCertain);
        Assert.Contains("2027", WorkingDays.Check(Day("2026-12-31"), period.Last, 5, China).Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_family_knows_weekends_only() => Assert.Equal([2026], WorkingDays.Add(Day("2026-10-01"), 1, WorkCalendar.Of("none")).YearsUnknown);

    [Fact]
    public void Every_file_tells_an_officer_to_check_it() => Assert.All(WorkCalendar.Published, year =>
    {
        Assert.Contains("核对", year.Note.Zh, StringComparison.Ordinal);
        Assert.All(year.Holidays, holiday => Assert.True(holiday.From <= holiday.To && holiday.From.Year == year.Year));
        Assert.All(year.Holidays.SelectMany(holiday => holiday.WorkedInstead),
            day => Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(WorkingDays.Most + 1)]
    public void Impossible_lengths_are_refused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(Day("2026-03-02"), days, China));

    [Fact]
    public void An_objection_is_in_time_until_the_last_day_ends()
    {
        Assert.True(WorkingDays.IsInTime(Day("2026-03-09"), Day("2026-03-09")));
        Assert.False(WorkingDays.IsInTime(Day("2026-03-10"), Day("2026-03-09")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
