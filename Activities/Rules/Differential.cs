namespace Gongtui.Activities.Rules;

/// <summary>F1–F3: how many people stand for how many seats. The base of every percentage is the seats (DOMAIN trap 3).</summary>
public static class Differential
{
    /// <summary>F3's ratio: the pilot investigated at least 40 % more people than seats.</summary>
    public static Ratio PilotInvestigation { get; } = new(2, 5);

    private static readonly Text Candidates = new("候选人", "candidates");
    private static readonly Text Investigated = new("考察对象", "persons investigated");

    /// <summary>F1 and F3: seats plus the share of the seats, a fraction rounded up.</summary>
    public static int Minimum(int seats, Ratio ratio) => checked(seats + ratio.CeilingOf(seats));

    /// <summary>F1 under a pack; a pack that states no ratio asks for one more candidate than seats.</summary>
    public static int MinimumCandidates(int seats, RulePack pack) =>
        pack.Differential is { } rule ? Minimum(seats, rule.Ratio) : seats + 1;

    /// <summary>F1: candidates against seats by the pack's differential.</summary>
    public static Verdict Check(int seats, int candidates, RulePack pack)
    {
        var article = pack.Article("F1");
        if (seats < 1)
        {
            return NoSeats("F1", article, seats);
        }

        var minimum = MinimumCandidates(seats, pack);
        return pack.Differential switch
        {
            null => MoreThanSeats(seats, candidates, article),
            { Exact: true } rule => Exactly(seats, candidates, minimum, rule.Ratio, article),
            { } rule => AtLeast("F1", article, seats, candidates, minimum, rule.Ratio, Candidates),
        };
    }

    /// <summary>F2: 等额, as many candidates as seats; only for posts that the plan flags so.</summary>
    public static Verdict CheckEqual(int seats, int candidates)
    {
        if (seats < 1)
        {
            return NoSeats("F2", Articles.EqualNumber, seats);
        }

        var holds = candidates == seats;
        return new(holds, "F2", Articles.EqualNumber, $"{candidates} = {seats}", holds
            ? new($"名额 {seats}，候选人 {candidates}，等额。", $"{seats} seats, {candidates} candidates: equal number.")
            : new($"等额职务名额 {seats}，候选人 {candidates}，不相等；须改为 {seats} 人，或在方案中改为差额。",
                $"An equal-number post with {seats} seats has {candidates} candidates; name {seats}, or make it differential in the plan."));
    }

    /// <summary>F3: people investigated against seats; <paramref name="ratio"/> is <see cref="PilotInvestigation"/> unless the plan says otherwise.</summary>
    public static Verdict CheckInvestigation(int seats, int investigated, Ratio ratio) => seats < 1
        ? NoSeats("F3", Articles.Investigation, seats)
        : AtLeast("F3", Articles.Investigation, seats, investigated, Minimum(seats, ratio), ratio, Investigated);

    private static Verdict AtLeast(string rule, Article article, int seats, int people, int minimum, Ratio ratio, Text who)
    {
        var surplus = people - seats;
        var have = (long)ratio.Denominator * surplus;
        var need = (long)ratio.Numerator * seats;
        var holds = people >= minimum;
        var inequality = ratio.Numerator == 1
            ? $"{ratio.Denominator}×({people}−{seats})={have} ≥ {need}"
            : $"{ratio.Denominator}×({people}−{seats})={have} ≥ {ratio.Numerator}×{seats}={need}";
        var actual = new Ratio(surplus, seats);
        return new(holds, rule, article, inequality, holds
            ? new($"名额 {seats}，{who.Zh} {people}，差额 {actual}，不少于 {ratio:t}。",
                $"{seats} seats, {people} {who.En}: differential {actual}, at least {ratio:t}.")
            : new($"名额 {seats}，{who.Zh} {people}，差额 {actual}，不足 {ratio:t}；须有 {minimum} 人。",
                $"{seats} seats, {people} {who.En}: differential {actual}, below {ratio:t}; {seats} seats need {minimum}, not {people}."));
    }

    private static Verdict Exactly(int seats, int candidates, int minimum, Ratio ratio, Article article)
    {
        var holds = candidates == minimum;
        var actual = new Ratio(candidates - seats, seats);
        return new(holds, "F1", article, $"{candidates} = {seats}+⌈{ratio.Numerator}×{seats}/{ratio.Denominator}⌉ = {minimum}", holds
            ? new($"名额 {seats}，候选人 {candidates}，差额 {actual}，恰为 {ratio:t}（小数进位）。",
                $"{seats} seats, {candidates} candidates: differential {actual}, exactly {ratio:t} rounded up.")
            : new($"名额 {seats}，候选人 {candidates}，差额 {actual}，应恰为 {ratio:t}（小数进位）；须有 {minimum} 人。",
                $"{seats} seats, {candidates} candidates: differential {actual}, but it must be exactly {ratio:t} rounded up; {seats} seats need {minimum}, not {candidates}."));
    }

    private static Verdict MoreThanSeats(int seats, int candidates, Article article) => new(
        candidates > seats, "F1", article, $"{candidates} > {seats}", candidates > seats
            ? new($"名额 {seats}，候选人 {candidates}，差额（本规则未定比例）。", $"{seats} seats, {candidates} candidates: differential (these rules state no ratio).")
            : new($"名额 {seats}，候选人 {candidates}，不是差额；至少须有 {seats + 1} 人。", $"{seats} seats, {candidates} candidates: no differential; at least {seats + 1} are needed."));

    private static Verdict NoSeats(string rule, Article article, int seats) => new(false, rule, article, $"{seats} ≥ 1",
        new($"名额为 {seats}，至少应为 1。", $"There are {seats} seats; there must be at least 1."));
}
