using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Benchmarks.Counting;

/// <summary>Counting 100,000 stored ballots of three contests with twenty names each.</summary>
public static class BallotCount
{
    private const int Ballots = 100_000;
    private const int Contests = 3;
    private const int NamesEach = 20;

    /// <param name="each">How long counting is repeated.</param>
    /// <param name="memory">M₁, bytes of memory that one core reads in a second: a mark is one byte.</param>
    public static IEnumerable<Figure> Figures(TimeSpan each, double memory)
    {
        var (paper, stored) = Make(new Random(20_100));
        var counts = Pace.Of(each, 1, _ => Count(paper, stored));
        return
        [
            Figure.Below(500, "count 100,000 ballots × 3 × 20", 1000 / counts, "ms"),
            new("marks counted", counts * Ballots * paper.MarkCount, "marks/s", memory),
        ];
    }

    private static void Count(BallotPaper paper, byte[][] stored)
    {
        var tally = new Tally(paper, new CountingPolicy());
        foreach (var ballot in stored)
            tally.Add(ballot);
        CombinedBallot.Decide(tally.Result(), Ballots, Ballots, SeatPolicy.SeatOnce, RulePacks.ById("primary-2020")!);
    }

    private static (BallotPaper Paper, byte[][] Stored) Make(Random random)
    {
        string[] people = [.. Enumerable.Range(0, Contests * NamesEach).Select(i => $"{i}")];
        var paper = BallotPaper.Of([.. people.Chunk(NamesEach).Select((names, c) => new Contest($"{c}", 12, names, people))]);
        return (paper, [.. Enumerable.Range(0, Ballots).Select(i => BallotBytes.Write(paper, Ballot(i)))]);

        Ballot Ballot(int number)
        {
            Mark[] marks = [.. Enumerable.Range(0, paper.MarkCount).Select(_ => (Mark)random.Next(3))];
            WriteIn[] writeIns = number % 10 == 0 ? [new(0, random.Next(NamesEach, people.Length), true)] : [];
            return new(marks, writeIns);
        }
    }
}
