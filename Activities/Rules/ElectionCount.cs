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

/// <summary>The same in numbers alone.</summary>
public sealed record ElectionChoice(ElectionStanding Standing, IReadOnlyList<ContestChoice> Contests);

/// <summary>The whole count: F5, F6, then F7 to F10 and F14 for each contest.</summary>
public static class ElectionCount
{
    /// <summary>Decides one vote. Pure: the same ballots in any order give the same result.</summary>
    public static ElectionResult Decide(
        RulePack pack, CountingPolicy policy, BallotAccount account, BallotPaper paper, IEnumerable<Ballot> ballots)
    {
        var choice = Choose(pack, policy.SeatPolicy, account, () => Tally.Count(paper, policy, ballots));
        return new(
            choice.Standing, Quorum.Check(account.Due, account.Present, pack), account.Check(pack),
            [.. choice.Contests.Select(contest => contest.Explain(pack))]);
    }

    /// <summary>As above in numbers alone; the counts are asked for only when the election stands.</summary>
    public static ElectionChoice Choose(RulePack pack, SeatPolicy seatPolicy, BallotAccount account, Func<IReadOnlyList<ContestTally>> count)
    {
        var standing = Stands(pack, account);
        return new(standing, standing == ElectionStanding.Valid
            ? CombinedBallot.Choose(count(), account.Due, account.Present, seatPolicy, pack)
            : []);
    }

    /// <summary>Whether there will be a result: first enough people, then no more ballots than there can be.</summary>
    public static ElectionStanding Stands(RulePack pack, BallotAccount account) =>
        !Quorum.IsMet(account.Due, account.Present, pack.Quorum) ? ElectionStanding.NoQuorum
        : !BallotAccount.Stands(account.Issued, account.Voted, account.Returned, pack.ReturnedAtMost) ? ElectionStanding.Void
        : ElectionStanding.Valid;
}
