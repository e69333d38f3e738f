using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>A second count that shares no code with the first: by names, ballot by ballot, straight from the words of the rules.
/// It is meant to be read. Of the product it knows the names of its data alone; the constants of the packs stand here a second time.</summary>
internal static class SlowCount
{
    public sealed record Row(string Name, bool Printed, int Approve, int Against, int Abstain);

    public sealed record Result(string Post, int Valid, int Invalid, IReadOnlyList<Row> Rows, IReadOnlySet<string> Elected, IReadOnlySet<string> Tied, int TiedSeats, int Open);

    private sealed record Part(bool Valid, List<string> Approved, List<string> Against, List<string> Written);

    /// <summary>Whether enough people are present.</summary>
    public static bool HasQuorum(RandomElection e) => e.Due > 0 && e.Pack.Id switch
    {
        "primary-2020" => 5 * e.Present >= 4 * e.Due,
        "primary-1990" => 5 * e.Present > 4 * e.Due,
        "local-congress-2020" => 2 * e.Present > e.Due,
        "local-plenum-2020" => 3 * e.Present > 2 * e.Due,
        "trade-union-2016" => 3 * e.Present >= 2 * e.Due,
        "village-committee-2010" => 2 * e.Present > e.Due,
        _ => throw new InvalidOperationException(e.Pack.Id),
    };

    /// <summary>Whether more ballots came back than can be.</summary>
    public static bool IsVoid(RandomElection e) =>
        e.Returned > (e.Pack.Id is "primary-1990" or "village-committee-2010" ? e.Issued : e.Voted ?? e.Issued);

    /// <summary>Every contest, highest post first.</summary>
    public static IReadOnlyList<Result> Run(RandomElection e)
    {
        var ballots = new List<Dictionary<string, Part>>();
        foreach (var sheet in e.Sheets)
        {
            ballots.Add(Read(e, sheet));
        }

        var results = new List<Result>();
        var higher = new HashSet<string>();
        foreach (var contest in e.Contests)
        {
            var good = new List<Part>();
            foreach (var ballot in ballots)
            {
                if (ballot[contest.Post].Valid)
                {
                    good.Add(ballot[contest.Post]);
                }
            }

            var rows = Rows(contest, good);
            var votes = new Dictionary<string, int>();
            foreach (var row in rows)
            {
                votes[row.Name] = row.Approve;
                foreach (var earlier in results)
                {
                    foreach (var same in earlier.Rows)
                    {
                        votes[row.Name] += e.Policy.SeatPolicy == SeatPolicy.Cumulative && same.Name == row.Name ? same.Approve : 0;
                    }
                }
            }

            var whole = e.Pack.Id is "primary-2020" or "primary-1990" or "village-committee-2010" ? e.Present : e.Due;
            var overHalf = new List<string>();
            foreach (var (name, approvals) in votes)
            {
                if (2 * approvals > whole && !higher.Contains(name))
                {
                    overHalf.Add(name);
                }
            }

            var (elected, tied) = (new HashSet<string>(), new HashSet<string>());
            foreach (var name in overHalf)
            {
                var (more, asMany) = (0, 0);
                foreach (var other in overHalf)
                {
                    more += votes[other] > votes[name] ? 1 : 0;
                    asMany += votes[other] == votes[name] ? 1 : 0;
                }

                if (more + asMany <= contest.Seats)
                {
                    elected.Add(name);
                }
                else if (more < contest.Seats)
                {
                    tied.Add(name);
                }
            }

            var tiedSeats = tied.Count > 0 ? contest.Seats - elected.Count : 0;
            results.Add(new(contest.Post, good.Count, ballots.Count - good.Count, rows, elected, tied, tiedSeats, contest.Seats - elected.Count - tiedSeats));
            if (e.Policy.SeatPolicy != SeatPolicy.Separate)
            {
                higher.UnionWith(elected);
            }
        }

        return results;
    }

    private static List<Row> Rows(Contest contest, List<Part> good)
    {
        var rows = new List<Row>();
        foreach (var name in contest.Candidates)
        {
            var (approve, against) = (0, 0);
            foreach (var part in good)
            {
                approve += part.Approved.Contains(name) ? 1 : 0;
                against += part.Against.Contains(name) ? 1 : 0;
            }

            rows.Add(new(name, true, approve, against, good.Count - approve - against));
        }

        foreach (var name in contest.Eligible)
        {
            var written = 0;
            foreach (var part in good)
            {
                written += part.Written.Contains(name) ? 1 : 0;
            }

            if (written > 0)
            {
                rows.Add(new(name, false, written, 0, 0));
            }
        }

        return rows;
    }

    private static Dictionary<string, Part> Read(RandomElection e, IReadOnlyDictionary<string, Sheet> sheet)
    {
        var parts = new Dictionary<string, Part>();
        var approvedHigher = new HashSet<string>();
        var once = e.Policy.RepeatedName == RepeatedName.HighestPost;
        var allValid = true;
        foreach (var contest in e.Contests)
        {
            var (valid, approved, against, written) = (true, new List<string>(), new List<string>(), new List<string>());
            if (sheet.TryGetValue(contest.Post, out var filled))
            {
                foreach (var (name, mark) in filled.Marks)
                {
                    if (mark == Mark.Against)
                    {
                        against.Add(name);
                    }
                    else if (mark == Mark.Approve && !(once && approvedHigher.Contains(name)))
                    {
                        approved.Add(name);
                    }
                }

                foreach (var (name, marked) in filled.WriteIns)
                {
                    if (!marked)
                    {
                        valid &= e.Policy.WriteInWithoutMark == WriteInWithoutMark.Abstain;
                    }
                    else if (contest.Eligible.Contains(name) && !contest.Candidates.Contains(name) && !written.Contains(name) && !(once && approvedHigher.Contains(name)))
                    {
                        written.Add(name);
                    }
                }

                if (contest.Candidates.Count > 0 && e.Policy.WriteInNeedsAgainst && written.Count > against.Count)
                {
                    valid &= e.Policy.ExcessWriteIns == ExcessWriteIns.VoidWriteIns;
                    written.Clear();
                }

                valid &= approved.Count + written.Count <= contest.Seats;
            }

            if (valid)
            {
                approvedHigher.UnionWith(approved);
                approvedHigher.UnionWith(written);
            }

            allValid &= valid;
            parts[contest.Post] = new(valid, approved, against, written);
        }

        if (!allValid && e.Policy.BallotScope == BallotScope.Ballot)
        {
            foreach (var contest in e.Contests)
            {
                parts[contest.Post] = parts[contest.Post] with { Valid = false };
            }
        }

        return parts;
    }
}
