using Gongtui.Activities.Assessment;

namespace Gongtui.Activities.Tenure;

/// <summary>Who holds a post at the beginning of a term.</summary>
/// <param name="Since">From which day; null for the day of the election.</param>
/// <param name="Number">文号 of the approval or number of the filing; null when it is not known.</param>
public sealed record TermPost(string Post, Text Name, IReadOnlyList<string> People, DateOnly? Since = null, string? Number = null);

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

/// <summary>The ledger of the term heard that somebody left a post: the term ends for them there.</summary>
/// <param name="Post">Name of the post.</param>
/// <param name="Reason">As it was proposed.</param>
/// <param name="Number">文号 of the superior's decision.</param>
/// <param name="On">Day of that decision.</param>
/// <param name="From">Id of the run of the exit.</param>
public sealed record HolderLeft(string Person, string Post, ExitGround Ground, string Reason, string Number, DateOnly On, string From);

/// <summary>Somebody decided what becomes of a commitment whose maker left office.</summary>
/// <param name="To">Who takes it over; null when it ends.</param>
public sealed record CommitmentSettled(string Commitment, string Person, string? To, string Reason, string By);

/// <summary>What is done about a post that was left (R61).</summary>
public enum VacancyChoice
{
    /// <summary>补选: the meeting elects again; the usual way.</summary>
    ByElection,

    /// <summary>上级调动或指派, when necessary.</summary>
    Appointment,

    /// <summary>暂缺: for now nobody, with a reason.</summary>
    Vacant,
}

/// <summary>Somebody decided what is done about a post that was left.</summary>
/// <param name="HoldBy">By-election: day by which the meeting is to be held.</param>
/// <param name="Number">Appointment: 文号.</param>
/// <param name="Reason">Why not a by-election in time.</param>
public sealed record VacancyDecided(
    string Post, string Person, VacancyChoice Choice, DateOnly? HoldBy, string? Number, string? Reason, Text Article, string By);

/// <summary>The superior decided that the person stays.</summary>
public sealed record ExitDeclined(string Person, string Reason, string By);
