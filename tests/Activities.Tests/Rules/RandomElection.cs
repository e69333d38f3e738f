using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>What one voter wrote for one post, in names: the form in which both counts receive it.</summary>
public sealed record Sheet(IReadOnlyDictionary<string, Mark> Marks, IReadOnlyList<(string Name, bool Marked)> WriteIns);

/// <summary>A small election with everything that can go wrong on a ballot and in a hall; its seed makes it again.</summary>
public sealed record RandomElection(
    int Seed, RulePack Pack, CountingPolicy Policy, int Due, int Present, int Issued, int? Voted, int Returned,
    IReadOnlyList<Contest> Contests, IReadOnlyList<IReadOnlyDictionary<string, Sheet>> Sheets)
{
    private static readonly string[] People = ["甲", "乙", "丙", "丁", "戊", "己"];
    private static readonly string[] Posts = ["secretary", "deputy", "member"];

    /// <summary>Any election under any pack and policy.</summary>
    public static RandomElection From(int seed) => From(seed, RulePacks.All, random => new()
    {
        BallotScope = Any<BallotScope>(random),
        SeatPolicy = Any<SeatPolicy>(random),
        WriteInWithoutMark = Any<WriteInWithoutMark>(random),
        ExcessWriteIns = Any<ExcessWriteIns>(random),
        RepeatedName = Any<RepeatedName>(random),
        WriteInNeedsAgainst = random.Next(4) > 0,
    });

    /// <summary>An election that a sheet of the command "count" can tell.</summary>
    public static RandomElection ForSheet(int seed) => From(seed, [Sample.J20, Sample.J90], random => new()
    {
        BallotScope = Any<BallotScope>(random),
        SeatPolicy = random.Next(2) == 0 ? SeatPolicy.SeatOnce : SeatPolicy.Separate,
        WriteInWithoutMark = Any<WriteInWithoutMark>(random),
    });

    public BallotPaper Paper => BallotPaper.Of(Contests);

    public BallotAccount Account => BallotAccount.Digital(Due, Present, Issued, Voted, Returned);

    public IReadOnlyList<Ballot> Ballots(BallotPaper paper) => [.. Sheets.Select(sheet => Ballot(paper, sheet))];

    public static Ballot Ballot(BallotPaper paper, IReadOnlyDictionary<string, Sheet> sheet)
    {
        var pen = paper.Pen();
        foreach (var (post, part) in sheet)
        {
            foreach (var (name, mark) in part.Marks)
            {
                pen.Set(post, name, mark);
            }

            foreach (var (name, marked) in part.WriteIns)
            {
                pen.Write(post, name, marked);
            }
        }

        return pen.Done();
    }

    public override string ToString() => $"RandomElection.From({Seed})";

    private static RandomElection From(int seed, IReadOnlyCollection<RulePack> packs, Func<Random, CountingPolicy> policy)
    {
        var random = new Random(seed);
        var contests = new Contest[random.Next(1, 4)];
        for (var c = 0; c < contests.Length; c++)
        {
            contests[c] = new(Posts[c], random.Next(1, 4), Some(random, random.Next(0, 6)), Some(random, random.Next(0, 7)));
        }

        var present = random.Next(0, 13);
        var sheets = new IReadOnlyDictionary<string, Sheet>[random.Next(0, present + 1)];
        for (var i = 0; i < sheets.Length; i++)
        {
            sheets[i] = Fill(random, contests);
        }

        var issued = Math.Max(0, present - random.Next(3));
        var returned = random.Next(6) > 0 ? sheets.Length : sheets.Length + random.Next(4);
        int? voted = random.Next(5) == 0 ? null : Math.Max(0, random.Next(4) > 0 ? Math.Max(returned, issued - 1) : returned - 1);
        return new(
            seed, packs.ElementAt(random.Next(packs.Count)), policy(random), present + random.Next(0, 4), present,
            Math.Max(issued, random.Next(5) > 0 ? returned : 0), voted, returned, contests, sheets);
    }

    private static Dictionary<string, Sheet> Fill(Random random, Contest[] contests)
    {
        var sheet = new Dictionary<string, Sheet>();
        foreach (var contest in contests)
        {
            if (random.Next(10) == 0)
            {
                continue;
            }

            // Voters who obey the rule are as frequent as those who do not: ballots that are all void would prove little.
            var obeys = random.Next(2) == 0;
            var (marks, approvals) = (new Dictionary<string, Mark>(), 0);
            foreach (var name in contest.Candidates)
            {
                var mark = (Mark)random.Next(3);
                if (mark == Mark.Approve && obeys && ++approvals > contest.Seats)
                {
                    mark = Mark.Against;
                }

                if (random.Next(8) > 0)
                {
                    marks[name] = mark;
                }
            }

            var writeIns = new (string, bool)[random.Next(3) == 0 ? random.Next(1, 4) : 0];
            for (var i = 0; i < writeIns.Length; i++)
            {
                writeIns[i] = (random.Next(6) == 0 ? "无此人" : People[random.Next(People.Length)], random.Next(6) > 0);
            }

            sheet[contest.Post] = new(marks, writeIns);
        }

        return sheet;
    }

    private static string[] Some(Random random, int count)
    {
        var people = People.ToArray();
        random.Shuffle(people);
        return people[..Math.Min(count, people.Length)];
    }

    private static T Any<T>(Random random)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[random.Next(values.Length)];
    }
}
