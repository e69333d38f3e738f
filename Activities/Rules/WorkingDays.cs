namespace Gongtui.Activities.Rules;

/// <summary>The end of a period in working days.</summary>
/// <param name="Last">The last working day of the period; it lasts until 24:00.</param>
/// <param name="YearsUnknown">Years of the period without a published calendar, counted by weekends only: an officer must check them.</param>
public sealed record WorkingPeriod(DateOnly Last, IReadOnlyList<int> YearsUnknown)
{
    /// <summary>Whether every year of the period has its published calendar.</summary>
    public bool IsCertain => YearsUnknown.Count == 0;
}

/// <summary>F18: publicity in working days. The day of posting is not counted (our convention, not a text's).</summary>
public static class WorkingDays
{
    /// <summary>Longest period that is computed: some ten years.</summary>
    public const int Most = 2500;

    /// <summary>The last day of a notice posted on <paramref name="posted"/> for <paramref name="days"/> working days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Days are negative or more than <see cref="Most"/>.</exception>
    public static WorkingPeriod Add(DateOnly posted, int days, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Most);
        var last = posted;
        for (var counted = 0; counted < days;)
        {
            last = last.AddDays(1);
            counted += calendar.IsWorkingDay(last) ? 1 : 0;
        }

        return new(last, Unknown(posted, last, calendar));
    }

    /// <summary>Working days after <paramref name="posted"/> up to and with <paramref name="last"/>.</summary>
    public static int Between(DateOnly posted, DateOnly last, WorkCalendar calendar)
    {
        var counted = 0;
        for (var day = posted; day < last;)
        {
            day = day.AddDays(1);
            counted += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return counted;
    }

    /// <summary>Whether a notice stood long enough.</summary>
    public static Verdict Check(DateOnly posted, DateOnly last, int days, WorkCalendar calendar)
    {
        var counted = Between(posted, last, calendar);
        var holds = counted >= days;
        var unknown = Unknown(posted, last, calendar);
        var (zh, en) = unknown.Length == 0 ? ("", "") : (
            $"{string.Join("、", unknown)} 年没有节假日表，只按周末计算，须核对。",
            $" No holiday table for {string.Join(", ", unknown)}: weekends only, check it.");
        return new(holds, "F18", Articles.Publicity, $"{counted} ≥ {days}", holds
            ? new($"{posted:yyyy-MM-dd} 张贴，至 {last:yyyy-MM-dd} 共 {counted} 个工作日，不少于 {days} 个。{zh}", $"Posted {posted:yyyy-MM-dd}, {counted} working days to {last:yyyy-MM-dd}, at least {days}.{en}")
            : new($"{posted:yyyy-MM-dd} 张贴，至 {last:yyyy-MM-dd} 共 {counted} 个工作日，须 {days} 个。{zh}", $"Posted {posted:yyyy-MM-dd}, {counted} working days to {last:yyyy-MM-dd}; {days} are needed.{en}"));
    }

    /// <summary>Whether an objection came in time: until 24:00 of the last day.</summary>
    public static bool IsInTime(DateOnly received, DateOnly last) => received <= last;

    private static int[] Unknown(DateOnly posted, DateOnly last, WorkCalendar calendar) =>
        [.. Enumerable.Range(posted.Year, Math.Max(0, last.Year - posted.Year) + 1).Where(year => !calendar.Knows(year))];
}
