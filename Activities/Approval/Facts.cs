namespace Gongtui.Activities.Approval;

/// <summary>What the superior is asked to approve.</summary>
public static class Subjects
{
    /// <summary>实施方案, and with it in principle the direct election of 书记 and 副书记 (R18).</summary>
    public const string Plan = "plan";

    /// <summary>候选人预备人选.</summary>
    public const string Shortlist = "shortlist";

    public static IReadOnlyList<string> All { get; } = [Plan, Shortlist];
}

/// <summary>批复.</summary>
/// <param name="Number">文号.</param>
/// <param name="On">Local date.</param>
/// <param name="By">Who decided for the superior.</param>
public sealed record Approved(string Subject, string Number, DateOnly On, string By);

/// <summary>退回修改.</summary>
public sealed record Returned(string Subject, string Reason, string By);

/// <summary>不予批准.</summary>
public sealed record Declined(string Subject, string Reason, string By);
