using System.Text;
using System.Text.Json;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Tests.Rules;
using Gongtui.Host.Verbs;

namespace Gongtui.Host.Tests.Verbs;

/// <summary>Sheets for the command "count", and what it answers.</summary>
internal static class CountSheets
{
    /// <summary>Runs the command on lines of text.</summary>
    public static (int Code, string[] Lines, string Notes) Run(params IEnumerable<string> lines) =>
        Run(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    public static (int Code, string[] Lines, string Notes) Run(Stream input)
    {
        using var output = new MemoryStream();
        using var notes = new StringWriter();
        var code = CountVerb.Execute(input, output, notes);
        var text = Encoding.UTF8.GetString(output.ToArray());
        return (code, text.Split('\n', StringSplitOptions.RemoveEmptyEntries), notes.ToString());
    }

    /// <summary>The result of one good sheet.</summary>
    public static JsonElement Result(string sheet)
    {
        var (code, lines, _) = Run(sheet);
        Xunit.Assert.Equal((0, 1), (code, lines.Length));
        return JsonElement.Parse(lines[0]);
    }

    /// <summary>A sheet of five people present of five under the pack of 2020.</summary>
    /// <param name="contests">JSON of the contests.</param>
    /// <param name="ballots">JSON of each ballot.</param>
    /// <param name="parameters">JSON of the parameters, or nothing.</param>
    public static string Sheet(string contests, IReadOnlyList<string> ballots, string parameters = "{}") =>
        $$"""{"rulePack":"primary-2020","due":5,"present":5,"issued":5,"voted":5,"returned":{{ballots.Count}},"parameters":{{parameters}},"contests":[{{contests}}],"ballots":[{{string.Join(',', ballots)}}]}""";

    /// <summary>The same election as a line for the command.</summary>
    public static string Sheet(RandomElection election) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["rulePack"] = election.Pack.Id,
        ["due"] = election.Due,
        ["present"] = election.Present,
        ["issued"] = election.Issued,
        ["voted"] = election.Voted ?? election.Issued,
        ["returned"] = election.Returned,
        ["parameters"] = new { ballotScope = Word(election.Policy.BallotScope), seatPolicy = Word(election.Policy.SeatPolicy), writeInWithoutMark = Word(election.Policy.WriteInWithoutMark) },
        ["contests"] = election.Contests.Select(contest => new { post = contest.Post, seats = contest.Seats, candidates = contest.Candidates, eligible = contest.Eligible }),
        ["ballots"] = election.Sheets.Select(sheet => sheet.ToDictionary(part => part.Key, part => new
        {
            marks = part.Value.Marks.ToDictionary(mark => mark.Key, mark => Word(mark.Value)),
            writeIns = part.Value.WriteIns.Select(writeIn => new { name = writeIn.Name, mark = writeIn.Marked }),
        })),
    });

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
