using Gongtui.Activities.Elections;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>The clock of one election: an hour passes with each task, and it never goes back.</summary>
internal sealed class PilotClock(DateOnly start)
{
    public DateTimeOffset Now { get; private set; } = Morning(start);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>An hour later, or the morning of a day if that is later.</summary>
    public void Pass(DateOnly? day)
    {
        Now = Now.AddHours(1);
        if (day is { } given)
        {
            To(Morning(given));
        }
    }

    /// <summary>That moment, unless it is past.</summary>
    public void To(DateTimeOffset moment) => Now = moment > Now ? moment : Now;

    private static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 0)), LocalTime.Offset);
}
