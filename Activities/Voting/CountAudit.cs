using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Voting;

/// <summary>Every sum that a count must satisfy, whoever made it.</summary>
public static class CountAudit
{
    /// <summary>Why these counts cannot be of this ballot, or null: same contests, same printed names in the same order, and per contest
    /// valid + invalid = returned, approve + against + abstain = valid for each printed name, ΣA ≤ seats × valid, write-ins eligible.</summary>
    public static Refusal? Check(Election election, IReadOnlyList<BallotContest> contests, int returned, IReadOnlyList<ContestTally> count)
    {
        if (!contests.Select(contest => (contest.Post, contest.Seats)).SequenceEqual(count.Select(tally => (tally.Post, tally.Seats))))
        {
            return Wrong(new("计票结果的职务或名额与选票不符。", "The posts or seats counted are not those on the ballot."),
                string.Join(", ", contests.Select(contest => $"{contest.Post}:{contest.Seats}")),
                string.Join(", ", count.Select(tally => $"{tally.Post}:{tally.Seats}")), "count");
        }

        return contests.Zip(count).Select((pair, index) => Contest(election, pair.First, pair.Second, returned, $"count[{index}]"))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? Contest(Election election, BallotContest contest, ContestTally tally, int returned, string field)
    {
        if (tally.Valid < 0 || tally.Invalid < 0 || BallotAccount.CheckCounted(returned, tally.Valid, tally.Invalid, election.Pack) is { Holds: false })
        {
            var verdict = BallotAccount.CheckCounted(returned, tally.Valid, tally.Invalid, election.Pack);
            return Refusal.Of(verdict, new("请重新计票。", "Count again."), field) with { Kind = RefusalKinds.Arithmetic };
        }

        var printed = tally.Names.Where(name => name.Printed).ToArray();
        if (!printed.Select(name => name.Name).SequenceEqual(contest.Candidates, StringComparer.Ordinal)
            || tally.Names.Select(name => name.Name).Distinct(StringComparer.Ordinal).Count() != tally.Names.Count)
        {
            return Wrong(new($"{contest.Name.Zh}的候选人与选票不符。", $"The candidates counted for {contest.Name.En} are not those on the ballot."),
                string.Join(", ", contest.Candidates), string.Join(", ", printed.Select(name => name.Name)), field);
        }

        if (printed.FirstOrDefault(name => Least(name) < 0 || (long)name.Approve + name.Against + name.Abstain != tally.Valid) is { } uneven)
        {
            var sum = (long)uneven.Approve + uneven.Against + uneven.Abstain;
            return Wrong(new(
                $"{election.NameOf(uneven.Name)}：赞成、反对、弃权之和 {sum} 与有效票 {tally.Valid} 不符。",
                $"{election.NameOf(uneven.Name)}: for, against and abstained make {sum}, not the {tally.Valid} valid ballots."),
                $"{tally.Valid}", $"{uneven.Approve}+{uneven.Against}+{uneven.Abstain}={sum}", field);
        }

        var eligible = contest.Eligible.ToHashSet(StringComparer.Ordinal);
        if (tally.Names.FirstOrDefault(name => !name.Printed && (name.Approve < 1 || name.Approve > tally.Valid || !eligible.Contains(name.Name))) is { } stranger)
        {
            return Wrong(new(
                $"另选人“{election.NameOf(stranger.Name)}”不能被选为{contest.Name.Zh}，或票数不对。", $"The write-in “{election.NameOf(stranger.Name)}” cannot be elected {contest.Name.En}, or the votes are wrong."),
                $"1–{tally.Valid}", $"{stranger.Approve}", field);
        }

        var approvals = tally.Names.Sum(name => (long)name.Approve);
        return approvals <= (long)contest.Seats * tally.Valid
            ? null
            : Wrong(new(
                $"{contest.Name.Zh}的赞成票合计 {approvals}，多于名额与有效票之积 {contest.Seats}×{tally.Valid}。",
                $"{approvals} approvals for {contest.Name.En} in all, more than {contest.Seats}×{tally.Valid}."),
                $"≤ {(long)contest.Seats * tally.Valid}", $"{approvals}", field);
    }

    private static int Least(NameTally name) => Math.Min(name.Approve, Math.Min(name.Against, name.Abstain));

    private static Refusal Wrong(Text message, string expected, string found, string field) => new(
        RefusalKinds.Arithmetic, message, expected, found, NextStep: new("请重新计票。", "Count again."), Field: field);
}
