using System.Text.RegularExpressions;
using Gongtui.Browser.Tests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>A designer looks at what the policy says about a draft, puts it right with one click, sees what changed and lets it be rehearsed.</summary>
public sealed class CheckUpTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Designer = "gw-06";

    /// <summary>Duplicates a procedure by the editor's own calls, gives its approval of the plan to the staff and leaves out a channel.</summary>
    private const string Spoil = """
        async () => {
          const api = '/elsa/api/workflow-definitions', model = await (await fetch(`${api}/by-definition-id/chengguan?versionOptions=Latest`)).json();
          for (const name of ['id', 'definitionId', 'version', 'isPublished', 'isLatest']) delete model[name];
          model.name = '体检';
          const save = async model => (await (await fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ model, publish: true }) })).json()).workflowDefinition;
          const first = await save(model);
          first.root.activities.find(activity => activity.id === 'approve-plan').assignee = { typeName: 'String', expression: { type: 'Literal', value: 'role:staff' } };
          const second = await (await fetch(api, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ model: first, publish: false }) })).json();
          return [first.definitionId, first.id, second.workflowDefinition.id];
        }
        """;

    [BrowserFact]
    public async Task A_finding_is_put_right_with_one_click_and_the_difference_is_drawn()
    {
        var designer = new Person(await AtADeskAsync(), Designer);
        await designer.SignInAsync();
        await designer.GoAsync("/design");
        var ids = await designer.Page.EvaluateAsync<string[]>(Spoil);

        await designer.GoAsync($"/design/{ids[0]}/compare?before={ids[1]}&after={ids[2]}");
        await Assertions.Expect(designer.Page.Locator(".diagram .node.changed")).ToHaveCountAsync(2);
        await designer.SeeAsync("assignee", "role:staff");
        await designer.Screen.ShootAsync("diff");

        await designer.GoAsync($"/design/{ids[0]}");
        await designer.SeeAsync("应由上级党组织办理");
        await designer.Screen.ShootAsync("check-up");
        await designer.FollowAsync(() => designer.Page.GetByRole(AriaRole.Button, new() { Name = "改为 上级" }).ClickAsync());
        await designer.SeeAsync("已改正并存为草稿", "没有发现问题");

        await designer.GoAsync($"/design/{ids[0]}/rehearsal");
        await designer.SeeAsync("一路顺利", "第一次大会未达法定人数");
        Assert.Equal(0, await designer.Page.GetByText("✗").CountAsync());
    }

    [BrowserFact]
    public async Task The_panel_beside_the_editor_finds_the_step_and_puts_it_right()
    {
        const float patience = 120_000;
        var designer = new Person(await AtALargeScreenAsync(), Designer);
        await designer.SignInAsync();
        await designer.GoAsync("/design");
        var ids = await designer.Page.EvaluateAsync<string[]>(Spoil);
        var drawing = new Drawing(designer);
        await drawing.OpenAsync(ids[0]);
        var (panel, sum) = (designer.Page.Locator("#gt-check"), designer.Page.Locator("#gt-check-sum"));

        await Assertions.Expect(sum).ToHaveTextAsync(new Regex("不能发布"), new() { Timeout = patience });
        await Assertions.Expect(panel).ToContainTextAsync("应由上级党组织办理");
        await panel.Locator("button.gt-finding").First.ClickAsync();
        await Assertions.Expect(designer.Page.Locator("elsa-workflow-definition-editor")).ToContainTextAsync("审批事项", new() { Timeout = patience });
        await designer.Screen.ShootAsync("studio-check-up");

        // It lies beside the diagram, and on a small screen below it: never over it.
        foreach (var (width, height) in new[] { (1920, 1200), (900, 700), (390, 844) })
        {
            await designer.Page.SetViewportSizeAsync(width, height);
            var (own, canvas) = ((await panel.BoundingBoxAsync())!, (await designer.Page.Locator("#studio").BoundingBoxAsync())!);
            Assert.True(own.X >= canvas.X + canvas.Width - 1 || own.Y >= canvas.Y + canvas.Height - 1, $"at {width} pixels the panel lies over the editor");
            Assert.True(canvas.Height >= 0.5 * height, $"at {width} pixels the editor keeps {canvas.Height}");
        }

        await designer.Page.SetViewportSizeAsync(1920, 1200);
        await panel.GetByRole(AriaRole.Button, new() { Name = "改为 上级" }).ClickAsync();
        await Assertions.Expect(sum).ToHaveTextAsync("通过", new() { Timeout = patience });
        await drawing.ReadyAsync();

        // By the keyboard, and in English.
        await designer.Page.Locator("#gt-check-open").FocusAsync();
        await designer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(designer.Page.Locator("#gt-check-body")).ToBeHiddenAsync();
        await designer.Page.Locator("#gt-language").ClickAsync();
        await Assertions.Expect(sum).ToHaveTextAsync("passed", new() { Timeout = patience });
        await drawing.ReadyAsync();
        await designer.Screen.ShootAsync("studio-check-up-en");
    }
}
