using System.Text.Json;
using System.Text.RegularExpressions;
using Gongtui.Host.Api.Instances;
using Xunit;

namespace Gongtui.Host.Tests.Studio;

/// <summary>Studio's texts in Chinese: all of them, and each a translation.</summary>
public sealed partial class TranslationTests
{
    private static readonly string Scripts = Path.Combine(SourceFiles.Root, "Host", "Studio", "Page");

    /// <summary>Keys that are names and read the same in both languages.</summary>
    private static readonly string[] SameInBoth = ["HTTP", "TopP"];

    [Fact]
    public void Every_text_that_Studio_knows_by_a_key_is_translated()
    {
        var keys = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(SourceFiles.Root, "tests", "Host.Tests", "Studio", "studio-texts.json")))!;

        Assert.True(keys.Length > 600);
        Assert.Equal(keys.Order(StringComparer.Ordinal), Read("zh.json").Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("zh.json")]
    [InlineData("zh-more.json")]
    public void A_translation_is_Chinese_and_keeps_what_is_filled_in(string file)
    {
        foreach (var (english, chinese) in Read(file))
        {
            Assert.True(SameInBoth.Contains(english) || Han().IsMatch(chinese), $"{english} → {chinese}");
            Assert.Equal(Filled(english), Filled(chinese));
        }
    }

    [Fact]
    public void The_journals_own_words_are_translated() =>
        Assert.Empty(EventWords.OfElsa.Except(Read("zh.json").Keys).Except(Read("zh-more.json").Keys));

    [Fact]
    public void No_text_has_two_translations() => Assert.Empty(Read("zh.json").Keys.Intersect(Read("zh-more.json").Keys));

    private static Dictionary<string, string> Read(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Scripts, file)))!;

    private static IEnumerable<string> Filled(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
