namespace Gongtui.Activities.Rules;

/// <summary>What "more than half" is half of.</summary>
public enum MajorityBase
{
    /// <summary>实到会有选举权人数: those present with the right to vote.</summary>
    Present,

    /// <summary>应到会人数.</summary>
    Due,

    /// <summary>Valid ballots of the contest.</summary>
    Valid,
}

/// <summary>What the number of returned ballots may not exceed.</summary>
public enum ReturnedLimit
{
    /// <summary>The number of people who voted (2020).</summary>
    Voters,

    /// <summary>The number of ballots issued (1990 and older templates).</summary>
    Issued,
}

/// <summary>How many more candidates than seats.</summary>
/// <param name="Ratio">Share of the seats; a fraction is rounded up.</param>
/// <param name="Exact">True where the text says "is", not "is at least" (1990).</param>
public sealed record DifferentialRule(Ratio Ratio, bool Exact);

/// <summary>When seats may be reduced instead of electing again (R48).</summary>
/// <param name="Close">What counts as "close to" the seats; a number of ours, not of any text.</param>
/// <param name="Consent">Consent of those present: 半数以上 includes the half.</param>
public sealed record ReduceSeatsRule(Ratio Close, Threshold Consent);

/// <summary>The constants of one set of rules in force for a time: data, so that a new regulation is a new file.</summary>
public sealed record RulePack
{
    /// <summary>"primary-2020".</summary>
    public required string Id { get; init; }

    /// <summary>The kind of body that the pack governs; within a family, one pack is in force on a date.</summary>
    public required string Family { get; init; }

    public required Text Name { get; init; }

    /// <summary>What an officer must check before relying on the pack.</summary>
    public required Text Note { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force, or null while in force.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Present against due.</summary>
    public required Threshold Quorum { get; init; }

    /// <summary>Approvals against <see cref="MajorityBase"/>.</summary>
    public required Threshold Majority { get; init; }

    public required MajorityBase MajorityBase { get; init; }

    /// <summary>Null when the sources of this pack state none: the plan must fix it.</summary>
    public DifferentialRule? Differential { get; init; }

    public required ReturnedLimit ReturnedAtMost { get; init; }

    /// <summary>Defaults of the counting parameters; a plan may choose otherwise where practice differs.</summary>
    public required CountingPolicy Counting { get; init; }

    public required ReduceSeatsRule ReduceSeats { get; init; }

    /// <summary>Whether an election may be held before the term ends (R11).</summary>
    public bool EarlyElectionAllowed { get; init; }

    /// <summary>Whether an absent person may vote through another.</summary>
    public bool ProxyAllowed { get; init; }

    /// <summary>Whether kin of candidates may not be tellers.</summary>
    public bool KinBarred { get; init; }

    /// <summary>Sources by rule id ("F9").</summary>
    public required IReadOnlyDictionary<string, Article> Articles { get; init; }

    /// <summary>The source of a rule under this pack; a pack that names none is not a pack.</summary>
    public Article Article(string rule) => Articles[rule];

    public bool IsInForce(DateOnly date) => From <= date && (To is null || date <= To);
}
