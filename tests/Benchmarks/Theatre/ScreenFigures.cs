using System.Globalization;
using Microsoft.Playwright;

namespace Gongtui.Benchmarks.Theatre;

/// <summary>The theatre in a real browser: what is measured is what the auditor sees.</summary>
internal static class ScreenFigures
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Notes when the election as of the entry stands on the page, as the server drew it, and when the stage has taken its place, which can be dragged.</summary>
    private const string Watch = """
        new MutationObserver((_, observer) => {
          const noted = document.documentElement.dataset;
          if (document.querySelector('#as-of svg, #stage:not([hidden]) [data-picture] svg')) noted.firstFrame ??= performance.now();
          if (document.querySelector('#stage:not([hidden]) [data-picture] svg .badge')) { noted.stage = performance.now(); observer.disconnect(); }
        }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });
        """;

    /// <summary>Moves the slider to random entries, and has the browser lay out what came of it.</summary>
    private const string Drag = """
        ([seeks, warm]) => {
          const slider = document.querySelector('form[data-theatre] input[type=range]'), last = Number(slider.max), times = [];
          let random = 7;
          for (let i = 0; i < seeks + warm; i++) {
            random = (random * 48271) % 2147483647;
            const before = performance.now();
            slider.value = String(1 + random % last);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            document.documentElement.getBoundingClientRect();
            if (i >= warm) times.push(performance.now() - before);
          }
          return times;
        }
        """;

    public static async Task<IReadOnlyList<Figure>> FiguresAsync(Uri address, string instance)
    {
        if (Usual.FirstOrDefault(File.Exists) is not { } chromium) return [];
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        await using var profile = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "zh-CN", ViewportSize = new() { Width = 1280, Height = 800 } });
        var page = await profile.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(group => { group.open = true; })");
        await page.Locator("button.person[value='gw-05']").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
        await page.AddInitScriptAsync(Watch);
        // The code is warm and the history is not: another look at the list compiles the pages.
        await page.GotoAsync("/audit");
        var (first, stage) = (new List<double>(), new List<double>());
        for (var time = 0; time < 4; time++)
        {
            await page.GotoAsync($"/audit/{instance}?at={30_000 + (time * 20_011)}");
            await page.Locator("html[data-stage]").WaitForAsync(new() { Timeout = 60_000 });
            first.Add(await NotedAsync(page, "data-first-frame"));
            stage.Add(await NotedAsync(page, "data-stage"));
        }

        await page.Locator("#stage[data-ready]").WaitForAsync(new() { Timeout = 120_000 });
        var seeks = (await page.EvaluateAsync<double[]>(Drag, new[] { 500, 50 })).Order().ToList();
        return
        [
            new("theatre of 100,000 entries, first frame: after a start", first[0], "ms"),
            Figure.Below(1000, "  later, at another place", first.Skip(1).Max(), "ms"),
            new("  the stage that can be dragged, later", stage.Skip(1).Max(), "ms"),
            new("theatre, slider to any entry: p50", seeks[seeks.Count / 2], "ms"),
            Figure.Below(16, "  p99", seeks[seeks.Count * 99 / 100], "ms"),
        ];
    }

    private static async Task<double> NotedAsync(IPage page, string name) =>
        double.Parse((await page.Locator("html").GetAttributeAsync(name))!, CultureInfo.InvariantCulture);
}
