using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Approval;

internal static class ApprovalFold
{
    public static Election Apply(Election state, Approved fact) =>
        Set(state, new(fact.Subject, fact.Number, null, fact.By));

    public static Election Apply(Election state, Returned fact) =>
        Set(state, new(fact.Subject, null, fact.Reason, fact.By));

    public static Election Apply(Election state, Declined fact) =>
        Set(state, new(fact.Subject, null, fact.Reason, fact.By));

    private static Election Set(Election state, ApprovalState approval) =>
        state with { Approvals = state.Approvals.SetItem(approval.Subject, approval) };
}
