namespace Gongtui.Activities.Approval;

/// <summary>What became of a subject at the superior; only the last word counts.</summary>
/// <param name="Number">文号 of the approval; null while it came back or was declined.</param>
/// <param name="Reason">Why it came back or was declined.</param>
public sealed record ApprovalState(string Subject, string? Number, string? Reason, string By);
