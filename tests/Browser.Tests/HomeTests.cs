using Xunit;

namespace Gongtui.Browser.Tests;

public sealed class HomeTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    [BrowserFact]
    public async Task Anybody_opens_the_first_page()
    {
        var desk = await AtADeskAsync();
        var answer = await desk.Page.GotoAsync("/");
        Assert.True(answer!.Ok);
        await desk.ShootAsync("home");

        var phone = await OnAPhoneAsync();
        await phone.Page.GotoAsync("/");
        await phone.ShootAsync("home-phone");
    }
}
