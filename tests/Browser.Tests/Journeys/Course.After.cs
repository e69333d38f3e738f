using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>After the election: the term's ledger from the result, somebody's exit from the ledger, the by-election from the vacancy.</summary>
public sealed partial class Course
{
    /// <summary>One click leads from the ratified result to the ledger, which has everything but the days.</summary>
    public async Task OpenLedgerAsync()
    {
        var staff = await AsAsync(Staff);
        await staff.GoAsync(Home);
        await staff.SeeAsync("带入当选人、任职日期、批复文号和竞职承诺");
        await staff.PressAsync("建立任期台账");
        Instance = new Uri(staff.Page.Url).Segments[^1];
        await staff.SeeAsync("承接", title);
        await staff.FollowAsync(() => staff.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "建立任期台账", Exact = true }).ClickAsync());
        await staff.SeeAsync("机工发〔2026〕15号", "备〔2026〕7号", "不能改动");
        Assert.NotEmpty(await staff.Page.Locator("[name=what-0]").InputValueAsync());
        await ShootAsync(staff, "ledger");
        await staff.PressAsync("提交");
        await staff.GoAsync(Home);
        await staff.SeeAsync("兑现承诺", "定期考评");
        await ShootAsync(staff, "term");
    }

    /// <summary>The secretary is transferred; the committee has a by-election started, whose plan knows the vacancy and who stays.</summary>
    public async Task LeaveAsync()
    {
        var staff = await AsAsync(Staff);
        await staff.PressAsync("办理退出");
        var exit = new Uri(staff.Page.Url).AbsolutePath;
        await TakeAsync(staff, exit, "提出退出");
        await staff.Page.Locator("input[name=holding]").First.CheckAsync();
        await staff.Page.GetByLabel("调动", new() { Exact = true }).CheckAsync();
        await staff.Page.GetByLabel("理由").FillAsync("工作需要");
        await ShootAsync(staff, "exit");
        await staff.PressAsync("提交");

        var superior = await AsAsync(Superior);
        await TakeAsync(superior, exit, "决定退出");
        await superior.Page.GetByLabel("批复文号").FillAsync("机工发〔2026〕21号");
        await superior.PressAsync("同意");
        await TakeAsync(staff, exit, "发布公告");
        await staff.Page.GetByLabel("标题").FillAsync("书记空缺公告");
        await staff.Page.GetByLabel("正文").FillAsync("书记出缺，近期补选。");
        await staff.PressAsync("发布");

        // Whoever left does not decide about the vacancy, even as a member of the committee.
        var committee = await AsAsync("zj-07");
        await TakeAsync(committee, exit, "空缺处理");
        await committee.SeeAsync("任期内出缺，一般应当补选", "不迟于");
        await ShootAsync(committee, "vacancy");
        await committee.PressAsync("启动补选");

        await staff.GoAsync(exit);
        await staff.SeeAsync("全部办结");
        await ShootAsync(staff, "exit-done");
        await staff.FollowAsync("书记补选");
        await TakeAsync(staff, new Uri(staff.Page.Url).AbsolutePath, "制订方案");
        await staff.SeeAsync("补选大会应于");
        Assert.Equal("1", await staff.Page.Locator("[name='secretary.seats']").InputValueAsync());
        Assert.Equal("", await staff.Page.Locator("[name='member.seats']").InputValueAsync());
        Assert.NotEqual(0, await staff.Page.Locator("input[name=incumbents]:checked").CountAsync());
        await ShootAsync(staff, "by-election-plan");
    }

    private static async Task TakeAsync(Person person, string home, string task)
    {
        await person.GoAsync(home);
        await person.FollowAsync(() => person.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = task, Exact = true }).First.ClickAsync());
        await person.SeeAsync(task);
    }
}
