namespace Gongtui.Activities.Rules;

/// <summary>Kinship between a teller and someone who stands.</summary>
public sealed record Kin(string Teller, string Nominee);

/// <summary>F20: tellers and scrutineers are voters, stand for nothing, and are adopted by the meeting. Checked again before each
/// vote, because a write-in may have made one a nominee.</summary>
public static class TellerFitness
{
    /// <summary>Everybody who could serve; empty means: ask the superior organisation.</summary>
    public static IReadOnlyList<string> Possible(IEnumerable<string> voters, IEnumerable<string> nominees) =>
        [.. voters.Except(nominees, StringComparer.Ordinal)];

    /// <summary>What stands against these tellers; all hold when they may serve.</summary>
    /// <param name="tellers">The people proposed.</param>
    /// <param name="voters">Those present with the right to vote.</param>
    /// <param name="nominees">Everybody standing in the coming vote, those written in before among them.</param>
    /// <param name="least">The plan's number of tellers.</param>
    /// <param name="adopted">Whether the meeting adopted them.</param>
    /// <param name="kin">Known kinship; looked at only where the plan or the pack bars kin.</param>
    /// <param name="kinBarred">Whether kin are barred.</param>
    public static IReadOnlyList<Verdict> Check(
        IReadOnlyList<string> tellers, IReadOnlySet<string> voters, IReadOnlySet<string> nominees,
        int least, bool adopted, IReadOnlyList<Kin> kin, bool kinBarred)
    {
        string[] distinct = [.. tellers.Distinct(StringComparer.Ordinal)];
        List<Verdict> verdicts =
        [
            new(distinct.Length >= least, "F20", Articles.Tellers, $"{distinct.Length} ≥ {least}", distinct.Length >= least
                ? new($"监票人、计票人 {distinct.Length} 人。", $"{distinct.Length} tellers.")
                : new($"监票人、计票人 {distinct.Length} 人，至少须 {least} 人。", $"{distinct.Length} tellers; at least {least} are needed.")),
            new(adopted, "F20", Articles.Tellers, adopted ? "✓" : "∅", adopted
                ? new("已经大会通过。", "Adopted by the meeting.")
                : new("须经大会表决通过。", "The meeting must adopt them.")),
        ];
        verdicts.AddRange(distinct.Where(nominees.Contains).Select(teller => No(Articles.Tellers, $"{teller} ∉ N",
            new($"{teller} 是候选人或被推荐人，须更换。", $"{teller} stands in this election and must be replaced."))));
        verdicts.AddRange(distinct.Where(teller => !voters.Contains(teller)).Select(teller => No(Articles.Tellers, $"{teller} ∈ V",
            new($"{teller} 不是到会的有选举权者，须更换。", $"{teller} is not present with the right to vote and must be replaced."))));
        if (kinBarred)
        {
            verdicts.AddRange(kin.Where(pair => distinct.Contains(pair.Teller, StringComparer.Ordinal) && nominees.Contains(pair.Nominee))
                .Select(pair => No(Articles.KinBar, $"{pair.Teller} ~ {pair.Nominee}",
                    new($"{pair.Teller} 是 {pair.Nominee} 的近亲属，须回避。", $"{pair.Teller} is kin of {pair.Nominee} and must step aside."))));
        }

        return verdicts;
    }

    private static Verdict No(Article article, string relation, Text sentence) => new(false, "F20", article, relation, sentence);
}
