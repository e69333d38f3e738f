using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Voting;
using Gongtui.Host.Boxes;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>选票.</summary>
public sealed class BallotSheets : ISheetKind
{
    public BoxPurpose Purpose => BoxPurpose.Ballot;

    public Result<byte[]> Write(JsonElement form, JsonElement sheet)
    {
        var reading = new BallotReading(FormReader.Read<BallotForm>(form), id => id, _ => null);
        var filled = BallotJson.Read(sheet);
        return reading.Problems(filled) is [var first, ..] ? first : reading.Write(filled);
    }

    /// <summary>Counts of each contest, by the rules; see <see cref="Tally"/>.</summary>
    /// <exception cref="InvalidOperationException">The box holds something that is no ballot of this paper: nothing else can come in, so it is damaged.</exception>
    public JsonElement Count(JsonElement form, IReadOnlyList<byte[]> sheets)
    {
        var known = FormReader.Read<BallotForm>(form);
        var paper = known.Paper();
        if (sheets.FirstOrDefault(bytes => BallotBytes.Fault(paper, bytes) is not null) is not null)
            throw new InvalidOperationException("The box holds a sheet that is no ballot of its paper.");
        var count = Tally.Count(paper, known.Counting, sheets.Select(bytes => BallotBytes.Read(paper, bytes)));
        return FormReader.Write(count);
    }

    /// <summary>Most people approve of the first names of each post: else a demo would mostly end in a shortage.</summary>
    public JsonElement Invent(JsonElement form, Func<int, int> dice)
    {
        var known = FormReader.Read<BallotForm>(form);
        return BallotJson.Write(new BallotSheet(known.Round, [.. known.Contests.Select((contest, place) => contest.Candidates.Count > 0
            ? Part(contest, dice)
            : Written(contest, known.Contests.Take(place).Sum(higher => higher.Seats), dice))]));
    }

    /// <summary>Without candidates most people write the same names, so that a demo's ballot comes to a result.</summary>
    private static ContestPart Written(BallotContest contest, int skip, Func<int, int> dice) => new(contest.Post,
        [.. contest.Eligible.Skip(skip).Take(contest.Seats).Where(_ => dice(100) < 85).Select(person => new BallotLine("", Mark.Approve, person))]);

    private static ContestPart Part(BallotContest contest, Func<int, int> dice)
    {
        var left = contest.Seats;
        var lines = new List<BallotLine>();
        foreach (var (place, person) in contest.Candidates.Index())
        {
            // In per cent: 94 for the first name, a little less for each that follows, few for a name beyond the seats.
            var liking = place < contest.Seats ? Math.Max(60, 94 - (6 * place)) : 30;
            var mark = left > 0 && dice(100) < liking ? Mark.Approve : dice(100) < 60 ? Mark.Against : Mark.Abstain;
            var instead = mark == Mark.Against && left > 0 && dice(100) < 15 ? Stranger(contest, lines, dice) : null;
            left -= mark == Mark.Approve || instead is not null ? 1 : 0;
            lines.Add(new(person, mark, instead));
        }

        return new(contest.Post, lines);
    }

    private static string? Stranger(BallotContest contest, List<BallotLine> lines, Func<int, int> dice)
    {
        var taken = contest.Candidates.Concat(lines.Select(line => line.Instead).OfType<string>());
        var others = contest.Eligible.Except(taken, StringComparer.Ordinal).ToList();
        return others.Count == 0 ? null : others[dice(others.Count)];
    }
}
