using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>The watch that every browser test relies on hears what it should.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenTests(HostProcess host, Chromium chromium)
{
    [BrowserFact]
    public async Task A_screen_keeps_every_complaint()
    {
        var profile = await chromium.ProfileAsync(new() { BaseURL = host.Address.ToString() });
        var screen = new Screen(await profile.NewPageAsync(), host.Address);
        await screen.Page.GotoAsync("/");
        Assert.Empty(screen.Complaints);

        await screen.Page.EvaluateAsync("console.error('spoken')");
        await screen.Page.EvaluateAsync("setTimeout(() => { throw new Error('thrown') })");
        await screen.Page.EvaluateAsync("fetch('/no-such-page')");
        await screen.Page.EvaluateAsync("fetch('http://127.0.0.1:9/').catch(() => 0)");
        screen.Expect(404);
        await screen.Page.EvaluateAsync("fetch('/no-such-page-either')");
        await screen.CloseAsync();

        Assert.Contains(screen.Complaints, line => line.Contains("spoken", StringComparison.Ordinal));
        Assert.Contains(screen.Complaints, line => line.Contains("thrown", StringComparison.Ordinal));
        Assert.Contains(screen.Complaints, line => line.EndsWith("/no-such-page 404", StringComparison.Ordinal));
        Assert.Contains(screen.Complaints, line => line.StartsWith("outside resource", StringComparison.Ordinal));
        Assert.Contains(screen.Complaints, line => line.StartsWith("failed", StringComparison.Ordinal));
        Assert.DoesNotContain(screen.Complaints, line => line.Contains("either", StringComparison.Ordinal));
    }
}
