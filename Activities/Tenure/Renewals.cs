using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Tenure;

/// <summary>What the superior writes when the term has six months left.</summary>
public sealed record RenewalReminderForm(string Note);

/// <summary>换届请示 of the unit.</summary>
/// <param name="Meeting">Day of the meeting that is to elect.</param>
/// <param name="Number">文号 of the application.</param>
/// <param name="Reason">Why early or late; not needed on the day on which the term ends.</param>
public sealed record RenewalForm(DateOnly Meeting, string Number, string? Reason = null);

/// <summary>What the superior answers.</summary>
/// <param name="Number">文号; needed to approve.</param>
/// <param name="Reason">Needed to decline.</param>
public sealed record RenewalApprovalForm(string? Number = null, string? Reason = null);

/// <summary>The superior reminded the unit that the term ends (R11a).</summary>
public sealed record RenewalReminded(DateOnly On, DateOnly Ends, string Note, string By);

/// <summary>The unit applied for the next election (R11b).</summary>
/// <param name="Within">F19: the date is within a year of the end of the term.</param>
/// <param name="Late">Whether less than a month was left.</param>
public sealed record RenewalApplied(DateOnly Meeting, string Number, string? Reason, Verdict Within, bool Late, string By);

/// <summary>The superior answered (R11).</summary>
/// <param name="Number">文号 of an approval.</param>
/// <param name="Reason">Why not.</param>
public sealed record RenewalAnswered(bool Approved, DateOnly Meeting, string? Number, string? Reason, string By);

/// <summary>How far the next election is prepared; null parts have not happened yet.</summary>
public sealed record RenewalState(DateOnly? Reminded = null, RenewalApplied? Applied = null, RenewalAnswered? Answered = null);

/// <summary>R11, R11a, R11b: whether the steps towards the next election hold.</summary>
public static class Renewals
{
    /// <summary>Reminder, application, earliest and latest day for a term that runs (F19).</summary>
    public static TermDates DatesOf(TermState term) => Rules.Term.Dates(term.Ends, 0);

    public static Decided<RenewalReminded> Remind(Election election, RenewalReminderForm form, Actor actor, DateOnly today) =>
        FormRules.Filled(form.Note, "note", new("提醒内容", "what the reminder says"), 2000) is { } missing
            ? missing
            : new RenewalReminded(today, election.Term!.Ends, form.Note, actor.Id);

    public static Decided<RenewalApplied> Apply(Election election, RenewalForm form, Actor actor, DateOnly today)
    {
        var dates = DatesOf(election.Term!);
        var within = Rules.Term.CheckShift(dates, form.Meeting, superiorApproves: true, RulePacks.InForce(today) ?? RulePacks.InForce(dates.Expiry)!);
        var shifted = form.Meeting != dates.Expiry;
        var problem = FormRules.Filled(form.Number, "number", new("请示文号", "number of the application"), 100)
            ?? (form.Meeting < today ? Past(form.Meeting, today) : null)
            ?? (within.Holds ? null : Refusal.Of(within, new("请把开会日期定在允许的范围内。", "Choose a day within the limits."), "meeting"))
            ?? (shifted ? FormRules.Filled(form.Reason, "reason", new("提前或延期的理由", "why early or late"), 2000) : null)
            ?? (form.Reason is { Length: > 0 } said ? FormRules.Filled(said, "reason", new("理由", "reason"), 2000) : null);
        return problem is null
            ? new RenewalApplied(form.Meeting, form.Number, form.Reason, within, today > dates.Application, actor.Id)
            : problem;
    }

    public static Decided<RenewalAnswered> Answer(Election election, bool approved, RenewalApprovalForm form, Actor actor)
    {
        var missing = approved
            ? FormRules.Filled(form.Number, "number", new("批复文号", "number of the decision"), 100)
            : FormRules.Filled(form.Reason, "reason", new("不同意的理由", "reason"), 2000);
        return missing is null
            ? new RenewalAnswered(approved, election.Term!.Renewal!.Applied!.Meeting, approved ? form.Number : null, approved ? null : form.Reason, actor.Id)
            : missing;
    }

    private static Refusal Past(DateOnly meeting, DateOnly today) => new(
        RefusalKinds.Time,
        new($"开会日期 {meeting:yyyy-MM-dd} 已过。", $"{meeting:yyyy-MM-dd} is past."),
        Expected: $"≥ {today:yyyy-MM-dd}", Found: $"{meeting:yyyy-MM-dd}",
        NextStep: new("请填写今天或以后的日期。", "Choose today or a later day."), Field: "meeting");
}
