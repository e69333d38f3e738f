using Gongtui.Browser.Tests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>What members do with a phone: nothing is cut off, a thumb hits what it aims at, and English is one touch away.</summary>
public sealed class PhoneTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    /// <summary>CSS pixels; a fingertip is about that wide.</summary>
    private const int Touch = 40;

    [BrowserFact]
    public async Task A_visitor_finds_the_way_in()
    {
        var phone = await OnAPhoneAsync();
        await LookAsync(phone, "/", "home", "Open recommendation, direct election");
        await LookAsync(phone, "/sign-in", "sign-in", "Demo people");
    }

    [BrowserFact]
    public async Task A_member_takes_part_from_the_notice_to_the_result()
    {
        var course = new Course("手机上的换届选举", id => id == Course.Member ? OnAPhoneAsync() : AtADeskAsync());
        await course.StartAsync();
        await course.PlanAsync();
        await course.ApprovePlanAsync();
        await course.PublishPlanAsync();
        var member = await course.AsAsync(Course.Member);
        await LookAsync(member.Screen, member.Page.Url, "notice", "people have confirmed reading it");
        await LookAsync(member.Screen, "/", "my-home", "Waiting for me");
        await LookAsync(member.Screen, "/tasks", "inbox", "My tasks");
        await LookAsync(member.Screen, course.Home, "election", "Under way");
        await member.TakeUpAsync(course.Title, "党员推荐");
        await LookAsync(member.Screen, member.Page.Url, "recommend", "The recommendation is secret");
        await course.RecommendAsync();
        await FitsAsync(member.Screen);

        await course.ChooseCandidatesAsync();
        await course.OpenMeetingAsync();
        await LookAsync(member.Screen, $"{course.Home}/ballot", "ballot", "Next: check the ballot");
        await TouchesAsync(member.Page.Locator(".ballot .marks label, .ballot .actions button"));
        await course.VoteAsync();
        await FitsAsync(member.Screen);

        await course.CountAsync();
        await course.AnnounceAsync();
        await LookAsync(member.Screen, $"{course.Home}/results", "results", "Account of the ballots");
        await LookAsync(member.Screen, $"{course.Home}/results/report", "report", "Report of the result");
    }

    /// <summary>Opens a page in both languages, with a picture of each.</summary>
    private static async Task LookAsync(Screen screen, string path, string name, string english)
    {
        await screen.Page.GotoAsync(path);
        await FitsAsync(screen);
        await screen.ShootAsync($"phone-{name}");

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("html[lang=en] main")).ToContainTextAsync(english);
        await FitsAsync(screen);
        await screen.ShootAsync($"phone-{name}-en");
        var chinese = await screen.Page.Locator("nav.menu a, main button:not(.person), main .field > label, main thead th").Filter(new() { HasTextRegex = new(@"\p{IsCJKUnifiedIdeographs}") }).AllInnerTextsAsync();
        Assert.True(chinese.Count == 0, $"{path} in English still says {string.Join('、', chinese)}");

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "中文", Exact = true }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("html[lang=zh-CN]")).ToBeAttachedAsync();
    }

    private static async Task FitsAsync(Screen screen)
    {
        var (page, window) = (await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await screen.Page.EvaluateAsync<int>("innerWidth"));
        Assert.True(page <= window, $"{screen.Page.Url} is {page} px wide on a phone of {window} px");
    }

    private static async Task TouchesAsync(ILocator targets)
    {
        foreach (var target in await targets.AllAsync())
        {
            var box = (await target.BoundingBoxAsync())!;
            Assert.True(box is { Width: >= Touch, Height: >= Touch }, $"“{await target.InnerTextAsync()}” is only {box.Width} × {box.Height} px");
        }
    }
}
