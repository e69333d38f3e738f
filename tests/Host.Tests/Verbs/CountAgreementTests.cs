using System.Text.Json;
using Gongtui.Activities.Tests.Rules;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Verbs;

/// <summary>The command "count", from text to text, against the second implementation of the rules.</summary>
public sealed class CountAgreementTests(ITestOutputHelper output)
{
    [Fact]
    public void What_the_command_prints_is_what_a_second_count_finds() => Lots.Of(output, 20_000, RandomElection.ForSheet, election =>
    {
        var expected = JsonSerializer.Serialize(Slow(election));
        Assert.Equal(expected, Sorted(CountSheets.Result(CountSheets.Sheet(election))));
    });

    /// <summary>The result by the second implementation, lists of people in the order of their names.</summary>
    private static object Slow(RandomElection election)
    {
        var minimum = election.Pack.Id == "primary-2020" ? ((4 * election.Due) + 4) / 5 : (4 * election.Due / 5) + 1;
        var met = SlowCount.HasQuorum(election);
        var valid = met && !SlowCount.IsVoid(election);
        return new
        {
            quorum = new { met, minimum, missing = Math.Max(0, minimum - election.Present) },
            election = valid ? "valid" : met ? "void" : "noQuorum",
            contests = (valid ? SlowCount.Run(election) : []).Select(contest => new
            {
                post = contest.Post,
                valid = contest.Valid,
                invalid = contest.Invalid,
                tally = contest.Rows.Select(row => new { name = row.Name, approve = row.Approve, against = row.Against, abstain = row.Abstain }),
                elected = contest.Elected.Order(StringComparer.Ordinal),
                tied = new { names = contest.Tied.Order(StringComparer.Ordinal), seats = contest.TiedSeats },
                open = contest.Open,
                outcome = contest.TiedSeats > 0 ? "tie" : contest.Open > 0 ? "shortage" : "filled",
            }),
        };
    }

    private static string Sorted(JsonElement result) => JsonSerializer.Serialize(new
    {
        quorum = result.GetProperty("quorum"),
        election = result.GetProperty("election"),
        contests = result.GetProperty("contests").EnumerateArray().Select(contest => new
        {
            post = contest.GetProperty("post"),
            valid = contest.GetProperty("valid"),
            invalid = contest.GetProperty("invalid"),
            tally = contest.GetProperty("tally"),
            elected = Names(contest.GetProperty("elected")),
            tied = new { names = Names(contest.GetProperty("tied").GetProperty("names")), seats = contest.GetProperty("tied").GetProperty("seats") },
            open = contest.GetProperty("open"),
            outcome = contest.GetProperty("outcome"),
        }),
    });

    private static IEnumerable<string> Names(JsonElement names) => names.EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal);
}
