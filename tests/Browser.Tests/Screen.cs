using Microsoft.Playwright;

namespace Gongtui.Browser.Tests;

/// <summary>A page and everything it complained about: script errors, failed requests, refusals nobody expected, foreign addresses.</summary>
public sealed class Screen
{
    private readonly Uri home;
    private readonly HashSet<int> expected = [];
    private readonly List<string> complaints = [];
    private readonly List<Screen> seconds = [];

    internal Screen(IPage page, Uri home)
    {
        Page = page;
        this.home = home;
        page.Console += (_, message) => Console(message);
        page.PageError += (_, error) => complaints.Add($"script: {error}");
        page.Request += (_, request) => Request(request);
        page.RequestFailed += (_, request) => Failed(request);
        page.Response += (_, response) => Response(response);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => [.. complaints, .. seconds.SelectMany(second => second.Complaints)];

    /// <summary>A second window of the same person; what it complains about is kept here.</summary>
    public async Task<Screen> SecondWindowAsync()
    {
        var second = new Screen(await Page.Context.NewPageAsync(), home);
        seconds.Add(second);
        return second;
    }

    /// <summary>From now on answers with this HTTP status are what the test asks for.</summary>
    public void Expect(int status) => expected.Add(status);

    /// <summary>Saves the whole page as artifacts/screenshots/&lt;name&gt;.png.</summary>
    public Task ShootAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Places.Screenshots, $"{name}.png"), FullPage = true });

    internal Task CloseAsync() => Page.Context.CloseAsync();

    private void Console(IConsoleMessage message)
    {
        // A refused request is judged by its status below; Chromium repeats it here without one.
        if (message.Type != "error" || message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) return;
        complaints.Add($"console: {message.Text} ({message.Location})");
    }

    private void Request(IRequest request)
    {
        var address = new Uri(request.Url);
        if (address.Scheme is "data" or "blob" || address.Authority == home.Authority) return;
        complaints.Add($"outside resource: {request.Url}");
    }

    private void Failed(IRequest request)
    {
        // Leaving a page aborts what it was still loading.
        if (request.Failure != "net::ERR_ABORTED") complaints.Add($"failed: {request.Method} {request.Url} {request.Failure}");
    }

    private void Response(IResponse response)
    {
        if (response.Status >= 400 && !expected.Contains(response.Status))
            complaints.Add($"refused: {response.Request.Method} {response.Url} {response.Status}");
    }
}
