using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>A designer at the visual editor, who finds everything by what can be read there.</summary>
public sealed partial class Drawing(Person designer)
{
    public const string Designer = "gw-06";

    /// <summary>Studio is a WebAssembly program of 25 MB; on a busy machine it takes its time.</summary>
    private const float Patience = 120_000;

    private IPage Page => designer.Page;

    private ILocator Canvas => Page.Locator("elsa-workflow-definition-editor .x6-graph").First;

    private ILocator Arrows => Page.Locator("elsa-workflow-definition-editor .x6-edge");

    public ILocator Nodes => Page.Locator("elsa-workflow-definition-editor elsa-activity-wrapper");

    public async Task OpenAsync(string definitionId)
    {
        await designer.GoAsync($"/workflows/definitions/{definitionId}/edit");
        await ReadyAsync();
    }

    /// <summary>Waits until the diagram is drawn and nothing moves on it any more.</summary>
    public async Task ReadyAsync()
    {
        await Nodes.First.WaitForAsync(new() { Timeout = Patience });
        await Assertions.Expect(Page.Locator("#gt-wait")).ToBeHiddenAsync(new() { Timeout = Patience });
        var drawn = -1;
        while (drawn != await Nodes.CountAsync())
        {
            drawn = await Nodes.CountAsync();
            await Page.WaitForTimeoutAsync(1500);
        }
    }

    /// <summary>Begins a procedure on the Design page and waits for its empty canvas.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> BeginAsync(string name)
    {
        await designer.GoAsync("/design");
        await Page.Locator("#name").FillAsync(name);
        await designer.FollowAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "新建并开始画" }).ClickAsync());
        await BlankAsync();
        return new Uri(Page.Url).Segments[^2].TrimEnd('/');
    }

    /// <summary>Opens a procedure without steps.</summary>
    public async Task OpenBlankAsync(string definitionId)
    {
        await designer.GoAsync($"/workflows/definitions/{definitionId}/edit");
        await BlankAsync();
    }

    /// <summary>Drags a step from the palette to a place on the canvas (pixels from its upper left corner) and waits until it was saved.</summary>
    public Task DragInAsync(string drawer, string step, float x, float y) => SavedAsync(() => DropAsync(drawer, step, x, y));

    /// <summary>Drags a step from the palette to where there is room: below another step, at any zoom.</summary>
    public async Task DragInBelowAsync(string drawer, string step, string above)
    {
        var (canvas, box) = ((await Canvas.BoundingBoxAsync())!, await RestingAsync(Node(above)));
        await DragInAsync(drawer, step, box.X - canvas.X, box.Y - canvas.Y + (box.Height * 4));
    }

    /// <summary>Drags a step in without waiting for more than the step on the diagram.</summary>
    public async Task DropAsync(string drawer, string step, float x, float y)
    {
        var item = Page.Locator(".cursor-grab").Filter(new() { HasText = step }).First;
        if (!await item.IsVisibleAsync()) await Page.Locator(".mud-expand-panel-header").Filter(new() { HasText = drawer }).ClickAsync();
        var before = await Nodes.CountAsync();
        await item.DragToAsync(Canvas, new() { TargetPosition = new() { X = x, Y = y } });
        await Assertions.Expect(Nodes).ToHaveCountAsync(before + 1);
    }

    /// <summary>Draws an arrow with the mouse, from an outcome of one step to another step.</summary>
    public async Task ConnectAsync(string from, string outcome, string to)
    {
        var arrows = await Arrows.CountAsync();
        // The frame around a selected step lies over the inner half of its ports: there the mouse would move the step.
        await Canvas.ClickAsync(new() { Position = new() { X = 8, Y = 8 } });
        var (start, end) = (await RestingAsync(Port(from, outcome)), await RestingAsync(Port(to, "In")));
        var (x, y) = (start.X + (start.Width * 0.8f), start.Y + (start.Height / 2));
        var (toX, toY) = (end.X + (end.Width / 2), end.Y + (end.Height / 2));
        await SavedAsync(async () =>
        {
            await Page.Mouse.MoveAsync(x, y);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(x + 15, y + 5, new() { Steps = 5 });
            await Page.Mouse.MoveAsync(toX - 4, toY, new() { Steps = 15 });
            // The diagram looks for the port below the mouse from time to time, not with every move.
            await Page.WaitForTimeoutAsync(300);
            await Page.Mouse.MoveAsync(toX, toY, new() { Steps = 3 });
            await Page.WaitForTimeoutAsync(200);
            await Page.Mouse.UpAsync();
        });
        await Assertions.Expect(Arrows).ToHaveCountAsync(arrows + 1);
    }

    /// <summary>Moves a step away and back, so that the editor saves the diagram as it drew it.</summary>
    public async Task NudgeAsync()
    {
        await ZoomToFitAsync();
        var box = await RestingAsync(Page.Locator("elsa-workflow-definition-editor .x6-node").First);
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await SavedAsync(async () =>
        {
            await Page.Mouse.MoveAsync(x, y);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(x + 60, y, new() { Steps = 10 });
            await Page.WaitForTimeoutAsync(300);
            await Page.Mouse.MoveAsync(x, y, new() { Steps = 10 });
            // The last of many moves is followed a moment later; let go before that, the step would stay a dot of the grid away.
            await Page.WaitForTimeoutAsync(500);
            await Page.Mouse.MoveAsync(x, y);
            await Page.WaitForTimeoutAsync(300);
            await Page.Mouse.UpAsync();
        });
    }

    /// <summary>Presses the editor's own button to publish.</summary>
    public Task PublishAsync() => Page.Locator("elsa-workflow-definition-editor button.mud-icon-button.mud-primary-text").First.ClickAsync();

    /// <summary>Presses the editor's own button to run the procedure.</summary>
    public Task RunAsync() => Page.Locator("elsa-workflow-definition-editor button.mud-icon-button.mud-success-text").ClickAsync();

    /// <summary>Fills in an input of the step that is selected.</summary>
    public async Task SetAsync(string input, string value)
    {
        var field = Page.Locator(".rz-splitter-vertical .mud-input-control").Filter(new() { HasText = input }).Locator("input").First;
        await SavedAsync(async () =>
        {
            await field.FillAsync(value);
            await field.PressAsync("Tab");
        });
    }

    /// <summary>Ticks one of the choices of the step that is selected, or takes its tick away.</summary>
    public Task TickAsync(string choice) => SavedAsync(() => Page.Locator(".rz-splitter-vertical .mud-checkbox").Filter(new() { HasText = choice }).ClickAsync());

    /// <summary>Selects a step, so that its inputs can be set.</summary>
    public Task SelectAsync(string step) => Node(step).ClickAsync();

    /// <summary>Shows the whole diagram.</summary>
    public async Task ZoomToFitAsync()
    {
        await Page.Locator("elsa-workflow-definition-editor .mud-tabs-panels .mud-icon-button").First.ClickAsync();
        await Page.WaitForTimeoutAsync(1000);
    }

    /// <summary>The window only: a picture of the whole page changes the window's size for a moment, and the diagram then looks for the mouse in the wrong place.</summary>
    public Task ShootAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Places.Screenshots, $"{name}.png") });

    /// <summary>Does something and waits until the editor has saved it by itself, which it begins half a second later; the dot on its button is green then.</summary>
    private async Task SavedAsync(Func<Task> act)
    {
        await act();
        await Page.WaitForTimeoutAsync(1000);
        await IsSavedAsync();
    }

    /// <summary>The dot on the editor's button to save becomes green.</summary>
    public Task IsSavedAsync() =>
        Assertions.Expect(Page.Locator("elsa-workflow-definition-editor .elsa-toolbar-icon .mud-badge")).ToHaveClassAsync(Saved(), new() { Timeout = Patience });

    private ILocator Node(string step) => Page.Locator("elsa-workflow-definition-editor .x6-node").Filter(new() { HasText = step }).First;

    private ILocator Port(string step, string port) => Node(step).Locator($"g[port=\"{port}\"] circle").First;

    private async Task BlankAsync()
    {
        await Canvas.WaitForAsync(new() { Timeout = Patience });
        await Page.Locator(".cursor-grab").First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Patience });
        await Assertions.Expect(Page.Locator("#gt-wait")).ToBeHiddenAsync(new() { Timeout = Patience });
        await Page.WaitForTimeoutAsync(3000);
    }

    /// <summary>Where a part is once it has come to rest.</summary>
    private async Task<LocatorBoundingBoxResult> RestingAsync(ILocator part)
    {
        for (LocatorBoundingBoxResult? last = null; ;)
        {
            var box = await part.BoundingBoxAsync() ?? throw new InvalidOperationException("It is not on the screen.");
            if (last is not null && last.X == box.X && last.Y == box.Y) return box;
            last = box;
            await Page.WaitForTimeoutAsync(500);
        }
    }

    [GeneratedRegex("mud-theme-success")]
    private static partial Regex Saved();
}
