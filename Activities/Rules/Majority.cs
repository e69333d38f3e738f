namespace Gongtui.Activities.Rules;

/// <summary>F9: more than half. Exactly half is not elected; the base is those present, not the ballots returned (DOMAIN trap 2).</summary>
public static class Majority
{
    /// <summary>The least number of approvals that elects on a base of <paramref name="whole"/>.</summary>
    public static int Minimum(int whole, Threshold majority) => majority.Minimum(whole);

    /// <summary>The number that the pack's majority is a share of.</summary>
    public static int Base(MajorityBase majorityBase, int due, int present, int valid) => majorityBase switch
    {
        MajorityBase.Due => due,
        MajorityBase.Valid => valid,
        _ => present,
    };

    /// <summary>F9 for one person under a pack.</summary>
    /// <param name="name">The person, as on the ballot.</param>
    /// <param name="approvals">Approvals, write-ins included.</param>
    /// <param name="whole">The base, see <see cref="Base"/>.</param>
    /// <param name="pack">Supplies the share, the word for the base and the article.</param>
    public static Verdict Check(string name, int approvals, int whole, RulePack pack)
    {
        var holds = pack.Majority.IsMet(approvals, whole);
        var (zh, en) = BaseWords(pack.MajorityBase);
        var minimum = pack.Majority.Minimum(whole);
        var half = 2L * approvals == whole;
        return new(holds, "F9", pack.Article("F9"), pack.Majority.Inequality(approvals, whole), holds
            ? new($"{name} 得赞成票 {approvals} 张，超过{zh} {whole} 的半数。", $"{name} has {approvals} approvals, more than half of {whole} ({en}).")
            : new($"{name} 得赞成票 {approvals} 张，{(half ? "恰为" : "未过")}{zh} {whole} 的半数，须 {minimum} 张。",
                $"{name} has {approvals} approvals, {(half ? "exactly" : "not more than")} half of {whole} ({en}); {minimum} are needed."));
    }

    private static (string Zh, string En) BaseWords(MajorityBase majorityBase) => majorityBase switch
    {
        MajorityBase.Due => ("应到会人数", "due"),
        MajorityBase.Valid => ("有效票数", "valid ballots"),
        _ => ("实到会有选举权人数", "present with the right to vote"),
    };
}
