using Gongtui.Browser.Tests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>Nobody needs a mouse.</summary>
public sealed class KeyboardTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    [BrowserFact]
    public async Task The_first_key_leads_past_the_menu()
    {
        var page = (await AtADeskAsync()).Page;
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("a.skip:focus")).ToHaveTextAsync("跳到正文");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_plan_and_a_ballot_are_filled_in_with_keys()
    {
        var course = new Course("键盘上的换届选举", _ => AtADeskAsync());
        await course.StartAsync();
        await PlanAsync(await course.AtAsync(Course.Staff, "制订方案"));
        await course.ApprovePlanAsync();
        await course.PublishPlanAsync();
        await course.RecommendAsync();
        await course.ChooseCandidatesAsync();
        await course.OpenMeetingAsync();
        await VoteAsync(await course.AtAsync(Course.Member, "投票"));
    }

    private static async Task PlanAsync(Person staff)
    {
        await TypeAsync(staff, "#place", "三楼会议室");
        await TabToAsync(staff, "details:has(.parameters) > summary");
        await staff.Page.Keyboard.PressAsync("Enter");
        await TypeAsync(staff, "#p-tellers", "3");
        await TypeAsync(staff, "#reasons", "人数较多，增加一名计票人。");
        await TabToAsync(staff, "button[value=submit]");
        await staff.FollowAsync(() => staff.Page.Keyboard.PressAsync("Enter"));
        await staff.SeeAsync("已办：提交");
    }

    /// <summary>A ○ for the first name of every post: the arrow leads from the abstention at the end round to the ○ at the beginning.</summary>
    private static async Task VoteAsync(Person member)
    {
        foreach (var contest in Enumerable.Range(0, await member.Page.Locator("fieldset.contest").CountAsync()))
        {
            await TabToAsync(member, $"fieldset.contest:nth-of-type({contest + 1}) .line:nth-of-type(1) input[type=radio]");
            await member.Page.Keyboard.PressAsync("ArrowRight");
        }

        await TabToAsync(member, "button[value=check]");
        await member.FollowAsync(() => member.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal(3, await member.Page.GetByText("○ 赞成").CountAsync());
        await TabToAsync(member, "button[value=cast]");
        await member.FollowAsync(() => member.Page.Keyboard.PressAsync("Enter"));
        await member.SeeAsync("这是您的回执");
    }

    private static async Task TypeAsync(Person person, string field, string text)
    {
        await TabToAsync(person, field);
        await person.Page.Keyboard.PressAsync("Control+A");
        await person.Page.Keyboard.InsertTextAsync(text);
    }

    private static async Task TabToAsync(Person person, string target)
    {
        const int Most = 120;
        for (var presses = 0; presses < Most; presses++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            // Past the last field the focus is for a moment on nothing of the page.
            if (await person.Page.EvaluateAsync<bool>("target => document.activeElement?.matches(target) ?? false", target)) return;
        }

        Assert.Fail($"The Tab key does not lead to {target} on {person.Page.Url}");
    }
}
