using Microsoft.Playwright;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>The members' meeting up to the count.</summary>
public sealed partial class Course
{
    private readonly List<string> tellers = [];

    /// <summary>Everybody is there; two scrutineers and a teller are chosen among those who do not stand.</summary>
    /// <param name="onPaper">Whether the round is voted on paper.</param>
    public async Task OpenMeetingAsync(bool onPaper = false)
    {
        var staff = await AtAsync(Staff, "清点到会人数");
        await staff.SeeAsync("还差");
        await staff.FollowAsync("演示：全体到会");
        await staff.SeeAsync("应到", "实到", "✓");
        await ShootAsync(staff, "attendance");
        await staff.PressAsync("达到法定人数，开会");

        await staff.TakeUpAsync(title, "通过监票人、计票人");
        await staff.SeeAsync("候选人，须回避");
        foreach (var (role, value) in new[] { (0, "s"), (1, "s"), (2, "t") })
        {
            var choice = staff.Page.Locator($".role-line:not(:has([value='']:not(:checked))) input[value={value}]").First;
            tellers.Add((await choice.GetAttributeAsync("name"))!["role-".Length..]);
            await choice.CheckAsync();
        }

        await staff.Page.GetByLabel("大会同意的人数").FillAsync("28");
        if (onPaper) await staff.Page.GetByLabel("纸质选票").CheckAsync();
        await ShootAsync(staff, "tellers");
        await staff.PressAsync("表决通过");
        await staff.GoAsync($"{Home}/hall");
        if (!onPaper) await staff.SeeAsync("正在投票");
        await ShootAsync(staff, "hall");
    }

    /// <summary>Approves of the first names, crosses one out for another person, abstains from the last; then tries it again.</summary>
    public async Task VoteAsync()
    {
        var member = await AsAsync(Member);
        await member.TakeUpAsync(title, "投票");
        await FillInAsync(member);
        await ShootAsync(member, "ballot");
        await member.PressAsync("下一步：核对选票");
        await member.SeeAsync("请核对", "○ 赞成", "× 不赞成", "弃权", "另选：");
        await ShootAsync(member, "ballot-check");
        await member.PressAsync("确认，投入票箱");
        await member.SeeAsync("这是您的回执");
        await ShootAsync(member, "ballot-receipt");

        // The page can be loaded again for a while; it is the cookie that still knows the receipt, not the server.
        await member.GoAsync($"{Home}/ballot");
        await member.SeeAsync("这是您的回执");
        await ForgetReceiptAsync(member);
        await member.GoAsync($"{Home}/ballot");
        await member.SeeAsync("您已经投票");
        await ShootAsync(member, "ballot-again");
    }

    /// <summary>Two windows of one person: both were opened before the vote, and only the first is counted.</summary>
    public async Task VoteTwiceAsync()
    {
        var member = await AsAsync(SecondMember);
        var first = new Person(await member.Screen.SecondWindowAsync(), SecondMember);
        foreach (var window in new[] { first, member })
        {
            await window.GoAsync($"{Home}/ballot");
            await window.PressAsync("下一步：核对选票");
        }

        await first.PressAsync("确认，投入票箱");
        await ForgetReceiptAsync(first);
        await member.PressInVainAsync("确认，投入票箱", "您已经投过票");
        await ShootAsync(member, "ballot-refused");
    }

    public async Task CountAsync()
    {
        var staff = await AsAsync(Staff);
        await LetOthersCastAsync(staff);
        await staff.GoAsync($"{Home}/ballot");
        await staff.PressAsync("下一步：核对选票");
        await staff.PressAsync("确认，投入票箱");

        var teller = await AtAsync(tellers[0], "清点选票并计票");
        await teller.SeeAsync("30 / 30", "关闭票箱不能撤销");
        await ShootAsync(teller, "close-ballot");
        await teller.PressAsync("关闭票箱并计票");
        await teller.SeeAsync("已办");
    }

    private static Task ForgetReceiptAsync(Person person) => person.Page.Context.ClearCookiesAsync(new() { Name = "gongtui-receipt" });

    /// <summary>A ○ for the first name of each post; of the last post × with another person for the second and nothing for the rest.</summary>
    private static async Task FillInAsync(Person person)
    {
        foreach (var contest in await person.Page.Locator("fieldset.contest").AllAsync())
            await contest.Locator(".line").First.GetByRole(AriaRole.Radio, new() { Name = "赞成", Exact = true }).CheckAsync();
        var crossed = person.Page.Locator("fieldset.contest").Last.Locator(".line").Nth(1);
        await crossed.GetByRole(AriaRole.Radio, new() { Name = "不赞成" }).CheckAsync();
        var other = await person.Page.Locator("datalist").Last.Locator("option").Last.GetAttributeAsync("value");
        await crossed.GetByRole(AriaRole.Combobox).FillAsync(other!);
        await Assertions.Expect(person.Page.Locator("fieldset.contest").Last.Locator(".count")).ToHaveTextAsync("已用 2 / 3");
    }
}
