namespace Gongtui.Browser.Tests.Journeys;

/// <summary>From the start to the notice of the plan.</summary>
public sealed partial class Course
{
    public const string PlanNumber = "机工发〔2026〕3号";

    public async Task StartAsync()
    {
        var staff = await AsAsync(Staff);
        await staff.GoAsync("/elections");
        await staff.FollowAsync("发起选举");
        await staff.SeeAsync("市住建局机关党支部", "正式党员 30，预备党员 2，群众 8");
        await staff.Page.Locator("input[name=procedure][value=zhujian]").CheckAsync();
        await staff.Page.GetByLabel("选举名称").FillAsync(title);
        await ShootAsync(staff, "start");
        await staff.PressAsync("发起");
        Instance = new Uri(staff.Page.Url).Segments[^1];
        await staff.SeeAsync(title, "正在办理", "制订方案");
        await ShootAsync(staff, "started");
    }

    public async Task PlanAsync()
    {
        var staff = await AtAsync(Staff, "制订方案");
        await staff.Page.GetByLabel("地点").FillAsync("三楼会议室");
        await staff.PressAsync("按填写的内容重新检查");
        await staff.SeeAsync("逐项检查", "可行");
        await ShootAsync(staff, "plan");
        await staff.PressAsync("提交");
        await staff.SeeAsync("已办");
        await ShootAsync(staff, "plan-done");
    }

    public async Task ApprovePlanAsync()
    {
        var superior = await AtAsync(Superior, "审批实施方案");
        await superior.SeeAsync("三楼会议室");
        await superior.Page.GetByLabel("批复文号").FillAsync(PlanNumber);
        await ShootAsync(superior, "approval");
        await superior.PressAsync("批准");
        await superior.SeeAsync("已办：批准");
    }

    public async Task PublishPlanAsync()
    {
        await PublishAsync("plan-notice", "三楼会议室");
        var member = await AsAsync(Member);
        await member.GoAsync("/notices");
        await member.FollowAsync(() => member.Page.Locator("main li").Filter(new() { HasText = "待阅知" }).First.GetByRole(Microsoft.Playwright.AriaRole.Link).First.ClickAsync());
        await member.SeeAsync("公推直选实施方案", "名额 3，差额");
        await ShootAsync(member, "notice");
        await member.PressAsync("我已阅知");
        await member.SeeAsync("已阅知", "已有 1 人阅知");
    }

    /// <summary>Staff publish the notice that waits, as it was drafted.</summary>
    private async Task PublishAsync(string picture, string text)
    {
        var staff = await AtAsync(Staff, "发布公告");
        await Microsoft.Playwright.Assertions.Expect(staff.Page.GetByLabel("正文")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(text));
        await ShootAsync(staff, picture);
        await staff.PressAsync("发布");
        await staff.SeeAsync("已办");
    }
}
