using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Host.Verbs.Counting;

/// <summary>Reads one line of <c>count</c>. Members may come in any order; those that are not known are passed over, except among
/// the parameters, where a misspelt name would count by another rule.</summary>
internal static class SheetReader
{
    /// <exception cref="SheetFault">The line is no sheet.</exception>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    public static CountSheet Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        reader.Read();
        reader.MustBe(JsonTokenType.StartObject, "$", "an object");
        var (pack, parameters, contests, ballots) = (default(RulePack), default(Parameters), default(List<Contest>), default(Range?));
        var figures = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.ReadMember() is { } member)
        {
            switch (member)
            {
                case "rulePack":
                    pack = Pack(ref reader);
                    break;
                case "due" or "present" or "issued" or "voted" or "returned":
                    figures[member] = reader.Whole(member, 0);
                    break;
                case "parameters":
                    parameters = Parameters.Read(ref reader);
                    break;
                case "contests":
                    contests = Contests(ref reader);
                    break;
                case "ballots":
                    reader.MustBe(JsonTokenType.StartArray, member, "an array of ballots");
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    ballots = start..(int)reader.BytesConsumed;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (reader.Read())
        {
            throw SheetFault.Wrong("$", "one object on a line", "more");
        }

        return new(
            pack ?? throw SheetFault.Missing("rulePack", PackNames), (parameters ?? new()).Over(pack.Counting),
            BallotAccount.Digital(Figure("due"), Figure("present"), Figure("issued"), figures.TryGetValue("voted", out var voted) ? voted : null, Figure("returned")),
            Paper(contests ?? throw SheetFault.Missing("contests", "an array of contests")),
            ballots ?? throw SheetFault.Missing("ballots", "an array of ballots"));

        int Figure(string name) => figures.TryGetValue(name, out var figure) ? figure : throw SheetFault.Missing(name, "a whole number");
    }

    private static string PackNames => string.Join(" | ", RulePacks.All.Select(pack => pack.Id));

    private static RulePack Pack(ref Utf8JsonReader reader)
    {
        var id = reader.Text("rulePack");
        return RulePacks.ById(id) ?? throw SheetFault.Unknown("rulePack", PackNames, id);
    }

    private static List<Contest> Contests(ref Utf8JsonReader reader)
    {
        reader.MustBe(JsonTokenType.StartArray, "contests", "an array of contests");
        var contests = new List<Contest>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            contests.Add(OneContest(ref reader, $"contests[{contests.Count}]"));
        }

        return contests;
    }

    private static Contest OneContest(ref Utf8JsonReader reader, string path)
    {
        reader.MustBe(JsonTokenType.StartObject, path, "an object");
        var (post, seats, candidates, eligible) = (default(string), default(int?), default(List<string>), default(List<string>));
        while (reader.ReadMember() is { } member)
        {
            switch (member)
            {
                case "post":
                    post = reader.Text($"{path}.post");
                    break;
                case "seats":
                    seats = reader.Whole($"{path}.seats", 1);
                    break;
                case "candidates":
                    candidates = Names(ref reader, $"{path}.candidates");
                    break;
                case "eligible":
                    eligible = Names(ref reader, $"{path}.eligible");
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new(
            post ?? throw SheetFault.Missing($"{path}.post", "a name"),
            seats ?? throw SheetFault.Missing($"{path}.seats", "a whole number"),
            candidates ?? [], eligible ?? []);
    }

    private static List<string> Names(ref Utf8JsonReader reader, string path)
    {
        reader.MustBe(JsonTokenType.StartArray, path, "an array of names");
        var names = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            names.Add(reader.Text($"{path}[{names.Count}]"));
        }

        return names;
    }

    private static BallotPaper Paper(List<Contest> contests)
    {
        var faults = BallotPaper.Faults(contests);
        return faults.Count == 0 ? BallotPaper.Of(contests) : throw new SheetFault(RefusalKinds.Rule, "contests", new(
            string.Concat(faults.Select(fault => fault.Zh)), string.Join(' ', faults.Select(fault => fault.En))));
    }
}
