namespace Gongtui.Activities.Rules;

/// <summary>The kinds of primary organisation, by which terms differ (R10).</summary>
public enum OrganisationKind
{
    /// <summary>支部.</summary>
    Branch,

    /// <summary>总支.</summary>
    GeneralBranch,

    /// <summary>基层委员会.</summary>
    Committee,
}

/// <summary>The dates of a term.</summary>
/// <param name="Expiry">Last day of the term.</param>
/// <param name="Reminder">Six months before: the superior reminds.</param>
/// <param name="Application">One month before: the application must be in.</param>
/// <param name="Earliest">A year before the expiry.</param>
/// <param name="Latest">A year after the expiry.</param>
public sealed record TermDates(DateOnly Expiry, DateOnly Reminder, DateOnly Application, DateOnly Earliest, DateOnly Latest);

/// <summary>F19: terms and when to elect again. 29 February becomes 28 February in a common year.</summary>
public static class Term
{
    /// <summary>Years of a term since 2018; organisations of villages and communities all have five.</summary>
    public static int Years(OrganisationKind kind, bool villageOrCommunity = false) =>
        villageOrCommunity || kind == OrganisationKind.Committee ? 5 : 3;

    public static TermDates Dates(DateOnly elected, int years)
    {
        var expiry = elected.AddYears(years);
        return new(expiry, expiry.AddMonths(-6), expiry.AddMonths(-1), expiry.AddYears(-1), expiry.AddYears(1));
    }

    /// <summary>Whether an election may be held on a date: within a year of the expiry, and with the superior's approval unless
    /// it is on the day of expiry. Rules that know no early election say so in the pack.</summary>
    public static Verdict CheckShift(TermDates term, DateOnly election, bool superiorApproves, RulePack pack)
    {
        var earliest = pack.EarlyElectionAllowed ? term.Earliest : term.Expiry;
        var inRange = earliest <= election && election <= term.Latest;
        var holds = inRange && (superiorApproves || election == term.Expiry);
        return new(holds, "F19", Articles.Term, $"{earliest:yyyy-MM-dd} ≤ {election:yyyy-MM-dd} ≤ {term.Latest:yyyy-MM-dd}",
            !inRange ? new($"届满 {term.Expiry:yyyy-MM-dd}，提前或延期不得超过一年{(pack.EarlyElectionAllowed ? "" : "，且不得提前")}。",
                $"The term ends {term.Expiry:yyyy-MM-dd}; an election may not be more than one year {(pack.EarlyElectionAllowed ? "early or late" : "late, nor early at all")}.")
            : !holds ? new("提前或延期换届须经上级党组织批准。", "An early or late election needs the superior organisation's approval.")
            : new($"届满 {term.Expiry:yyyy-MM-dd}，选举日期在允许范围内。", $"The term ends {term.Expiry:yyyy-MM-dd}; the date is within the limits."));
    }

    /// <summary>R11d: the secretary of a branch has been a full member for a year.</summary>
    public static Verdict CheckSecretary(DateOnly fullMemberSince, DateOnly election)
    {
        var from = fullMemberSince.AddYears(1);
        var holds = from <= election;
        return new(holds, "R11d", Articles.TeamSize, $"{from:yyyy-MM-dd} ≤ {election:yyyy-MM-dd}", holds
            ? new("转为正式党员满一年，可任书记。", "A full member for a year: may be secretary.")
            : new($"{fullMemberSince:yyyy-MM-dd} 转为正式党员，{from:yyyy-MM-dd} 起满一年；一般不宜任书记。", $"A full member since {fullMemberSince:yyyy-MM-dd}, for a year on {from:yyyy-MM-dd}: not usually secretary before."));
    }

    /// <summary>R21: a recommendation is valid for one year.</summary>
    public static Verdict CheckRecommendation(DateOnly recommended, DateOnly used)
    {
        var last = recommended.AddYears(1);
        var holds = recommended <= used && used <= last;
        return new(holds, "R21", Articles.RecommendationValidity, $"{recommended:yyyy-MM-dd} ≤ {used:yyyy-MM-dd} ≤ {last:yyyy-MM-dd}", holds
            ? new($"推荐结果有效期至 {last:yyyy-MM-dd}。", $"The recommendation is valid until {last:yyyy-MM-dd}.")
            : new($"推荐结果有效期至 {last:yyyy-MM-dd}，须重新推荐。", $"The recommendation was valid until {last:yyyy-MM-dd}: recommend again."));
    }
}
