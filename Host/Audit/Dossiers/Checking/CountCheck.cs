using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gongtui.Host.Audit.Dossiers.Checking;

/// <summary>The arithmetic of the counts, as the journal's facts state it.</summary>
internal static partial class CountCheck
{
    public static Finding Contests(IEnumerable<JsonElement> entries)
    {
        var counted = entries.Where(entry => entry.TryGetProperty("e", out var e) && e.GetString() == "ContestsCounted").ToList();
        var what = $"计票 / counts：{counted.Count}";
        foreach (var entry in counted)
        {
            foreach (var contest in entry.GetProperty("p").GetProperty("contests").EnumerateArray())
            {
                if (Fault(contest) is { } fault) return new(what, $"第 {entry.GetProperty("n")} 条，{contest.GetProperty("post")}：{fault}");
            }
        }

        return new(what, null);
    }

    /// <summary>Every inequality that a fact prints is as true as the fact says.</summary>
    public static Finding Proofs(IEnumerable<JsonElement> entries)
    {
        var (proofs, what) = (0, "规则算式 / proof lines");
        foreach (var entry in entries.Where(entry => entry.TryGetProperty("p", out var p) && p.ValueKind == JsonValueKind.Object))
        {
            foreach (var proof in Inside(entry.GetProperty("p")))
            {
                if (Says(proof.GetProperty("inequality").GetString()!) is not { } holds) continue;
                proofs++;
                if (holds != proof.GetProperty("holds").GetBoolean())
                    return new(what, $"第 {entry.GetProperty("n")} 条：{proof.GetProperty("inequality").GetString()}");
            }
        }

        return new($"{what}：{proofs}", null);
    }

    /// <summary>Whether a printed inequality is true; null when it ends in no two numbers.</summary>
    public static bool? Says(string inequality) => Comparison().Match(inequality) is { Success: true } match ? Holds(match) : null;

    private static string? Fault(JsonElement contest)
    {
        var people = contest.GetProperty("people").EnumerateArray().ToList();
        var (valid, half, seats) = (Number(contest, "valid"), Number(contest, "base"), Number(contest, "seats"));
        if (people.FirstOrDefault(person => person.GetProperty("printed").GetBoolean() && Number(person, "approve") + Number(person, "against") + Number(person, "abstain") != valid) is { ValueKind: JsonValueKind.Object } off)
            return $"{off.GetProperty("person")} 的票数之和不是有效票数 {valid} / the marks do not add up to the valid ballots";
        string[] elected = [.. contest.GetProperty("elected").EnumerateArray().Select(person => person.GetString()!)];
        if (elected.Length + Number(contest, "tiedSeats") + Number(contest, "open") != seats)
            return $"当选、待定、空缺之和不是名额 {seats} / elected, tied and open do not add up to the seats";
        var votes = people.ToDictionary(person => person.GetProperty("person").GetString()!, person => Number(person, "approve"), StringComparer.Ordinal);
        if (elected.FirstOrDefault(person => !votes.ContainsKey(person)) is { } unknown) return $"{unknown} 不在计票中 / was not counted";
        return contest.GetProperty("kind").GetString() == "AmongTied"
            ? elected.FirstOrDefault(person => votes.Any(other => !elected.Contains(other.Key) && other.Value > votes[person])) is { } lower ? $"{lower} 得票少于未当选的人 / has fewer votes than somebody not elected" : null
            : elected.FirstOrDefault(person => votes[person] * 2 <= half) is { } short_ ? $"{short_} 未过半数 / has not more than half: 2×{votes[short_]} > {half}" : null;
    }

    private static IEnumerable<JsonElement> Inside(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("inequality", out var line) && line.ValueKind == JsonValueKind.String && value.TryGetProperty("holds", out _) => [value],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Inside(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Inside),
        _ => [],
    };

    private static bool Holds(Match match)
    {
        var (left, right) = (Long(match.Groups[1]), Long(match.Groups[3]));
        return match.Groups[2].Value switch { ">" => left > right, "≥" => left >= right, "<" => left < right, "≤" => left <= right, _ => left == right };
    }

    private static long Long(Group group) => long.Parse(group.Value.Replace('−', '-'), CultureInfo.InvariantCulture);

    private static int Number(JsonElement owner, string name) => owner.GetProperty(name).GetInt32();

    /// <summary>Two numbers at the end of a line; before them stands how the left one came about.</summary>
    [GeneratedRegex("(?:^|=)\\s*([-−]?[0-9]{1,18}) (>|≥|<|≤|=) ([-−]?[0-9]{1,18})$")]
    private static partial Regex Comparison();
}
