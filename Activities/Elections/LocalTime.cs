namespace Gongtui.Activities.Elections;

/// <summary>The one place that knows the local calendar: China Standard Time, UTC+8, no daylight saving since 1992.</summary>
public static class LocalTime
{
    /// <summary>Offset of every local date in the product.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>The local date of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>24:00 of a local date.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => new(date.AddDays(1), TimeOnly.MinValue, Offset);
}
