using System.Text.RegularExpressions;
using Xunit;

namespace Gongtui.Host.Tests;

/// <summary>What CONTRIBUTING.md asks of every source file and no analyzer checks.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 500;
    private static IEnumerable<string> Kernel() => SourceFiles.Under("Workflows/Engine", Code);

    private static readonly string[] Code = [".cs", ".razor"];
    private static readonly string[] English = ["election", "elector", "ballot", "vote", "voter", "voting", "candidate", "nominee", "teller", "scrutineer", "quorum"];
    private static readonly string[] Chinese = ["选举", "选票", "候选", "推荐", "投票", "票箱", "计票", "监票", "党员", "公推", "直选", "法定人数"];
    private static readonly Regex ElectionWord = new(string.Join('|', English.Select(Hump).Concat(Chinese)));

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold()
    {
        var tooLong = from path in Ours() let length = SourceFiles.Lines(path).Length where length > LongestFile select $"{path}: {length} lines";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_regions_and_no_promises_left_in_comments() => Assert.Empty(Hits(Ours(), Leftover()));

    [Fact]
    public void The_kernel_knows_no_election() => Assert.Empty(Hits([.. Kernel(), .. SourceFiles.Under("Workflows/Contract", Code)], ElectionWord));

    /// <summary>Lines of code: neither blank nor a comment alone.</summary>
    [Fact]
    public void The_kernel_stays_small_enough_to_be_read() => Assert.InRange(
        Kernel().Sum(path => SourceFiles.Lines(path).Count(line => line.Trim() is { Length: > 0 } code && !code.StartsWith("//", StringComparison.Ordinal))), 1, 2999);

    [Theory]
    [InlineData("var ballotBox", true)]
    [InlineData("OpenVote()", true)]
    [InlineData("// the tellers count", true)]
    [InlineData("\"投票\"", true)]
    [InlineData("new Selection(pivoted, storyteller)", false)]
    public void An_election_word_is_a_whole_word_of_a_name(string line, bool found) =>
        Assert.Equal(found, ElectionWord.IsMatch(line));

    [Theory]
    [InlineData("  #region Fields", true)]
    [InlineData("// TO" + "DO: later", true)]
    [InlineData("var todos = Tasks();", false)]
    public void A_leftover_is_a_word_of_its_own(string line, bool found) => Assert.Equal(found, Leftover().IsMatch(line));

    private static IEnumerable<string> Ours() =>
        new[] { "Workflows", "Activities", "Host", "features", "tests" }.SelectMany(folder => SourceFiles.Under(folder, Code));

    private static IEnumerable<string> Hits(IEnumerable<string> files, Regex pattern) =>
        from path in files
        where path != Path.Combine("tests", "Host.Tests", "SourceTests.cs")
        from line in SourceFiles.Lines(path).Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{path}:{line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"^\s*#\s*region\b|\b(TODO|HACK|FIXME)\b")]
    private static partial Regex Leftover();

    /// <summary>A word counts when it begins a name or a hump of one: "RunBallot" and "ballot" do, "selection" does not.</summary>
    private static string Hump(string word) =>
        $"(?:(?<![A-Za-z])[{char.ToUpperInvariant(word[0])}{word[0]}]|(?<=[a-z]){char.ToUpperInvariant(word[0])}){word[1..]}s?(?![a-z])";
}
