using System.Numerics;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Rules;

/// <summary>Sheets of one group about one person: 优秀, 称职, 基本称职, 不称职, 弃权.</summary>
public sealed record LevelCounts(int Excellent, int Competent, int Basic, int Incompetent, int Abstained)
{
    /// <summary>All sheets, abstentions included: the base of every share.</summary>
    public int Total => Excellent + Competent + Basic + Incompetent + Abstained;

    /// <summary>优秀 + 称职.</summary>
    public int Good => Excellent + Competent;

    /// <summary>Good of total, or null without a sheet.</summary>
    public Ratio? GoodShare => Total > 0 ? new(Good, Total) : null;
}

/// <summary>One person's assessment; members and masses stay apart.</summary>
public sealed record Assessed(string Name, LevelCounts Members, LevelCounts Masses);

/// <summary>A person's place; equal scores share a rank.</summary>
/// <param name="Rank">1 for the best.</param>
/// <param name="Name">The person.</param>
/// <param name="Score">Exact.</param>
public sealed record AssessmentRank(int Rank, string Name, AssessmentScore Score);

/// <summary>An exact rational score between 0 and 1; order by it, print only its percent.</summary>
public readonly record struct AssessmentScore(BigInteger Numerator, BigInteger Denominator) : IComparable<AssessmentScore>
{
    /// <summary>Two decimals, half up, such as "84.19%".</summary>
    public string Percent
    {
        get
        {
            var hundredths = (int)(((Numerator * 20_000) + Denominator) / (2 * Denominator));
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hundredths / 100}.{hundredths % 100:00}%");
        }
    }

    public int CompareTo(AssessmentScore other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public static bool operator <(AssessmentScore left, AssessmentScore right) => left.CompareTo(right) < 0;

    public static bool operator <=(AssessmentScore left, AssessmentScore right) => left.CompareTo(right) <= 0;

    public static bool operator >(AssessmentScore left, AssessmentScore right) => left.CompareTo(right) > 0;

    public static bool operator >=(AssessmentScore left, AssessmentScore right) => left.CompareTo(right) >= 0;
}

/// <summary>F17: participation of more than 4/5, and shares of 优秀 + 称职 ordered exactly.</summary>
public static class AssessmentSummary
{
    /// <summary>Participation of the members; the handbook's words are strict.</summary>
    public static Verdict CheckParticipation(int took, int due, Threshold share)
    {
        if (due < 1)
        {
            return new(false, "F17", Articles.Assessment, $"{due} ≥ 1", new("没有应参加测评的人。", "Nobody is due to assess."));
        }

        var holds = share.IsMet(took, due);
        return new(holds, "F17", Articles.Assessment, share.Inequality(took, due), holds
            ? new($"应参加 {due} 人，参加 {took} 人，{share:zh}，测评有效。", $"{took} of {due} took part, {share:en}: the assessment is valid.")
            : new($"应参加 {due} 人，参加 {took} 人，须{share:zh}，即 {share.Minimum(due)} 人。", $"{took} of {due} took part; {share:en} is needed, that is {share.Minimum(due)}."));
    }

    /// <summary>A person's score: the members' share, or the weighted mean when the plan gives weights. Null when a group
    /// that weighs has no sheet: then nothing can be said.</summary>
    public static AssessmentScore? Score(LevelCounts members, LevelCounts masses, GroupWeights? weights)
    {
        var (ours, theirs) = weights is null ? (1, 0) : (weights.Members, weights.Masses);
        if ((ours > 0 && members.Total == 0) || (theirs > 0 && masses.Total == 0) || ours + theirs <= 0)
        {
            return null;
        }

        BigInteger membersTotal = Math.Max(1, members.Total);
        BigInteger massesTotal = Math.Max(1, masses.Total);
        return new(
            (ours * members.Good * massesTotal) + (theirs * masses.Good * membersTotal),
            ((BigInteger)ours + theirs) * membersTotal * massesTotal);
    }

    /// <summary>Everybody who has a score, best first; equal scores share a rank and keep the order of the list.</summary>
    public static IReadOnlyList<AssessmentRank> Rank(IEnumerable<Assessed> people, GroupWeights? weights)
    {
        var scored = people
            .Select(person => (person.Name, Score: Score(person.Members, person.Masses, weights)))
            .Where(person => person.Score is not null)
            .Select(person => (person.Name, Score: person.Score!.Value))
            .OrderByDescending(person => person.Score)
            .ToArray();
        var ranks = new AssessmentRank[scored.Length];
        for (var i = 0; i < scored.Length; i++)
        {
            var equal = i > 0 && scored[i].Score.CompareTo(scored[i - 1].Score) == 0;
            ranks[i] = new(equal ? ranks[i - 1].Rank : i + 1, scored[i].Name, scored[i].Score);
        }

        return ranks;
    }
}
