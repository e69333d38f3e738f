using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Voting;

/// <summary>计票单 of one counter, for every contest of the round. What follows from other figures is not asked: valid ballots are those
/// returned less the invalid, abstentions are the valid less approvals and crosses.</summary>
public sealed record HandCountForm(IReadOnlyList<HandContest> Contests);

/// <summary>One contest as it was counted by hand.</summary>
/// <param name="Invalid">Ballots whose part for this contest is invalid.</param>
/// <param name="Names">Every printed name with its marks.</param>
/// <param name="WriteIns">Names written in that count, with their votes; those who may not be elected are left out.</param>
public sealed record HandContest(string Post, int Invalid, IReadOnlyList<HandName> Names, IReadOnlyList<HandWriteIn> WriteIns);

/// <summary>○ and × of a printed name.</summary>
public sealed record HandName(string Person, int Approve, int Against);

/// <summary>A name as it was written, with its votes.</summary>
/// <param name="Name">Printed name with its mark, or person id.</param>
public sealed record HandWriteIn(string Name, int Votes);

/// <summary>One of the two independent counts of a round. To be held until the result is announced.</summary>
/// <param name="Part">Which of the two: the scrutineers' or the tellers'.</param>
public sealed record HandCounted(int Round, string Part, IReadOnlyList<ContestTally> Count, string By);

/// <summary>The two counts differ: both count again.</summary>
/// <param name="Rows">What differs, without the figures, so that the second counting is independent too.</param>
public sealed record HandCountsDiffered(int Round, IReadOnlyList<string> Rows);

/// <summary>Counting paper ballots by hand: two counts that do not know of each other must agree.</summary>
public static class HandCount
{
    /// <summary>监票人's count.</summary>
    public const string ByScrutineers = "scrutineers";

    /// <summary>计票人's count.</summary>
    public const string ByTellers = "tellers";

    /// <summary>The full count that follows from the figures typed, or the first that cannot be right.</summary>
    public static Decided<HandCounted> Count(Election election, string part, HandCountForm form, Actor actor)
    {
        var voting = election.Voting;
        if (!form.Contests.Select(contest => contest.Post).SequenceEqual(voting.Contests.Select(contest => contest.Post)))
        {
            return new Refusal(RefusalKinds.Incomplete,
                new("须按选票的次序为每个职务各填一份。", "Fill in each post of the ballot, in its order."),
                Expected: string.Join(", ", voting.Contests.Select(contest => contest.Post)), Found: string.Join(", ", form.Contests.Select(contest => contest.Post)), Field: "contests");
        }

        var tallies = new List<ContestTally>();
        foreach (var (index, (contest, counted)) in voting.Contests.Zip(form.Contests).Index())
        {
            var tally = Contest(election, contest, counted, $"contests[{index}]");
            if (tally.Refusal is { } wrong)
            {
                return wrong;
            }

            tallies.Add(tally.Fact!);
        }

        return CountAudit.Check(election, voting.Contests, voting.Account!.Account.Returned, tallies) is { } impossible
            ? impossible
            : new HandCounted(voting.Round, part, tallies, actor.Id);
    }

    /// <summary>Where two counts differ, in words that give no figure away; empty when they agree.</summary>
    public static IReadOnlyList<string> Differences(Election election, IReadOnlyList<ContestTally> first, IReadOnlyList<ContestTally> second)
    {
        var rows = new List<string>();
        foreach (var (a, b) in first.Zip(second))
        {
            var post = election.Post(a.Post).Name.Zh;
            if (a.Invalid != b.Invalid)
            {
                rows.Add($"{post}：无效票");
            }

            var (one, other) = (a.Names.ToDictionary(name => name.Name), b.Names.ToDictionary(name => name.Name));
            rows.AddRange(a.Names.Select(name => name.Name).Union(b.Names.Select(name => name.Name))
                .Where(name => Differ(one.GetValueOrDefault(name), other.GetValueOrDefault(name), a.Invalid == b.Invalid))
                .Select(name => $"{post}：{election.NameOf(name)}"));
        }

        return rows;
    }

    // A differing number of valid ballots makes every abstention differ; only what was counted is compared then.
    private static bool Differ(NameTally? a, NameTally? b, bool sameValid) =>
        a is null || b is null || a.Approve != b.Approve || a.Against != b.Against || (sameValid && a.Abstain != b.Abstain);

    private static Decided<ContestTally> Contest(Election election, BallotContest contest, HandContest counted, string field)
    {
        var returned = election.Voting.Account!.Account.Returned;
        if (counted.Invalid < 0 || counted.Invalid > returned)
        {
            return new Refusal(RefusalKinds.Arithmetic,
                new($"{contest.Name.Zh}的无效票 {counted.Invalid} 张，收回 {returned} 张。", $"{counted.Invalid} invalid for {contest.Name.En}, {returned} returned."),
                Expected: $"0–{returned}", Found: $"{counted.Invalid}", Field: $"{field}.invalid");
        }

        var valid = returned - counted.Invalid;
        var names = new List<NameTally>();
        foreach (var name in counted.Names)
        {
            var abstain = (long)valid - name.Approve - name.Against;
            if (name.Approve < 0 || name.Against < 0 || abstain < 0)
            {
                return new Refusal(RefusalKinds.Arithmetic,
                    new($"{contest.Name.Zh} {election.NameOf(name.Person)}：○ {name.Approve} 与 × {name.Against} 之和多于有效票 {valid}。", $"{contest.Name.En} {election.NameOf(name.Person)}: {name.Approve} ○ and {name.Against} × are more than the {valid} valid ballots."),
                    Expected: $"≤ {valid}", Found: $"{(long)name.Approve + name.Against}",
                    NextStep: new("请核对这一行后重新提交。", "Check this row and submit again."), Field: $"{field}.names");
            }

            names.Add(new(name.Person, true, name.Approve, name.Against, (int)abstain));
        }

        return WriteIns(election, contest, counted, names, field) is { } wrong
            ? wrong
            : new ContestTally(contest.Post, contest.Seats, valid, counted.Invalid, names);
    }

    /// <summary>Adds the names written in, each found on the roll (F8); or says why not.</summary>
    private static Refusal? WriteIns(Election election, BallotContest contest, HandContest counted, List<NameTally> names, string field)
    {
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var writeIn in counted.WriteIns.Where(writeIn => !string.IsNullOrWhiteSpace(writeIn.Name)))
        {
            var found = WriteInName.Find(election, contest, writeIn.Name, $"{field}.writeIns");
            if (found.Refusal is { } unknown)
            {
                return unknown;
            }

            if (writeIn.Votes < 1 || !written.TryAdd(found.Fact!.Id, writeIn.Votes))
            {
                return new(RefusalKinds.Arithmetic,
                    new($"{contest.Name.Zh}另选的{election.NameOf(found.Fact!.Id)}票数不对，或写了两行。", $"The votes written in for {election.NameOf(found.Fact!.Id)} are wrong, or stand in two rows."),
                    Expected: "≥ 1", Found: $"{writeIn.Votes}", Field: $"{field}.writeIns");
            }
        }

        var (votes, crosses) = (written.Values.Sum(count => (long)count), counted.Names.Sum(name => (long)name.Against));
        if (contest.Candidates.Count > 0 && election.Parameters.Counting.WriteInNeedsAgainst && votes > crosses)
        {
            return new(RefusalKinds.Arithmetic,
                new($"{contest.Name.Zh}另选 {votes} 票，多于 × {crosses} 个；没有划 × 的另选无效，不计入。", $"{votes} votes written in for {contest.Name.En}, but only {crosses} ×: a write-in without a × is void."),
                Expected: $"≤ {crosses}", Found: $"{votes}", Article: election.Pack.Article("F8").Display, Field: $"{field}.writeIns");
        }

        names.AddRange(contest.Eligible.Where(written.ContainsKey).Select(person => new NameTally(person, false, written[person], 0, 0)));
        return null;
    }
}
