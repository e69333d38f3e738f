using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Approval;

/// <summary>What the superior fills in.</summary>
/// <param name="Number">文号; needed to approve.</param>
/// <param name="Reason">Needed to send back or to decline.</param>
public sealed record ApprovalForm(string? Number = null, string? Reason = null);

/// <summary>Whether the answer of the superior is complete.</summary>
public static class ApprovalDecision
{
    public static Decided<Approved> Approve(string subject, ApprovalForm form, Actor actor, DateOnly today)
    {
        if (FormRules.Filled(form.Number, "number", new("批复文号", "number of the approval"), 100) is { } missing)
        {
            return missing;
        }

        return new Approved(subject, form.Number!, today, actor.Id);
    }

    public static Decided<Returned> Return(string subject, ApprovalForm form, Actor actor)
    {
        if (Reason(form) is { } missing)
        {
            return missing;
        }

        return new Returned(subject, form.Reason!, actor.Id);
    }

    public static Decided<Declined> Decline(string subject, ApprovalForm form, Actor actor)
    {
        if (Reason(form) is { } missing)
        {
            return missing;
        }

        return new Declined(subject, form.Reason!, actor.Id);
    }

    private static Refusal? Reason(ApprovalForm form) =>
        FormRules.Filled(form.Reason, "reason", new("理由", "reason"));
}
