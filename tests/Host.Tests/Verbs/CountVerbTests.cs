using System.Text;
using System.Text.Json;
using Xunit;

namespace Gongtui.Host.Tests.Verbs;

/// <summary>The command "count", sentence by sentence.</summary>
public sealed class CountVerbTests
{
    private const string Secretary = """{"post":"secretary","seats":1,"candidates":["甲"],"eligible":["甲","乙","丙"]}""";
    private const string Members = """{"post":"member","seats":2,"candidates":["甲","乙","丙"],"eligible":["甲","乙","丙","丁","戊"]}""";
    private const string Open = """{"post":"member","seats":2,"candidates":[],"eligible":["甲","乙","丙"]}""";

    [Fact]
    public void A_result_has_the_promised_shape()
    {
        var sheet = CountSheets.Sheet(Secretary, [Ballot("secretary", "甲○"), Ballot("secretary", "甲×", "乙○"), "{}", Ballot("secretary", "甲○"), Ballot("secretary", "甲○")]);
        Assert.Equal(
            """{"quorum":{"met":true,"minimum":4,"missing":0},"election":"valid","contests":[{"post":"secretary","valid":5,"invalid":0,"tally":[{"name":"甲","approve":3,"against":1,"abstain":1},{"name":"乙","approve":1,"against":0,"abstain":0}],"elected":["甲"],"tied":{"names":[],"seats":0},"open":0,"outcome":"filled"}]}""",
            CountSheets.Run(sheet).Lines.Single());
    }

    [Theory]
    [InlineData("primary-2020", 50, 40, true, 40, 0)]
    [InlineData("primary-1990", 50, 40, false, 41, 1)]
    [InlineData("primary-2020", 47, 37, false, 38, 1)]
    [InlineData("primary-2020", 5, 0, false, 4, 4)]
    [InlineData("primary-2020", 1, 1, true, 1, 0)]
    [InlineData("primary-1990", 1, 1, true, 1, 0)]
    [InlineData("primary-2020", 0, 0, false, 0, 0)]
    [InlineData("primary-1990", 0, 0, false, 1, 1)]
    [InlineData("primary-2020", 100_000, 79_999, false, 80_000, 1)]
    [InlineData("primary-1990", 2_147_483_647, 2_147_483_647, true, 1_717_986_918, 0)]
    public void The_quorum_is_that_of_the_pack(string pack, int due, int present, bool met, int minimum, int missing)
    {
        var result = CountSheets.Result($$"""{"rulePack":"{{pack}}","due":{{due}},"present":{{present}},"issued":0,"voted":0,"returned":0,"contests":[{{Secretary}}],"ballots":[]}""");
        Assert.Equal($$"""{"met":{{(met ? "true" : "false")}},"minimum":{{minimum}},"missing":{{missing}}}""", result.GetProperty("quorum").GetRawText());
        Assert.Equal(met ? "valid" : "noQuorum", result.GetProperty("election").GetString());
        Assert.Equal(met ? 1 : 0, result.GetProperty("contests").GetArrayLength());
    }

    [Theory]
    [InlineData("primary-2020", 5, 5, 5, "valid")]
    [InlineData("primary-2020", 5, 4, 5, "void")]
    [InlineData("primary-1990", 5, 4, 5, "valid")]
    [InlineData("primary-1990", 4, 4, 5, "void")]
    [InlineData("primary-2020", 4, 5, 5, "valid")]
    [InlineData("primary-2020", 5, null, 5, "valid")] // paper does not tell how many voted: the issued stand in for them
    [InlineData("primary-2020", 4, null, 5, "void")]
    public void More_ballots_than_voters_or_than_issued_void_the_election(string pack, int issued, int? voted, int returned, string election)
    {
        var result = CountSheets.Result($$"""{"rulePack":"{{pack}}","due":5,"present":5,"issued":{{issued}},{{(voted is null ? "" : $"\"voted\":{voted},")}}"returned":{{returned}},"contests":[{{Secretary}}],"ballots":[]}""");
        Assert.Equal(election, result.GetProperty("election").GetString());
        Assert.Equal(election == "valid" ? 1 : 0, result.GetProperty("contests").GetArrayLength());
    }

    [Theory]
    [InlineData("甲○ 乙○ 丙○", "", "invalid")] // more than the seats
    [InlineData("甲○ 乙○", "", "甲1 乙1")]
    [InlineData("", "", "")] // blank is valid
    [InlineData("甲× 乙× 丙×", "", "")]
    [InlineData("甲○ 丙×", "丁○", "甲1 丁1")]
    [InlineData("甲○", "丁○", "甲1")] // no ×: the write-in is void
    [InlineData("丙×", "丁○ 戊○", "")] // two for one ×: all void
    [InlineData("丙×", "丁○ 丁○", "丁1")] // written before
    [InlineData("丙×", "甲○", "")] // printed here
    [InlineData("丙×", "己○", "")] // not eligible
    [InlineData("丙×", "丁○ 己○ 甲○", "丁1")] // only valid write-ins are set against the ×
    [InlineData("甲○ 乙○ 丙×", "丁○", "invalid")]
    [InlineData("甲○ 乙○ 丙×", "丁○ 戊○", "甲1 乙1")] // void write-ins fill no seat
    [InlineData("丙×", "丁", "")] // no mark: ignored
    [InlineData("丙×", "丁 丁○", "丁1")]
    public void A_part_is_read_as_the_rule_words_it(string marks, string writeIns, string votes) =>
        Assert.Equal(votes, VotesOf(CountSheets.Sheet(Members, [Ballot("member", marks, writeIns)])));

    [Theory]
    [InlineData("甲○ 乙○", "甲1 乙1")] // no × is needed
    [InlineData("甲○ 乙○ 丙○", "invalid")]
    [InlineData("甲○ 甲○ 乙○", "甲1 乙1")]
    [InlineData("甲○ 丁○", "甲1")]
    [InlineData("甲○ 乙○ 丁○", "甲1 乙1")]
    public void Without_printed_candidates_names_are_written_in(string writeIns, string votes) =>
        Assert.Equal(votes, VotesOf(CountSheets.Sheet(Open, [Ballot("member", "", writeIns)])));

    [Fact]
    public void A_write_in_without_mark_makes_the_part_invalid_where_the_plan_says_so() => Assert.Equal(
        "invalid", VotesOf(CountSheets.Sheet(Members, [Ballot("member", "甲○", "丁")], """{"writeInWithoutMark":"invalid"}""")));

    [Theory]
    [InlineData("contest", 2, 1)]
    [InlineData("ballot", 1, 1)]
    public void An_overfull_part_spoils_what_the_scope_says(string scope, int validAbove, int validBelow)
    {
        string[] ballots = ["""{"secretary":{"marks":{"甲":"approve"}},"member":{"marks":{"甲":"approve","乙":"approve","丙":"approve"}}}""", "{}"];
        var contests = CountSheets.Result(CountSheets.Sheet($"{Secretary},{Members}", ballots, $$"""{"ballotScope":"{{scope}}"}""")).GetProperty("contests");
        Assert.Equal((validAbove, validBelow), (contests[0].GetProperty("valid").GetInt32(), contests[1].GetProperty("valid").GetInt32()));
    }

    [Theory]
    [InlineData("seatOnce", "甲", "乙 丙")]
    [InlineData("separate", "甲", "乙")] // 甲 and 丙 are tied for the other seat
    public void Whoever_has_an_earlier_post_leaves_the_later_contests(string policy, string first, string second)
    {
        string[] ballots =
        [
            .. Enumerable.Repeat("""{"secretary":{"marks":{"甲":"approve"}},"member":{"marks":{"甲":"approve","乙":"approve"}}}""", 2),
            .. Enumerable.Repeat("""{"secretary":{"marks":{"甲":"approve"}},"member":{"marks":{"甲":"approve","丙":"approve"}}}""", 1),
            .. Enumerable.Repeat("""{"secretary":{"marks":{"甲":"approve"}},"member":{"marks":{"乙":"approve","丙":"approve"}}}""", 2),
        ];
        var contests = CountSheets.Result(CountSheets.Sheet($"{Secretary},{Members}", ballots, $$"""{"seatPolicy":"{{policy}}"}""")).GetProperty("contests");
        Assert.Equal(first, Names(contests[0].GetProperty("elected")));
        Assert.Equal(second, Names(contests[1].GetProperty("elected")));
        Assert.Contains(contests[1].GetProperty("tally").EnumerateArray(), row => row.GetProperty("name").GetString() == "甲" && row.GetProperty("approve").GetInt32() == 3);
    }

    [Fact]
    public void A_tie_across_the_last_seat_stays_open_and_half_elects_nobody()
    {
        string[] ballots = [.. Enumerable.Repeat(Ballot("member", "甲○ 乙○"), 2), .. Enumerable.Repeat(Ballot("member", "甲○ 丙○"), 2), Ballot("member", "乙○ 丙○")];
        var tie = CountSheets.Result(CountSheets.Sheet(Members, ballots)).GetProperty("contests")[0];
        Assert.Equal(("甲", "乙 丙", 1, 0, "tie"), (Names(tie.GetProperty("elected")), Names(tie.GetProperty("tied").GetProperty("names")),
            tie.GetProperty("tied").GetProperty("seats").GetInt32(), tie.GetProperty("open").GetInt32(), tie.GetProperty("outcome").GetString()));
        var half = CountSheets.Result(CountSheets.Sheet(Members, ["{}", "{}", Ballot("member", "甲○ 乙○"), Ballot("member", "甲○"), Ballot("member", "甲○")])).GetProperty("contests")[0];
        Assert.Equal(("甲", 1, "shortage"), (Names(half.GetProperty("elected")), half.GetProperty("open").GetInt32(), half.GetProperty("outcome").GetString()));
    }

    [Fact]
    public void Thousands_of_write_ins_and_an_electorate_of_a_hundred_thousand_are_counted()
    {
        string[] people = [.. Enumerable.Range(0, 100_000).Select(i => $"人{i}")];
        var contest = JsonSerializer.Serialize(new { post = "member", seats = 9000, candidates = Array.Empty<string>(), eligible = people });
        var ballot = JsonSerializer.Serialize(new { member = new { writeIns = people.TakeLast(9000).Concat(people.TakeLast(10)).Select(name => new { name, mark = true }) } });
        var result = CountSheets.Result(CountSheets.Sheet(contest, [.. Enumerable.Repeat(ballot, 5)])).GetProperty("contests")[0];
        Assert.Equal((5, 9000), (result.GetProperty("valid").GetInt32(), result.GetProperty("elected").GetArrayLength()));
    }

    [Fact]
    public void Members_come_in_any_order_and_unknown_ones_are_passed_over()
    {
        var sheet = $$"""{"ballots":[{{Ballot("secretary", "甲○")}}],"note":{"a":[1]},"returned":1,"voted":1,"issued":1,"present":1,"due":1,"contests":[{"eligible":[],"candidates":["甲"],"seats":1,"post":"secretary"}],"rulePack":"primary-2020"}""";
        Assert.Equal("甲1", VotesOf(sheet));
    }

    [Fact]
    public void A_mark_a_byte_order_mark_and_line_ends_of_windows_do_no_harm()
    {
        var sheet = CountSheets.Sheet(Secretary, []);
        var (code, lines, _) = CountSheets.Run(new MemoryStream([.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes($"{sheet}\r\n\r\n   \n{sheet}")]));
        Assert.Equal((0, 2), (code, lines.Length));
    }

    [Fact]
    public void Figures_that_contradict_each_other_are_said_beside_the_result()
    {
        var (code, lines, notes) = CountSheets.Run(CountSheets.Sheet(Secretary, []), CountSheets.Sheet(Secretary, []).Replace("\"issued\":5", "\"issued\":6", StringComparison.Ordinal));
        Assert.Equal((0, 2), (code, lines.Length));
        Assert.Contains("line 2: due 5, present 5, issued 6", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("line 1", notes, StringComparison.Ordinal);
    }

    /// <summary>"甲○ 乙×" beside printed names and "丁○ 戊" written in, as JSON.</summary>
    private static string Ballot(string post, string marks, string writeIns = "") => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        [post] = new
        {
            marks = marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(mark => mark[..^1], mark => mark[^1] == '○' ? "approve" : "against"),
            writeIns = writeIns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new { name = name.TrimEnd('○'), mark = name.EndsWith('○') }),
        },
    });

    /// <summary>Who has how many approvals in the first contest, or that its only part is invalid.</summary>
    private static string VotesOf(string sheet)
    {
        var contest = CountSheets.Result(sheet).GetProperty("contests")[0];
        return contest.GetProperty("invalid").GetInt32() == 1 ? "invalid" : string.Join(' ', contest.GetProperty("tally").EnumerateArray()
            .Where(row => row.GetProperty("approve").GetInt32() > 0)
            .Select(row => $"{row.GetProperty("name").GetString()}{row.GetProperty("approve").GetInt32()}"));
    }

    private static string Names(JsonElement names) => string.Join(' ', names.EnumerateArray().Select(name => name.GetString()));
}
