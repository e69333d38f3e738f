using Gongtui.Browser.Tests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>Terms and publicity work on a phone and at a desk: nothing is cut off, and what is refused says why.</summary>
public sealed class TermAndPublicityTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_term_is_kept_and_a_promise_reported(bool phone)
    {
        var staff = await EnterAsync(phone, Course.Staff);
        var home = await StartAsync(staff, "renqi", phone ? "手机上的任期" : "任期");
        await TakeAsync(staff, home, "建立任期台账");
        await staff.Page.Locator("[name='holders.secretary'][value=zj-03]").CheckAsync();
        await staff.Page.Locator("[name=who-0]").SelectOptionAsync("zj-03");
        await staff.Page.Locator("[name=what-0]").FillAsync("公开一次账目");
        await staff.Page.Locator("[name=due-0]").FillAsync("2099-01-01");
        await staff.PressInVainAsync("提交", "不在任期内");
        await FitsAsync(staff, $"term-refused-{phone}");
        await staff.Page.Locator("[name=due-0]").FillAsync(await staff.Page.Locator("[name=electedOn]").InputValueAsync());
        await staff.PressAsync("提交");

        var secretary = await EnterAsync(phone, "zj-03");
        await TakeAsync(secretary, home, "兑现承诺：公开一次账目");
        await secretary.Page.GetByLabel("已兑现", new() { Exact = true }).CheckAsync();
        await secretary.Page.GetByLabel("履行情况").FillAsync("已在公开栏公布。");
        await FitsAsync(secretary, $"commitment-{phone}");
        await secretary.PressAsync("提交");
        await staff.GoAsync(home);
        await FitsAsync(staff, $"term-{phone}");
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_levels_of_publicity_work_leave_their_records(bool phone)
    {
        var staff = await EnterAsync(phone, Course.Staff);
        var superior = await EnterAsync(phone, Course.Superior);
        var home = await StartAsync(staff, "fadong", phone ? "手机上的宣传发动" : "宣传发动");
        foreach (var (task, title) in new[] { ("会议部署", "市直机关党建工作会议"), ("指导意见和培训", "试点培训会"), ("印发文件", "文件汇编"), ("方案传达到全体", "方案传达") })
        {
            var person = await WhoeverAsync([superior, staff], home, task);
            await person.Page.GetByLabel("名称").FillAsync(title);
            await person.Page.GetByLabel("记录").FillAsync("记录在案。");
            await person.Page.GetByLabel("文件").FillAsync("指导意见\n通知");
            await FitsAsync(person, $"publicity-{title}-{phone}");
            await person.PressAsync("提交");
            // Documents and the plan go out with receipts, which staff close.
            if (!await HasAsync(staff, home, "截止签收")) continue;
            await TakeAsync(staff, home, "截止签收");
            await FitsAsync(staff, $"receipts-{title}-{phone}");
            await staff.PressAsync("截止");
        }

        var member = await EnterAsync(phone, "zj-05");
        await TakeAsync(member, home, "态度问卷");
        await FitsAsync(member, $"survey-answer-{phone}");
        await member.Page.GetByLabel("要求参加就参加").CheckAsync();
        await member.PressAsync("投入票箱");
        await TakeAsync(staff, home, "关闭票箱：态度问卷");
        await staff.PressAsync("关闭并统计");

        // One answer would show whose it is: the figures come from paper.
        var evaluator = await WhoeverAsync([superior, staff], home, "调查评估");
        foreach (var (field, number) in new[] { ("asked", "50"), ("active", "37"), ("ifRequired", "11"), ("unwilling", "3") })
            await evaluator.Page.Locator($"[name={field}]").FillAsync(number);
        await evaluator.Page.GetByLabel("走访、座谈意见").FillAsync("座谈三次。");
        await evaluator.Page.GetByLabel("总结评估").FillAsync("参与积极。");
        await evaluator.PressInVainAsync("提交", "50");
        await FitsAsync(evaluator, $"survey-refused-{phone}");
        await evaluator.Page.Locator("[name=unwilling]").FillAsync("2");
        await evaluator.PressAsync("提交");
        await staff.GoAsync(home);
        await staff.SeeAsync("全部办结");
        await FitsAsync(staff, $"publicity-done-{phone}");
    }

    private async Task<Person> EnterAsync(bool phone, string id)
    {
        var person = new Person(phone ? await OnAPhoneAsync() : await AtADeskAsync(), id);
        await person.SignInAsync();
        return person;
    }

    private static async Task<string> StartAsync(Person staff, string procedure, string title)
    {
        await staff.GoAsync("/elections/start");
        await staff.Page.Locator($"input[name=procedure][value={procedure}]").CheckAsync();
        await staff.Page.GetByLabel("选举名称").FillAsync(title);
        await staff.PressAsync("发起");
        return new Uri(staff.Page.Url).AbsolutePath;
    }

    private static ILocator Link(Person person, string task) =>
        person.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = task, Exact = true });

    private static async Task<bool> HasAsync(Person person, string home, string task)
    {
        await person.GoAsync(home);
        return await Link(person, task).CountAsync() > 0;
    }

    private static async Task TakeAsync(Person person, string home, string task)
    {
        await person.GoAsync(home);
        await person.FollowAsync(() => Link(person, task).First.ClickAsync());
        await person.SeeAsync(task);
    }

    /// <summary>The one of them to whom the task is given.</summary>
    private static async Task<Person> WhoeverAsync(IReadOnlyList<Person> people, string home, string task)
    {
        foreach (var person in people.SkipLast(1))
        {
            if (!await HasAsync(person, home, task)) continue;
            await TakeAsync(person, home, task);
            return person;
        }

        await TakeAsync(people[^1], home, task);
        return people[^1];
    }

    private static async Task FitsAsync(Person person, string picture)
    {
        var (page, window) = (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await person.Page.EvaluateAsync<int>("innerWidth"));
        Assert.True(page <= window, $"{person.Page.Url} is {page} px wide in a window of {window} px");
        await person.Screen.ShootAsync($"after-{picture}");
    }
}
