namespace Gongtui.Activities.Rules;

/// <summary>A published holiday with the weekend days that are worked for it.</summary>
public sealed record Holiday(Text Name, DateOnly From, DateOnly To, IReadOnlyList<DateOnly> WorkedInstead);

/// <summary>One year of one country's calendar, as its file says.</summary>
public sealed record CalendarYear(string Family, int Year, Text Source, Text Note, IReadOnlyList<Holiday> Holidays);

/// <summary>Working days of a country: weekdays, less the published holidays, plus the published make-up days.</summary>
public sealed class WorkCalendar
{
    private readonly HashSet<int> years = [];
    private readonly HashSet<DateOnly> off = [];
    private readonly HashSet<DateOnly> worked = [];

    public WorkCalendar(IEnumerable<CalendarYear> published)
    {
        foreach (var year in published)
        {
            years.Add(year.Year);
            foreach (var holiday in year.Holidays)
            {
                worked.UnionWith(holiday.WorkedInstead);
                for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
                {
                    off.Add(day);
                }
            }
        }
    }

    /// <summary>The calendar of a family ("cn") from the embedded files; an unknown family knows weekends only.</summary>
    public static WorkCalendar Of(string family) => new(Published.Where(year => year.Family == family));

    /// <summary>All years that ship with the product.</summary>
    public static IReadOnlyList<CalendarYear> Published { get; } =
        [.. EmbeddedJson.Read("Gongtui.Activities.Rules.Calendars.", RulesJson.Default.CalendarYear).OrderBy(year => year.Year)];

    /// <summary>Whether the year's holidays are known; otherwise its weekends are all that is.</summary>
    public bool Knows(int year) => years.Contains(year);

    public bool IsWorkingDay(DateOnly date) =>
        worked.Contains(date)
        || (!off.Contains(date) && date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}
