namespace Gongtui.Activities.Rules;

/// <summary>F15: a ballot without candidates. All with the right to be elected are eligible.</summary>
public static class OpenBallot
{
    /// <summary>The differential that is left, those eligible against the seats. It warns and never blocks (a tension of the pilot itself).</summary>
    public static Verdict CheckDifferential(int seats, int eligible, Ratio ratio)
    {
        var have = (long)ratio.Denominator * (eligible - seats);
        var need = (long)ratio.Numerator * seats;
        var holds = seats > 0 && have >= need;
        var actual = seats > 0 ? $"{new Ratio(eligible - seats, seats)}" : "—";
        var right = ratio.Numerator == 1 ? $"{need}" : $"{ratio.Numerator}×{seats}={need}";
        return new(holds, "F15", Articles.OpenBallot, $"{ratio.Denominator}×({eligible}−{seats})={have} ≥ {right}", holds
            ? new($"有被选举权 {eligible} 人，名额 {seats}，实际差额 {actual}。", $"{eligible} eligible for {seats} seats: effective differential {actual}.")
            : new($"有被选举权 {eligible} 人，名额 {seats}，实际差额 {actual}，不足 {ratio:t}，请注意。", $"{eligible} eligible for {seats} seats: effective differential {actual}, below {ratio:t}; be aware."));
    }

    /// <summary>Names for the run-off of open seats: the top by votes, seats plus the plan's share, equal votes at the last place all in.</summary>
    public static IReadOnlyList<string> RunoffCandidates(ContestOutcome outcome, Ratio ratio)
    {
        PersonOutcome[] rest = [.. outcome.People.Where(person => person.Fate == Fate.NotElected && person.Approvals > 0)];
        int[] votes = [.. rest.Select(person => person.Approvals)];
        var cut = RecommendationCut.Cut(votes, Differential.Minimum(outcome.Open, ratio), CutTie.AllIn);
        return [.. cut.Taken.Select(i => rest[i].Name)];
    }
}
