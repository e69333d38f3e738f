using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>A second count that shares no code with the first: by names, ballot by ballot, straight from the words of the rules.
/// It is slow and meant to be read.</summary>
internal static class SlowCount
{
    public sealed record Row(string Name, bool Printed, int Approve, int Against, int Abstain);

    public sealed record Result(string Post, int Valid, int Invalid, IReadOnlyList<Row> Rows, IReadOnlySet<string> Elected, IReadOnlySet<string> Tied, int TiedSeats, int Open);

    public static IReadOnlyList<Result> Run(RandomElection election)
    {
        var results = new List<Result>();
        var readings = election.Sheets.Select(sheet => Read(election, sheet)).ToList();
        var higher = new HashSet<string>();
        foreach (var contest in election.Contests)
        {
            var parts = readings.Select(reading => reading[contest.Post]).ToList();
            var good = parts.Where(part => part.Valid).ToList();
            var rows = contest.Candidates.Select(name => new Row(
                name, true, good.Count(part => part.Marks[name] == Mark.Approve), good.Count(part => part.Marks[name] == Mark.Against), good.Count(part => part.Marks[name] == Mark.Abstain))).ToList();
            rows.AddRange(contest.Eligible.Except(contest.Candidates).Distinct()
                .Select(name => new Row(name, false, good.Count(part => part.Written.Contains(name)), 0, 0))
                .Where(row => row.Approve > 0));

            var votes = rows.ToDictionary(row => row.Name, row => row.Approve);
            if (election.Policy.SeatPolicy == SeatPolicy.Cumulative)
            {
                foreach (var name in votes.Keys)
                {
                    votes[name] += results.Sum(earlier => earlier.Rows.Where(row => row.Name == name).Sum(row => row.Approve));
                }
            }

            var whole = election.Pack.MajorityBase == MajorityBase.Due ? election.Due : election.Present;
            var running = votes.Where(vote => vote.Value * 2 > whole && !higher.Contains(vote.Key)).ToList();
            var elected = running.Where(x => running.Count(y => y.Value >= x.Value) <= contest.Seats).Select(x => x.Key).ToHashSet();
            var tied = running.Where(x => !elected.Contains(x.Key) && running.Count(y => y.Value > x.Value) < contest.Seats).Select(x => x.Key).ToHashSet();
            var tiedSeats = tied.Count > 0 ? contest.Seats - elected.Count : 0;
            results.Add(new(contest.Post, good.Count, parts.Count - good.Count, rows, elected, tied, tiedSeats, contest.Seats - elected.Count - tiedSeats));
            if (election.Policy.SeatPolicy != SeatPolicy.Separate)
            {
                higher.UnionWith(elected);
            }
        }

        return results;
    }

    private sealed record Part(bool Valid, Dictionary<string, Mark> Marks, HashSet<string> Written);

    private static Dictionary<string, Part> Read(RandomElection election, IReadOnlyDictionary<string, Sheet> sheet)
    {
        var policy = election.Policy;
        var parts = new Dictionary<string, Part>();
        var approvedHigher = new HashSet<string>();
        foreach (var contest in election.Contests)
        {
            var blank = new Sheet(new Dictionary<string, Mark>(), []);
            var part = sheet.TryGetValue(contest.Post, out var filled) ? filled : blank;
            var marks = contest.Candidates.ToDictionary(name => name, name => part.Marks.TryGetValue(name, out var mark) ? mark : Mark.Abstain);
            var once = policy.RepeatedName == RepeatedName.HighestPost;
            if (once)
            {
                foreach (var name in contest.Candidates.Where(name => marks[name] == Mark.Approve && approvedHigher.Contains(name)))
                {
                    marks[name] = Mark.Abstain;
                }
            }

            var written = part.WriteIns
                .Where(writeIn => writeIn.Marked && contest.Eligible.Contains(writeIn.Name) && !contest.Candidates.Contains(writeIn.Name))
                .Where(writeIn => !once || !approvedHigher.Contains(writeIn.Name))
                .Select(writeIn => writeIn.Name).ToHashSet();
            var valid = !(policy.WriteInWithoutMark == WriteInWithoutMark.Invalid && part.WriteIns.Any(writeIn => !writeIn.Marked));
            if (contest.Candidates.Count > 0 && policy.WriteInNeedsAgainst && written.Count > marks.Values.Count(mark => mark == Mark.Against))
            {
                valid &= policy.ExcessWriteIns != ExcessWriteIns.VoidPart;
                written.Clear();
            }

            valid &= marks.Values.Count(mark => mark == Mark.Approve) + written.Count <= contest.Seats;
            if (valid)
            {
                approvedHigher.UnionWith(written.Concat(marks.Where(mark => mark.Value == Mark.Approve).Select(mark => mark.Key)));
            }

            parts[contest.Post] = new(valid, marks, written);
        }

        var spoiled = policy.BallotScope == BallotScope.Ballot && parts.Values.Any(part => !part.Valid);
        return parts.ToDictionary(part => part.Key, part => part.Value with { Valid = part.Value.Valid && !spoiled });
    }
}
