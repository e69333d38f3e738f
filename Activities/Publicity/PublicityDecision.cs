using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Publicity;

/// <summary>A signed objection.</summary>
/// <param name="About">Person on the list shown.</param>
public sealed record ObjectionForm(string About, string Text);

/// <summary>What the inquiry found.</summary>
public sealed record InquiryForm(string Finding);

/// <summary>Dates of the notice period and what comes in during it (F18).</summary>
public static class PublicityDecision
{
    /// <summary>The period that begins today.</summary>
    /// <param name="days">Working days.</param>
    public static PublicityStarted Start(Election election, DateOnly today, int days)
    {
        var period = WorkingDays.Add(today, days, WorkCalendar.Of(election.Parameters.Calendar));
        return new(today, period.Last, days, [.. election.Shortlist.Needed("the shortlist").People()], period.YearsUnknown);
    }

    public static Decided<ObjectionFiled> File(Election election, ObjectionForm form, Actor actor, DateOnly today)
    {
        var period = election.Publicity!;
        if (!WorkingDays.IsInTime(today, period.Last) || period.IsOver)
        {
            return new Refusal(RefusalKinds.Time,
                new($"公示已于 {period.Last:yyyy-MM-dd} 24:00 结束。", $"The notice period ended on {period.Last:yyyy-MM-dd} at 24:00."),
                Expected: $"≤ {period.Last:yyyy-MM-dd}", Found: $"{today:yyyy-MM-dd}", Article: Articles.Publicity.Display,
                NextStep: new("请向上级党组织反映。", "Turn to the superior organisation."));
        }

        if (!period.People.Contains(form.About))
        {
            return new Refusal(RefusalKinds.Unknown,
                new("反映的对象不在公示名单中。", "That person is not on the list shown."),
                Expected: string.Join(", ", period.People.Select(election.NameOf)), Found: form.About, Field: "about");
        }

        if (period.Open.Any(open => open.By == actor.Id && open.About == form.About))
        {
            return new Refusal(RefusalKinds.Duplicate,
                new($"您对{election.NameOf(form.About)}的反映正在核查。", $"Your objection to {election.NameOf(form.About)} is being looked into."),
                Found: form.About, NextStep: new("请等候核查结论。", "Wait for the finding."), Field: "about");
        }

        if (FormRules.Filled(form.Text, "text", new("反映的内容", "what you object to")) is { } missing)
        {
            return missing;
        }

        return new ObjectionFiled($"objection-{period.Filed + 1}", form.About, form.Text, actor.Id);
    }

    public static Decided<ObjectionDecided> Decide(ObjectionFiled objection, bool upheld, InquiryForm form, Actor actor)
    {
        if (FormRules.Filled(form.Finding, "finding", new("核查结论", "finding")) is { } missing)
        {
            return missing;
        }

        return new ObjectionDecided(objection.Objection, objection.About, upheld, form.Finding, actor.Id);
    }
}
