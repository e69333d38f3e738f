using Gongtui.Activities.Assessment;

namespace Gongtui.Activities.Tenure;

/// <summary>Who holds a post at the beginning of a term.</summary>
public sealed record TermPost(string Post, Text Name, IReadOnlyList<string> People);

/// <summary>承诺: what somebody promised in the campaign speech, with the day by which it is due.</summary>
public sealed record Commitment(string Id, string Person, string What, DateOnly Due);

/// <summary>任期台账 was opened: those in office, how long, and what they promised.</summary>
public sealed record TermOpened(
    IReadOnlyList<TermPost> Posts, DateOnly ElectedOn, DateOnly Ends, IReadOnlyList<Commitment> Commitments, string By);

/// <summary>Somebody reported on a commitment.</summary>
/// <param name="Late">Whether the day had passed.</param>
public sealed record CommitmentReported(string Commitment, bool Kept, string Result, bool Late, string By);

/// <summary>One person in a periodic review.</summary>
public sealed record ReviewResult(string Person, Level Level, string Opinion);

/// <summary>定期考评 was held.</summary>
/// <param name="Number">1 for the first of the term.</param>
public sealed record TermReviewed(int Number, DateOnly On, IReadOnlyList<ReviewResult> Results, string By);

/// <summary>Why somebody leaves a post during the term.</summary>
public enum ExitGround
{
    /// <summary>辞职.</summary>
    Resignation,

    /// <summary>工作调动: elected, but moved by an order (DOMAIN §1.9 P3).</summary>
    Transfer,

    /// <summary>组织调整.</summary>
    Adjustment,

    /// <summary>免职.</summary>
    Removal,

    /// <summary>罢免.</summary>
    Recall,
}

/// <summary>Staff proposed that somebody leaves a post.</summary>
public sealed record ExitProposed(string Person, string Post, ExitGround Ground, string Reason, string By);

/// <summary>The superior decided that the person leaves; the post is vacant.</summary>
public sealed record PostLeft(string Person, string Post, ExitGround Ground, string Number, DateOnly On, string By);

/// <summary>The superior decided that the person stays.</summary>
public sealed record ExitDeclined(string Person, string Reason, string By);
