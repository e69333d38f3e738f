using Gongtui.Browser.Tests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>What can come between a designer and the draft in the real Elsa Studio: somebody else, the end of a session, a procedure that does not run.</summary>
public sealed class StudioTogetherTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Admin = "gw-07";
    private const string Second = "gw-03";
    private const float Patience = 120_000;

    [BrowserFact]
    public async Task Two_people_on_one_draft_lose_nothing()
    {
        var one = new Drawing(await EnterAsync(Drawing.Designer));
        var id = await one.BeginAsync("两人同改的程序");
        var second = await AlsoDesignsAsync();
        var other = new Drawing(second);
        await other.OpenBlankAsync(id);

        await one.DragInAsync("3 测评与考察", "竞职演说", 80, 80);
        second.Screen.Expect(409);
        await other.DropAsync("3 测评与考察", "组织考察", 80, 200);

        var message = second.Page.Locator("#gt-messages");
        await Assertions.Expect(message).ToContainTextAsync("您的修改没有覆盖它", new() { Timeout = Patience });
        await other.ShootAsync("studio-conflict");
        Assert.Equal(["竞职演说1"], await StepsBehindAsync(second, message.GetByText("看对方保存的")));
        Assert.Equal(["组织考察1"], await StepsBehindAsync(second, message.GetByText("看我的副本")));

        await second.GoAsync("/design");
        await second.SeeAsync("同时修改的副本");
        await second.Screen.ShootAsync("design-conflict");
    }

    [BrowserFact]
    public async Task A_session_that_ended_goes_on_without_losing_the_drawing()
    {
        var designer = await EnterAsync(Drawing.Designer);
        var drawing = new Drawing(designer);
        await drawing.BeginAsync("会话过期的程序");
        var cookies = await designer.Page.Context.CookiesAsync();
        await designer.Page.Context.ClearCookiesAsync();
        designer.Screen.Expect(401);

        await drawing.DropAsync("3 测评与考察", "民主测评", 80, 120);
        await Assertions.Expect(designer.Page.Locator("#gt-messages")).ToContainTextAsync("登录已过期", new() { Timeout = Patience });
        await drawing.ShootAsync("studio-session");
        await designer.Page.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "已登录，继续" }).ClickAsync();

        await drawing.IsSavedAsync();
        await designer.Page.ReloadAsync();
        await drawing.ReadyAsync();
        await Assertions.Expect(drawing.Nodes).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task Running_from_the_editor_works_where_it_can_and_says_in_Chinese_where_it_cannot()
    {
        var designer = await EnterAsync(Drawing.Designer);
        var (drawing, message) = (new Drawing(designer), designer.Page.Locator("#gt-messages"));
        await drawing.BeginAsync("在设计器里运行的程序");
        await drawing.DragInAsync("9 流程与时间", "记录一行文字", 60, 60);
        await drawing.DragInAsync("9 流程与时间", "记录一行文字", 400, 200);
        await drawing.ConnectAsync("WriteLine1", "Done", "WriteLine2");

        designer.Screen.Expect(400);
        await drawing.RunAsync();
        await Assertions.Expect(message).ToContainTextAsync("只有发布的版本才能运行", new() { Timeout = Patience });
        await message.GetByText("知道了").ClickAsync();
        await drawing.PublishAsync();
        await Assertions.Expect(designer.Page.GetByText("程序已发布")).ToBeVisibleAsync(new() { Timeout = Patience });
        await drawing.RunAsync();

        var viewer = designer.Page.Locator("elsa-workflow-instance-viewer");
        await viewer.Locator("elsa-activity-wrapper").First.WaitForAsync(new() { Timeout = Patience });
        Assert.Contains("/workflows/instances/run-", designer.Page.Url, StringComparison.Ordinal);
        foreach (var words in new[] { "记录文字", "已完成", "开始" }) await Assertions.Expect(viewer).ToContainTextAsync(words, new() { Timeout = Patience });
        await drawing.ShootAsync("studio-run");

        await drawing.OpenAsync("renshe");
        await drawing.RunAsync();
        await Assertions.Expect(message).ToContainTextAsync("选举要由单位工作人员在“选举”页面启动", new() { Timeout = Patience });
        await Assertions.Expect(message.GetByText("去“选举”页面")).ToBeVisibleAsync();
        await drawing.ShootAsync("studio-run-refused");
    }

    /// <summary>The steps on the diagram that a link of a message opens in a window of its own.</summary>
    private static async Task<IEnumerable<string>> StepsBehindAsync(Person person, ILocator link)
    {
        var window = await person.Page.RunAndWaitForPopupAsync(() => link.ClickAsync());
        var nodes = window.Locator("elsa-workflow-definition-editor elsa-activity-wrapper");
        await nodes.First.WaitForAsync(new() { Timeout = Patience });
        await Assertions.Expect(window.Locator("#gt-wait")).ToBeHiddenAsync(new() { Timeout = Patience });
        var names = await nodes.EvaluateAllAsync<string[]>("all => all.map(node => JSON.parse(node.getAttribute('activity-json')).name)");
        await window.CloseAsync();
        return names;
    }

    /// <summary>Somebody else whom the administrator makes a designer.</summary>
    private async Task<Person> AlsoDesignsAsync()
    {
        var admin = await EnterAsync(Admin);
        await admin.GoAsync($"/people/{Second}");
        await admin.Page.Locator("input[name='Form.Grants'][value=designer]").CheckAsync();
        await admin.PressAsync("保存");
        await admin.SeeAsync("已保存");
        return await EnterAsync(Second);
    }

    private async Task<Person> EnterAsync(string id)
    {
        var person = new Person(await AtALargeScreenAsync(), id);
        await person.SignInAsync();
        return person;
    }
}
