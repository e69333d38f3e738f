using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Overriding;

/// <summary>Whether the superior's answer is complete.</summary>
public static class OverrideDecision
{
    public static Decided<OverrideApproved> Approve(OverrideForm form, Actor actor, DateOnly today)
    {
        if (FormRules.Filled(form.Number, "number", new("批复文号", "number of the approval"), 100) is { } missing)
        {
            return missing;
        }

        return new OverrideApproved(form.Number!, form.Reason, today, actor.Id);
    }

    public static Decided<OverrideDeclined> Decline(OverrideForm form, Actor actor)
    {
        if (FormRules.Filled(form.Reason, "reason", new("理由", "reason")) is { } missing)
        {
            return missing;
        }

        return new OverrideDeclined(form.Reason!, actor.Id);
    }
}
