using FsCheck;
using FsCheck.Fluent;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>What one voter wrote for one post, in names: the form in which both counts receive it.</summary>
public sealed record Sheet(IReadOnlyDictionary<string, Mark> Marks, IReadOnlyList<(string Name, bool Marked)> WriteIns);

/// <summary>A small election with everything that can go wrong on a ballot; the seed in a failure's message makes it again.</summary>
public sealed record RandomElection(
    int Seed, RulePack Pack, CountingPolicy Policy, int Due, int Present,
    IReadOnlyList<Contest> Contests, IReadOnlyList<IReadOnlyDictionary<string, Sheet>> Sheets)
{
    private static readonly string[] People = ["甲", "乙", "丙", "丁", "戊", "己"];
    private static readonly string[] Posts = ["secretary", "deputy", "member"];

    public static RandomElection From(int seed)
    {
        var random = new Random(seed);
        var contests = Posts[..random.Next(1, 4)].Select(post => new Contest(
            post, random.Next(1, 4), Some(random, random.Next(0, 6)), Some(random, random.Next(0, 7)))).ToArray();
        var present = random.Next(1, 13);
        var sheets = Enumerable.Range(0, random.Next(0, present + 1)).Select(_ => contests
            .Where(_ => random.Next(10) > 0)
            .ToDictionary(contest => contest.Post, contest => Fill(random, contest))).ToArray();
        var policy = new CountingPolicy
        {
            BallotScope = Any<BallotScope>(random),
            SeatPolicy = Any<SeatPolicy>(random),
            WriteInWithoutMark = Any<WriteInWithoutMark>(random),
            ExcessWriteIns = Any<ExcessWriteIns>(random),
            RepeatedName = Any<RepeatedName>(random),
            WriteInNeedsAgainst = random.Next(4) > 0,
        };
        var pack = RulePacks.All.ElementAt(random.Next(RulePacks.All.Count));
        return new(seed, pack, policy, present + random.Next(0, 4), present, contests, sheets);
    }

    public BallotPaper Paper => BallotPaper.Of(Contests);

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

    private static Sheet Fill(Random random, Contest contest)
    {
        var marks = contest.Candidates.Where(_ => random.Next(8) > 0).ToDictionary(name => name, _ => (Mark)random.Next(3));
        var writeIns = Enumerable.Range(0, random.Next(3) == 0 ? random.Next(1, 4) : 0)
            .Select(_ => (random.Next(6) == 0 ? "无此人" : People[random.Next(People.Length)], random.Next(6) > 0)).ToArray();
        return new(marks, writeIns);
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

/// <summary>Random elections for FsCheck.</summary>
public static class Elections
{
    public static Arbitrary<RandomElection> Any() => Gen.Choose(0, int.MaxValue - 1).Select(RandomElection.From).ToArbitrary();
}
