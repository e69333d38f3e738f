namespace Gongtui.Activities.Rules;

/// <summary>What can be done about open seats; a person decides, with reasons.</summary>
/// <param name="Open">N, the missing seats.</param>
/// <param name="Candidates">(a) 另行选举: those not elected in order of votes, as many as the differential of N asks; equal votes at the last place all in.</param>
/// <param name="CandidatesSuffice">F1 on those candidates; when it does not hold, names must be added or dropped.</param>
/// <param name="Close">(b) whether reducing the seats may be offered at all: the elected are close to the seats.</param>
/// <param name="ConsentsNeeded">(b) consents needed among those present.</param>
public sealed record ShortageOptions(int Open, IReadOnlyList<string> Candidates, Verdict CandidatesSuffice, Verdict Close, int ConsentsNeeded);

/// <summary>F12: fewer over half than seats. Filling up from those not over half is forbidden; (c) leaving the seat vacant is always possible.</summary>
public static class Shortage
{
    /// <summary>The options for a contest that ended in a shortage.</summary>
    public static ShortageOptions Options(ContestOutcome outcome, int present, RulePack pack)
    {
        var open = outcome.Open;
        var elected = outcome.Elected.Count;
        PersonOutcome[] rest = [.. outcome.People.Where(person => person.Fate == Fate.NotElected && person.Approvals > 0)];
        int[] votes = [.. rest.Select(person => person.Approvals)];
        var cut = RecommendationCut.Cut(votes, Differential.MinimumCandidates(open, pack), CutTie.AllIn);
        string[] names = [.. cut.Taken.Select(i => rest[i].Name)];
        return new(
            open, names, Differential.Check(open, names.Length, pack),
            CheckClose(outcome.Tally.Seats, elected, pack),
            pack.ReduceSeats.Consent.Minimum(present));
    }

    /// <summary>Whether the elected are close enough to the seats to reduce them; "close" is the plan's number, not the rule's.</summary>
    public static Verdict CheckClose(int seats, int elected, RulePack pack)
    {
        var close = new Threshold(pack.ReduceSeats.Close, Strict: false);
        var holds = elected > 0 && close.IsMet(elected, seats);
        return new(holds, "F12", pack.Article("F12"), close.Inequality(elected, seats), holds
            ? new($"应选 {seats}，已选 {elected}，接近应选名额（本方案：{close:zh}），经同意可减少名额。",
                $"{elected} of {seats} elected, close to the seats (this plan: {close:en}): they may be reduced with consent.")
            : new($"应选 {seats}，已选 {elected}，不接近应选名额（本方案：{close:zh}），不能减少名额。",
                $"{elected} of {seats} elected, not close to the seats (this plan: {close:en}): they may not be reduced."));
    }

    /// <summary>Consent to reduce the seats: 半数以上 of those present, the half included unless the plan is stricter.</summary>
    public static Verdict CheckConsent(int consents, int present, RulePack pack)
    {
        var rule = pack.ReduceSeats.Consent;
        var holds = present > 0 && rule.IsMet(consents, present);
        return new(holds, "F12", pack.Article("F12"), rule.Inequality(consents, present), holds
            ? new($"实到 {present} 人，{consents} 人同意减少名额，通过。", $"{consents} of {present} present consent: the seats are reduced.")
            : new($"实到 {present} 人，{consents} 人同意减少名额，须 {rule.Minimum(present)} 人。", $"{consents} of {present} present consent; {rule.Minimum(present)} are needed."));
    }
}
