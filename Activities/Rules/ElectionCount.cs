using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>Whether there is a result at all.</summary>
public enum ElectionStanding
{
    Valid,

    /// <summary>More ballots came back than could: seal them and vote again.</summary>
    Void,

    /// <summary>Too few people present.</summary>
    NoQuorum,
}

/// <summary>One vote, decided from attendance, ballot account and ballots.</summary>
/// <param name="Standing">Valid, void or without quorum.</param>
/// <param name="Quorum">F5.</param>
/// <param name="Account">F6.</param>
/// <param name="Contests">Empty unless the election is valid.</param>
public sealed record ElectionResult(
    ElectionStanding Standing, Verdict Quorum, BallotAccountResult Account, IReadOnlyList<ContestOutcome> Contests);

/// <summary>The whole count: F5, F6, then F7 to F10 and F14 for each contest.</summary>
public static class ElectionCount
{
    /// <summary>Decides one vote. Pure: the same ballots in any order give the same result.</summary>
    public static ElectionResult Decide(
        RulePack pack, CountingPolicy policy, BallotAccount account, BallotPaper paper, IEnumerable<Ballot> ballots) =>
        Decide(pack, policy.SeatPolicy, account, () => Tally.Count(paper, policy, ballots));

    /// <summary>As above with counts made elsewhere, such as a hand count; they are asked for only when the election stands.</summary>
    public static ElectionResult Decide(
        RulePack pack, SeatPolicy seatPolicy, BallotAccount account, Func<IReadOnlyList<ContestTally>> count)
    {
        var quorum = Quorum.Check(account.Due, account.Present, pack);
        var checkedAccount = account.Check(pack);
        var standing = !quorum.Holds ? ElectionStanding.NoQuorum
            : !checkedAccount.IsValid ? ElectionStanding.Void
            : ElectionStanding.Valid;
        return new(standing, quorum, checkedAccount, standing == ElectionStanding.Valid
            ? CombinedBallot.Decide(count(), account.Due, account.Present, seatPolicy, pack)
            : []);
    }
}
