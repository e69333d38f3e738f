using System.Text.Json;
using Xunit;

namespace Gongtui.Host.Tests.Verbs;

/// <summary>Lines that cannot be counted: one error each, and the next line is counted all the same.</summary>
public sealed class CountFaultTests
{
    private const string Good = """{"rulePack":"primary-2020","due":5,"present":5,"issued":5,"voted":5,"returned":1,"parameters":{"ballotScope":"contest"},"contests":[{"post":"p","seats":1,"candidates":["甲"],"eligible":["乙"]}],"ballots":[{"p":{"marks":{"甲":"approve"},"writeIns":[{"name":"乙","mark":true}]}}]}""";

    [Theory]
    [InlineData("primary-2020", "primary-2021", "unknown", "rulePack")]
    [InlineData("\"rulePack\":\"primary-2020\",", "", "incomplete", "rulePack")]
    [InlineData("\"due\":5", "\"due\":-1", "malformed", "due")]
    [InlineData("\"due\":5", "\"due\":\"5\"", "malformed", "due")]
    [InlineData("\"due\":5", "\"due\":5.5", "malformed", "due")]
    [InlineData("\"present\":5,", "", "incomplete", "present")]
    [InlineData("\"returned\":1", "\"returned\":99999999999", "malformed", "returned")]
    [InlineData("\"contest\"", "\"sheet\"", "unknown", "parameters.ballotScope")]
    [InlineData("ballotScope", "ballotScop", "unknown", "parameters")]
    [InlineData("\"parameters\":{\"ballotScope\":\"contest\"}", "\"parameters\":7", "malformed", "parameters")]
    [InlineData("\"seats\":1", "\"seats\":0", "malformed", "contests[0].seats")]
    [InlineData("\"seats\":1,", "", "incomplete", "contests[0].seats")]
    [InlineData("\"post\":\"p\",", "", "incomplete", "contests[0].post")]
    [InlineData("\"candidates\":[\"甲\"]", "\"candidates\":[1]", "malformed", "contests[0].candidates[0]")]
    [InlineData("\"candidates\":[\"甲\"]", "\"candidates\":[\"甲\",\"甲\"]", "rule", "contests")] // homonyms must carry a mark
    [InlineData("\"eligible\":[\"乙\"]", "\"eligible\":\"乙\"", "malformed", "contests[0].eligible")]
    [InlineData("{\"p\":{", "{\"q\":{", "unknown", "ballots[0]")]
    [InlineData("{\"p\":{", "{\"p\":null,\"p\":{", "duplicate", "ballots[0]")]
    [InlineData("\"marks\"", "\"mark\"", "unknown", "ballots[0].p")]
    [InlineData("{\"甲\":", "{\"丁\":", "unknown", "ballots[0].p.marks")]
    [InlineData("{\"甲\":", "{\"乙\":", "unknown", "ballots[0].p.marks")] // eligible, but not printed
    [InlineData("{\"甲\":", "{\"甲\":\"abstain\",\"甲\":", "duplicate", "ballots[0].p.marks")]
    [InlineData("\"approve\"", "\"yes\"", "malformed", "ballots[0].p.marks.甲")]
    [InlineData("\"approve\"", "1", "malformed", "ballots[0].p.marks.甲")]
    [InlineData("{\"甲\":\"approve\"}", "[]", "malformed", "ballots[0].p.marks")]
    [InlineData("[{\"name\":\"乙\",\"mark\":true}]", "{}", "malformed", "ballots[0].p.writeIns")]
    [InlineData("{\"name\":\"乙\",\"mark\":true}", "\"乙\"", "malformed", "ballots[0].p.writeIns[0]")]
    [InlineData("\"name\":\"乙\",", "", "incomplete", "ballots[0].p.writeIns[0].name")]
    [InlineData("\"name\":\"乙\"", "\"name\":3", "malformed", "ballots[0].p.writeIns[0].name")]
    [InlineData("\"mark\":true", "\"mark\":\"yes\"", "malformed", "ballots[0].p.writeIns[0].mark")]
    [InlineData("\"mark\":true", "\"sign\":true", "unknown", "ballots[0].p.writeIns[0]")]
    [InlineData("\"ballots\":[{\"p\":", "\"ballots\":[[], {\"p\":", "malformed", "ballots[0]")]
    [InlineData("{\"rulePack\"", "{{\"rulePack\"", "malformed", "$")]
    [InlineData("{\"rulePack\"", "[] {\"rulePack\"", "malformed", "$")]
    [InlineData("true}]}}]}", "true}]}}]} {}", "malformed", "$")]
    [InlineData("true}]}}]}", "true}]}}]", "malformed", "$")]
    [InlineData("\"甲\":\"approve\"", "\"\\ud800\":\"approve\"", "malformed", "$")]
    public void A_line_that_is_no_sheet_is_answered_by_an_error(string right, string wrong, string kind, string path)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        var bad = Good.Replace(right, wrong, StringComparison.Ordinal);
        var (code, lines, _) = CountSheets.Run(Good, bad, "", Good);
        Assert.Equal((1, 3), (code, lines.Length));
        Assert.Equal(lines[0], lines[2]);
        var error = JsonElement.Parse(lines[1]).GetProperty("error");
        Assert.Equal((kind, path, 2), (error.GetProperty("kind").GetString(), error.GetProperty("path").GetString(), error.GetProperty("line").GetInt32()));
        Assert.NotEmpty(error.GetProperty("message").GetProperty("zh").GetString()!);
        Assert.NotEmpty(error.GetProperty("message").GetProperty("en").GetString()!);
        Assert.NotEmpty(error.GetProperty("nextStep").GetProperty("zh").GetString()!);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_an_error_of_their_line()
    {
        var gbk = new MemoryStream([.. "{\"rulePack\":\""u8, 0xBC, 0xD7, .. "\"}\n"u8, .. System.Text.Encoding.UTF8.GetBytes(Good)]);
        var (code, lines, _) = CountSheets.Run(gbk);
        Assert.Equal((1, 2), (code, lines.Length));
        Assert.StartsWith("{\"error\"", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_is_nothing_out() => Assert.Equal((0, 0), (CountSheets.Run("").Code, CountSheets.Run("").Lines.Length));
}
