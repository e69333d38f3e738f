using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>From the three channels of recommendation to the notice of the nominees.</summary>
public sealed partial class Course
{
    /// <summary>A member and one of the masses fill in a form each; they choose the first two people that each post offers.</summary>
    public async Task RecommendAsync()
    {
        foreach (var (person, task) in new[] { (Member, "党员推荐"), (OneOfTheMasses, "群众推荐") })
        {
            var at = await AtAsync(person, task);
            await ChooseFirstAsync(at);
            await ShootAsync(at, person == Member ? "recommend" : "recommend-masses");
            await at.PressAsync("投入票箱");
            await at.SeeAsync("已投入票箱", "这是您的回执");
            Assert.NotEmpty(await at.Page.Locator(".receipt").InnerTextAsync());
            await ShootAsync(at, person == Member ? "receipt" : "receipt-masses");
        }
    }

    public async Task CloseRecommendationAsync()
    {
        var staff = await AsAsync(Staff);
        await LetOthersCastAsync(staff);
        await ShootAsync(staff, "recommended");
        foreach (var task in new[] { "关闭票箱：党员推荐", "关闭票箱：群众推荐" })
        {
            await staff.TakeUpAsync(title, task);
            await staff.PressAsync("关闭并统计");
            await staff.SeeAsync("已办");
        }

        var committee = await AtAsync(Committee, "组织推荐");
        await ShootAsync(committee, "organisation");
        await committee.PressAsync("提交");
        await committee.SeeAsync("已办");
    }

    public async Task ReviewAsync()
    {
        var staff = await AtAsync(Staff, "推荐汇总");
        await staff.SeeAsync("各渠道推荐结果的合并名单");
        await ShootAsync(staff, "summary");
        await staff.PressAsync("确认汇总");

        var superior = await AtAsync(Superior, "资格审查");
        await superior.SeeAsync("任职条件");
        await ShootAsync(superior, "qualification");
        await superior.PressAsync("提交");
        await PublishAsync("nominees-notice", "经公开推荐和资格审查，初步人选公告如下");
    }

    private static async Task ChooseFirstAsync(Person person)
    {
        foreach (var list in await person.Page.Locator("fieldset.people-choice").AllAsync())
        {
            var boxes = list.GetByRole(AriaRole.Checkbox);
            await boxes.Nth(0).CheckAsync();
            if (await boxes.Nth(1).IsEnabledAsync()) await boxes.Nth(1).CheckAsync();
        }
    }
}
