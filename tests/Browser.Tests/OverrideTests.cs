using Gongtui.Browser.Tests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>A designer asks for what the policy blocks, the superior reads it on a phone and decides, and everybody can read that it was so.</summary>
public sealed class OverrideTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Blocked = """
        async () => {
          const api = '/elsa/api/workflow-definitions', model = await (await fetch(`${api}/by-definition-id/chengguan?versionOptions=Latest`)).json();
          for (const name of ['id', 'definitionId', 'version', 'isPublished', 'isLatest']) delete model[name];
          model.name = '特批试验';
          model.root.activities.find(activity => activity.id === 'approve-plan').assignee = { typeName: 'String', expression: { type: 'Literal', value: 'role:staff' } };
          return (await (await fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ model, publish: false }) })).json()).workflowDefinition.definitionId;
        }
        """;

    [BrowserFact]
    public async Task What_the_policy_blocks_is_published_with_the_superiors_approval_and_says_so_everywhere()
    {
        var designer = new Person(await AtADeskAsync(), Drawing.Designer);
        await designer.SignInAsync();
        await designer.GoAsync("/design");
        var id = await designer.Page.EvaluateAsync<string>(Blocked);
        await designer.GoAsync($"/design/{id}");
        await designer.Page.Locator("summary").Filter(new() { HasText = "请上级特批" }).ClickAsync();
        await designer.Page.GetByLabel("特批理由").FillAsync("上级已书面授权支部自行审批方案。");
        await designer.Screen.ShootAsync("override-asking");
        await designer.PressAsync("请上级特批");
        await designer.SeeAsync("等待决定");

        var superior = new Person(await OnAPhoneAsync(), Course.Superior);
        await superior.SignInAsync();
        await superior.FollowAsync("特批发布：特批试验");
        await superior.SeeAsync("上级已书面授权支部自行审批方案", "应由上级党组织办理", "草稿如已改动则不能同意");
        Assert.Equal("办理进展", await superior.Page.Locator("nav[aria-label] a[href^='/elections/override-']").First.InnerTextAsync());
        Assert.True(await superior.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the phone");
        await superior.Screen.ShootAsync("override-task-phone");
        await superior.PressInVainAsync("不同意", "请填写理由");
        await superior.Page.GetByLabel("批复文号").FillAsync("机工发〔2026〕特1号");
        await superior.PressAsync("同意特批发布");
        await superior.SeeAsync("同意特批发布");
        await superior.FollowAsync("看办理进展");
        await superior.SeeAsync("上级同意：机工发〔2026〕特1号");
        Assert.Equal(0, await superior.Page.GetByRole(AriaRole.Link, new() { Name = "结果", Exact = true }).CountAsync());
        await superior.Screen.ShootAsync("override-run-phone");

        await designer.GoAsync($"/design/{id}");
        await designer.SeeAsync("现在发起的选举用第 1 版", "特批发布");
        await designer.Page.Locator("details.override summary").First.ClickAsync();
        await designer.SeeAsync("机工发〔2026〕特1号");
        await designer.Screen.ShootAsync("override-history");
        await designer.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await designer.SeeAsync("published by override", "belongs to the superior organisation");
        await designer.Screen.ShootAsync("override-history-en");
    }
}
