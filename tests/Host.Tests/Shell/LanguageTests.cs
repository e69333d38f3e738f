using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Shell;

public sealed class LanguageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Chinese_comes_first_and_English_is_one_click_away_and_back()
    {
        var visitor = host.Visit();
        var chinese = await visitor.ReadAsync("/");

        var click = await visitor.GetAsync("/language/en?return=%2Fsign-in%3Freturn%3D%252Faccount");
        var english = await visitor.ReadAsync("/");
        await visitor.GetAsync("/language/zh");

        Assert.Contains("<html lang=\"zh-CN\">", chinese, StringComparison.Ordinal);
        Assert.Contains("公开推荐，直接选举", chinese, StringComparison.Ordinal);
        Assert.Equal("/sign-in?return=%2Faccount", click.Headers.Location!.OriginalString);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Open recommendation, direct election", english, StringComparison.Ordinal);
        Assert.Contains("公开推荐，直接选举", await visitor.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US,en;q=0.9,zh;q=0.8", null, "en")]
    [InlineData("fr,en;q=0.5", null, "en")]
    [InlineData("zh-TW,en;q=0.9", null, "zh-CN")]
    [InlineData("en;q=0.1,zh-Hans;q=0.9", null, "zh-CN")]
    [InlineData("fr-FR,de;q=0.5", null, "zh-CN")]
    [InlineData("en;q=0", null, "zh-CN")]
    [InlineData("!!", null, "zh-CN")]
    [InlineData("en", "zh", "zh-CN")]
    [InlineData("zh", "en", "en")]
    public async Task Who_has_not_chosen_gets_what_the_browser_asks_for(string asked, string? chosen, string shown)
    {
        var visitor = host.Visit();
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);
        if (chosen is not null) await visitor.GetAsync($"/language/{chosen}");

        Assert.Contains($"<html lang=\"{shown}\">", await visitor.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_does_not_lead_away()
    {
        var click = await host.Visit().GetAsync("/language/en?return=//evil.example");

        Assert.Equal("/", click.Headers.Location!.OriginalString);
    }
}
