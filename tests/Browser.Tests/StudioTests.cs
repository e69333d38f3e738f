using Gongtui.Browser.Tests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>Designers redraw a procedure in the real Elsa Studio.</summary>
public sealed class StudioTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Procedure = "zhujian";
    /// <summary>The channel of self-nomination among those that are ticked.</summary>
    private const string Self = "\"channels\":[^}]*self";

    private const float Patience = 120_000;

    [BrowserFact]
    public async Task A_step_is_drawn_into_the_procedure_and_comes_in_the_next_election_only()
    {
        var before = new Course("改图之前的选举", _ => AtADeskAsync());
        await before.StartAsync();

        var designer = await DesignerAsync();
        var drawing = new Drawing(designer);
        await drawing.OpenAsync(Procedure);
        await drawing.ShootAsync("studio-editor");
        Assert.Empty(await SlowRulesAsync(designer.Page));
        var drawn = await drawing.Nodes.CountAsync();
        await drawing.ZoomToFitAsync();
        await drawing.DragInBelowAsync("3 测评与考察", "竞职演说", "审批方案");
        await drawing.SetAsync("办理期限", "3");
        await drawing.ShootAsync("studio-dragged");
        await drawing.ConnectAsync("制订方案", "Done", "竞职演说1");

        Assert.Matches("\"dueInDays\":[^}]*\"value\":\"?3\\b", await SavedAsync(designer));

        // A channel that is promised and that no way passes is refused like any other missing step.
        await drawing.SelectAsync("推荐汇总");
        await drawing.TickAsync("个人自荐");
        await drawing.ShootAsync("studio-channels");
        Assert.Matches(Self, await SavedAsync(designer));
        await drawing.TickAsync("个人自荐");
        Assert.DoesNotMatch(Self, await SavedAsync(designer));

        // The policy lets nothing be published whose outcome leads nowhere: refused first, published once it is led on.
        designer.Screen.Expect(400);
        await drawing.PublishAsync();
        await Assertions.Expect(designer.Page.Locator("#gt-messages")).ToContainTextAsync("没有发布，已存为草稿", new() { Timeout = Patience });
        await Assertions.Expect(designer.Page.Locator("#gt-messages")).ToContainTextAsync("没有去向");
        await drawing.ShootAsync("studio-refused");
        await designer.Page.Locator("#gt-messages button").GetByText("知道了").ClickAsync();
        await drawing.ConnectAsync("竞职演说1", "Done", "方案未获批准");
        await drawing.ShootAsync("studio-connected");
        await drawing.PublishAsync();
        await Assertions.Expect(designer.Page.GetByText("程序已发布")).ToBeVisibleAsync(new() { Timeout = Patience });
        await drawing.ShootAsync("studio-published");
        await designer.GoAsync($"/design/{Procedure}");
        await designer.SeeAsync("现在发起的选举用第 2 版");

        var after = new Course("改图之后的选举", _ => AtADeskAsync());
        await after.StartAsync();
        await after.PlanAsync();
        var staff = await after.AtAsync(Course.Staff, "竞职演说");
        await staff.Screen.ShootAsync("studio-new-step");

        await SeesAsync(before, "竞职演说1", shown: false);
        await SeesAsync(after, "竞职演说1", shown: true);
        await before.PlanAsync();
        await (await before.AsAsync(Course.Staff)).GoAsync("/tasks");
        await Assertions.Expect((await before.AsAsync(Course.Staff)).Page.Locator("main li").Filter(new() { HasText = before.Title }).GetByText("竞职演说")).ToHaveCountAsync(0);

        await designer.GoAsync($"/design/{Procedure}");
        await designer.Page.GetByRole(AriaRole.Row, new() { Name = "第 1 版" }).GetByRole(AriaRole.Button, new() { Name = "回退到此版" }).ClickAsync();
        await designer.SeeAsync("已回退");
        await designer.PressAsync("发布第 3 版");
        await drawing.OpenAsync(Procedure);
        await Assertions.Expect(drawing.Nodes).ToHaveCountAsync(drawn);
        await designer.Screen.ShootAsync("studio-rolled-back");
    }

    [BrowserFact]
    public async Task Studio_speaks_Chinese_and_English_and_shows_elections_as_they_run()
    {
        var course = new Course("在设计器里观看的选举", _ => AtADeskAsync());
        await course.StartAsync();
        var designer = await DesignerAsync();
        await designer.GoAsync("/workflows/definitions");
        await Assertions.Expect(designer.Page.Locator("#studio")).ToContainTextAsync("新建程序", new() { Timeout = Patience });
        await designer.Screen.ShootAsync("studio-list");

        await designer.Page.Locator(".gt-tabs").GetByText("运行实例").ClickAsync();
        var line = designer.Page.Locator("elsa-workflow-instance-list tr").Filter(new() { HasText = course.Title });
        await line.WaitForAsync(new() { Timeout = Patience });
        await designer.Screen.ShootAsync("studio-instances");
        await line.Locator("td").Nth(5).ClickAsync();
        var viewer = designer.Page.Locator("elsa-workflow-instance-viewer");
        await viewer.Locator("elsa-activity-wrapper").First.WaitForAsync(new() { Timeout = Patience });
        await Assertions.Expect(viewer).ToContainTextAsync("产生待办", new() { Timeout = Patience });
        await designer.Screen.ShootAsync("studio-viewer");

        await designer.Page.Locator("#gt-language").ClickAsync();
        await Assertions.Expect(designer.Page.Locator("elsa-workflow-instance-viewer")).ToContainTextAsync("Call stack", new() { Timeout = Patience, IgnoreCase = true });
        await Assertions.Expect(designer.Page.Locator("#gt-wait")).ToBeHiddenAsync(new() { Timeout = Patience });
        await designer.Screen.ShootAsync("studio-viewer-en");
    }

    /// <summary>The draft as the server has it.</summary>
    private static Task<string> SavedAsync(Person designer) => designer.Page.EvaluateAsync<string>(
        "id => fetch(`/elsa/api/workflow-definitions/by-definition-id/${id}?versionOptions=Latest`).then(answer => answer.text())", Procedure);

    /// <summary>Style rules that ask the whole document at every change: each step drawn would style all others again (Host/Studio/Page/before.js).</summary>
    private static Task<string[]> SlowRulesAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const rules = list => [...list].flatMap(rule => [rule, ...rules(rule.cssRules ?? [])]);
          return [...document.styleSheets].flatMap(sheet => rules(sheet.cssRules)).map(rule => rule.selectorText ?? '').filter(text => /^(:root|html|body):has\(/.test(text));
        }
        """);

    private async Task<Person> DesignerAsync()
    {
        var designer = new Person(await AtALargeScreenAsync(), Drawing.Designer);
        await designer.SignInAsync();
        return designer;
    }

    /// <summary>Whether a step stands on the diagram of an election's page.</summary>
    private static async Task SeesAsync(Course course, string step, bool shown)
    {
        var staff = await course.AsAsync(Course.Staff);
        await staff.GoAsync(course.Home);
        Assert.Equal(shown, (await staff.Page.ContentAsync()).Contains(step, StringComparison.Ordinal));
    }
}
