namespace Gongtui.Activities.Rules;

/// <summary>F6: the ballots of one vote, as tellers write them down. Printed = issued + unused + spoiled; V ≤ I ≤ P ≤ D;
/// the election stands only if R ≤ V (2020) or R ≤ I (1990).</summary>
/// <param name="Due">应到.</param>
/// <param name="Present">实到 with the right to vote.</param>
/// <param name="Printed">Ballots brought to the meeting.</param>
/// <param name="Issued">发出.</param>
/// <param name="Unused">剩余.</param>
/// <param name="Spoiled">Exchanged or torn before voting.</param>
/// <param name="Voted">People who cast a ballot; null when paper does not tell, then the issued stand in for them.</param>
/// <param name="Returned">收回.</param>
public sealed record BallotAccount(
    int Due, int Present, int Printed, int Issued, int Unused, int Spoiled, int? Voted, int Returned)
{
    /// <summary>A digital box has no paper: as many printed as issued, none unused or spoiled.</summary>
    public static BallotAccount Digital(int due, int present, int issued, int? voted, int returned) =>
        new(due, present, issued, issued, 0, 0, voted, returned);

    /// <summary>Whether the election stands, without texts.</summary>
    public static bool Stands(int issued, int? voted, int returned, ReturnedLimit limit) =>
        returned <= Limit(issued, voted, limit);

    /// <summary>Every equation of the account under a pack.</summary>
    public BallotAccountResult Check(RulePack pack)
    {
        var article = pack.Article("F6");
        var returned = CheckReturned(pack.ReturnedAtMost, article);
        var placed = (long)Issued + Unused + Spoiled;
        Verdict[] checks =
        [
            new(Printed == placed, "F6", article,
                $"{Printed} = {Issued}+{Unused}+{Spoiled}={placed}",
                Printed == placed
                    ? new("印制数等于发出、剩余、作废之和。", "Printed ballots equal issued, unused and spoiled together.")
                    : new($"印制 {Printed} 张，与发出、剩余、作废之和 {placed} 张不符，请重新清点。",
                        $"{Printed} printed, but issued, unused and spoiled make {placed}: count again.")),
            AtMost(article, Present, Due, new("实到", "present"), new("应到", "due")),
            AtMost(article, Issued, Present, new("发出", "issued"), new("实到", "present")),
            AtMost(article, Voted ?? Issued, Issued, new("投票人数", "voters"), new("发出", "issued")),
            returned,
        ];
        return new(checks, returned, Math.Max(0, Issued - Returned));
    }

    /// <summary>R = valid + invalid for one contest, once the ballots are read.</summary>
    public static Verdict CheckCounted(int returned, int valid, int invalid, RulePack pack)
    {
        var sum = (long)valid + invalid;
        return new(returned == sum, "F6", pack.Article("F6"), $"{returned} = {valid}+{invalid}={sum}", returned == sum
            ? new($"收回 {returned} 张，有效 {valid} 张，无效 {invalid} 张，相符。", $"{returned} returned: {valid} valid and {invalid} invalid agree.")
            : new($"收回 {returned} 张，与有效 {valid} 张、无效 {invalid} 张之和不符，请重新清点。",
                $"{returned} returned, but {valid} valid and {invalid} invalid make {sum}: count again."));
    }

    private Verdict CheckReturned(ReturnedLimit limit, Article article)
    {
        var most = Limit(Issued, Voted, limit);
        var holds = Returned <= most;
        var (zh, en) = limit == ReturnedLimit.Voters && Voted is not null ? ("投票人数", "voters") : ("发出选票数", "ballots issued");
        return new(holds, "F6", article, $"{Returned} ≤ {most}", holds
            ? new($"收回选票 {Returned} 张，不多于{zh} {most}，选举有效。", $"{Returned} ballots returned, not more than {most} {en}: the election is valid.")
            : new($"收回选票 {Returned} 张，多于{zh} {most}，选举无效，封存选票，重新投票。",
                $"{Returned} ballots returned, more than {most} {en}: the election is void; seal them and vote again."));
    }

    private static Verdict AtMost(Article article, int part, int whole, Text partName, Text wholeName) =>
        new(part <= whole, "F6", article, $"{part} ≤ {whole}", part <= whole
            ? new($"{partName.Zh} {part}，不多于{wholeName.Zh} {whole}。", $"{part} {partName.En}, not more than {whole} {wholeName.En}.")
            : new($"{partName.Zh} {part}，多于{wholeName.Zh} {whole}，请核对。", $"{part} {partName.En}, more than {whole} {wholeName.En}: check the figures."));

    private static int Limit(int issued, int? voted, ReturnedLimit limit) =>
        limit == ReturnedLimit.Issued ? issued : voted ?? issued;
}

/// <summary>F6's answer.</summary>
/// <param name="Checks">Every equation of the account; all must hold before the tellers sign.</param>
/// <param name="Returned">The one equation that decides whether the election stands: more ballots than voters void it.</param>
/// <param name="Missing">Issued but not returned; zero when more came back.</param>
public sealed record BallotAccountResult(IReadOnlyList<Verdict> Checks, Verdict Returned, int Missing)
{
    /// <summary>Whether the election stands; if not, the ballots are sealed and the vote is repeated.</summary>
    public bool IsValid => Returned.Holds;

    /// <summary>Whether every figure agrees with the others.</summary>
    public bool IsBalanced => Checks.All(check => check.Holds);
}
