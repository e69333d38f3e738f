using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>The watch that every browser test relies on hears what it should; the answers are the test's own.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenTests(Chromium chromium)
{
    private static readonly Uri Home = new("http://localhost:1/");

    [BrowserFact]
    public async Task A_quiet_page_leaves_no_complaint() => Assert.Empty(await ComplaintsOfAsync("1"));

    [BrowserTheory]
    [InlineData("console.error('spoken')", "console: spoken")]
    [InlineData("setTimeout(() => { throw new Error('thrown') })", "script: Error: thrown")]
    [InlineData("fetch('/missing')", "refused: GET http://localhost:1/missing 404")]
    [InlineData("fetch('/broken').catch(() => 0)", "failed: GET http://localhost:1/broken")]
    [InlineData("fetch('http://localhost:2/').catch(() => 0)", "outside resource: http://localhost:2/")]
    public async Task A_screen_keeps_every_complaint(string script, string complaint) =>
        Assert.Contains(await ComplaintsOfAsync(script), line => line.StartsWith(complaint, StringComparison.Ordinal));

    [BrowserFact]
    public async Task An_expected_refusal_is_no_complaint() => Assert.Empty(await ComplaintsOfAsync("fetch('/missing')", expected: 404));

    private async Task<IReadOnlyList<string>> ComplaintsOfAsync(string script, int expected = 0)
    {
        var profile = await chromium.ProfileAsync(new());
        var screen = new Screen(await profile.NewPageAsync(), Home);
        screen.Expect(expected);
        await screen.Page.RouteAsync("**/*", AnswerAsync);
        await screen.Page.GotoAsync(Home.ToString());
        await screen.Page.EvaluateAsync(script);
        // What the script left for later comes before a closed window could swallow it.
        await screen.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 200))");
        await screen.CloseAsync();
        return screen.Complaints;
    }

    private static Task AnswerAsync(IRoute route) => new Uri(route.Request.Url).AbsolutePath switch
    {
        "/" => route.FulfillAsync(new() { ContentType = "text/html", Body = "<link rel=icon href=data:,>" }),
        "/missing" => route.FulfillAsync(new() { Status = 404 }),
        _ => route.AbortAsync(),
    };
}
