using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>One Chromium for all tests: the system's own, since a downloaded one is not always to be had.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>No GPU and no sandbox in a container; nothing that calls home.</summary>
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The executable, or null where none is installed; GONGTUI_CHROMIUM names another one.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("GONGTUI_CHROMIUM") ?? Usual.FirstOrDefault(File.Exists);

    /// <summary>Why browser tests cannot run here; null where they can.</summary>
    public static string? WhyMissing =>
        Executable is null ? "Chromium is not installed (apt-get install chromium, or set GONGTUI_CHROMIUM)." : null;

    public async Task InitializeAsync()
    {
        if (Executable is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Flags });
    }

    /// <summary>A fresh profile: nobody is signed in and nothing is remembered.</summary>
    public Task<IBrowserContext> ProfileAsync(BrowserNewContextOptions options) =>
        (browser ?? throw new InvalidOperationException("Chromium is not installed.")).NewContextAsync(options);

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}
