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

    [Fact]
    public async Task The_switch_does_not_lead_away()
    {
        var click = await host.Visit().GetAsync("/language/en?return=//evil.example");

        Assert.Equal("/", click.Headers.Location!.OriginalString);
    }
}
