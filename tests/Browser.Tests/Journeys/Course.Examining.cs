using Microsoft.Playwright;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>From the assessment to the end of the publicity period.</summary>
public sealed partial class Course
{
    public async Task AssessAsync()
    {
        var member = await AtAsync(Member, "党员测评");
        foreach (var person in await member.Page.Locator("fieldset.levels").AllAsync()) await person.GetByLabel("称职", new() { Exact = true }).CheckAsync();
        await ShootAsync(member, "assess");
        await member.PressAsync("投入票箱");
        await member.SeeAsync("这是您的回执");

        var staff = await AsAsync(Staff);
        await LetOthersCastAsync(staff);
        foreach (var task in new[] { "关闭票箱：党员测评", "关闭票箱：群众测评" })
        {
            await staff.TakeUpAsync(title, task);
            await ShootAsync(staff, "close-box");
            await staff.PressAsync("关闭并统计");
        }
    }

    public async Task InvestigateAsync()
    {
        var staff = await AtAsync(Staff, "竞职演说");
        await ShootAsync(staff, "speeches");
        await staff.PressAsync("提交");

        await staff.TakeUpAsync(title, "确定考察对象");
        await staff.SeeAsync("优秀", "考察不少于");
        await ShootAsync(staff, "investigation-list");
        await staff.PressAsync("提交");

        var investigator = await AtAsync(Investigator, "组织考察");
        await ShootAsync(investigator, "investigation");
        await investigator.PressAsync("提交");
    }

    public async Task ShortlistAsync()
    {
        var committee = await AtAsync(Committee, "确定预备人选");
        await committee.SeeAsync("差额不少于 4 人");
        await ShootAsync(committee, "shortlist");
        await committee.PressAsync("表决通过");

        var superior = await AtAsync(Superior, "审批预备人选");
        await ShootAsync(superior, "approval-shortlist");
        await superior.PressAsync("批准");
    }

    /// <summary>Five working days, passed with the buttons of the demo's banner.</summary>
    public async Task PassPublicityAsync()
    {
        var member = await AsAsync(Member);
        await member.GoAsync("/notices");
        await member.FollowAsync("候选人预备人选公示");
        await member.SeeAsync("公示期自", "如有异议");
        await ShootAsync(member, "publicity");

        var staff = await AsAsync(Staff);
        await staff.GoAsync(Home);
        var banner = staff.Page.GetByRole(AriaRole.Complementary, new() { Name = "演示模式" });
        await staff.FollowAsync(() => banner.GetByRole(AriaRole.Button, new() { Name = "快进一天" }).ClickAsync());
        await staff.FollowAsync(() => banner.GetByRole(AriaRole.Button, new() { Name = "快进到下一个期限" }).ClickAsync());
        for (var looks = 0; looks < 20 && !(await staff.Page.Locator("main").InnerTextAsync()).Contains("发布公告", StringComparison.Ordinal); looks++)
        {
            await Task.Delay(250);
            await staff.GoAsync(Home);
        }

        await ShootAsync(staff, "publicity-over");
        await PublishAsync("meeting-notice", "公示期满");
    }
}
