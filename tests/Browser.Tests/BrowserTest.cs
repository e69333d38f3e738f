using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>One Host and one Chromium for all tests of the collection; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<HostProcess>, ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}

/// <summary>A test with people at their screens. It fails at its end if any screen complained, even unseen.</summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(HostProcess host, Chromium chromium) : IAsyncLifetime
{
    private readonly List<Screen> screens = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var screen in screens) await screen.CloseAsync();
        Assert.Empty(screens.SelectMany(screen => screen.Complaints));
    }

    /// <summary>A person at a desk: a window of 1280 × 800 with nobody signed in.</summary>
    protected Task<Screen> AtADeskAsync() => OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });

    /// <summary>A designer's large screen: 1920 × 1200.</summary>
    protected Task<Screen> AtALargeScreenAsync() => OpenAsync(new() { ViewportSize = new() { Width = 1920, Height = 1200 } });

    /// <summary>A person with a phone: 390 × 844, touch.</summary>
    protected Task<Screen> OnAPhoneAsync() =>
        OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 });

    private async Task<Screen> OpenAsync(BrowserNewContextOptions options)
    {
        options.BaseURL = host.Address.ToString();
        options.Locale = "zh-CN";
        options.TimezoneId = "Asia/Shanghai";
        var profile = await chromium.ProfileAsync(options);
        var screen = new Screen(await profile.NewPageAsync(), host.Address);
        screens.Add(screen);
        return screen;
    }
}
