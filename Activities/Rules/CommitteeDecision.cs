namespace Gongtui.Activities.Rules;

/// <summary>A committee's vote: both must hold.</summary>
/// <param name="Attendance">At least 2/3 of the committee present.</param>
/// <param name="Votes">More than half of the whole committee in favour.</param>
public sealed record CommitteeVerdict(Verdict Attendance, Verdict Votes)
{
    public bool Passed => Attendance.Holds && Votes.Holds;
}

/// <summary>F21: decisions of a party committee on shortlists and approvals. Half is of those due, not of those present.</summary>
public static class CommitteeDecision
{
    private static readonly Threshold TwoThirds = new(new(2, 3), Strict: false);
    private static readonly Threshold MoreThanHalf = new(new(1, 2), Strict: true);

    /// <summary>The decision; more votes than people present never pass.</summary>
    public static CommitteeVerdict Check(int due, int present, int yes)
    {
        var attendance = due > 0 && present <= due && TwoThirds.IsMet(present, due);
        var votes = due > 0 && yes <= present && MoreThanHalf.IsMet(yes, due);
        return new(
            new(attendance, "F21", Articles.CommitteeDecision, TwoThirds.Inequality(present, due), attendance
                ? new($"应到 {due} 人，到会 {present} 人，不少于三分之二。", $"{present} of {due} present, at least two thirds.")
                : new($"应到 {due} 人，到会 {present} 人，须 {TwoThirds.Minimum(due)} 至 {due} 人。", $"{present} of {due} present; {TwoThirds.Minimum(due)} to {due} are needed.")),
            new(votes, "F21", Articles.CommitteeDecision, MoreThanHalf.Inequality(yes, due), votes
                ? new($"同意 {yes} 票，超过应到 {due} 人的半数。", $"{yes} in favour, more than half of {due} due.")
                : new($"同意 {yes} 票，须超过应到 {due} 人的半数（{MoreThanHalf.Minimum(due)} 票），且不多于到会人数。", $"{yes} in favour; more than half of {due} due ({MoreThanHalf.Minimum(due)}) are needed, and no more than are present.")));
    }
}
