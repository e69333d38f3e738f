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

    /// <summary>Drags a step from the palette to a place on the canvas (pixels from its upper left corner) and waits until it was saved.</summary>
    public async Task DragInAsync(string drawer, string step, int x, int y)
    {
        var item = Page.Locator(".cursor-grab").Filter(new() { HasText = step }).First;
        if (!await item.IsVisibleAsync()) await Page.Locator(".mud-expand-panel-header").Filter(new() { HasText = drawer }).ClickAsync();
        var before = await Nodes.CountAsync();
        await SavedAsync(() => item.DragToAsync(Canvas, new() { TargetPosition = new() { X = x, Y = y } }));
        await Assertions.Expect(Nodes).ToHaveCountAsync(before + 1);
    }

    /// <summary>Draws an arrow from an outcome of one step to another step.</summary>
    public async Task ConnectAsync(string from, string outcome, string to)
    {
        var arrows = await Arrows.CountAsync();
        // Above the middle: an arrow that begins there would be taken by the mouse instead of the port.
        var start = await PlaceAsync(Port(from, outcome), 0.15f);
        var end = await PlaceAsync(Port(to, "In"), 0.5f);
        await SavedAsync(async () =>
        {
            await Page.Mouse.MoveAsync(start.X, start.Y);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(start.X + 40, start.Y + 20, new() { Steps = 5 });
            await Page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 12 });
            // The diagram looks for the port below the mouse from time to time, not with every move.
            await Page.WaitForTimeoutAsync(500);
            await Page.Mouse.MoveAsync(end.X + 1, end.Y);
            await Page.Mouse.UpAsync();
        });
        await Assertions.Expect(Arrows).ToHaveCountAsync(arrows + 1);
    }

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
        await Assertions.Expect(Page.Locator("elsa-workflow-definition-editor .elsa-toolbar-icon .mud-badge")).ToHaveClassAsync(Saved(), new() { Timeout = Patience });
    }

    private ILocator Port(string step, string port) =>
        Page.Locator("elsa-workflow-definition-editor .x6-node").Filter(new() { HasText = step }).First.Locator($"g[port=\"{port}\"]").First;

    /// <summary>A point of a part that has come to rest, at half its width.</summary>
    private async Task<(float X, float Y)> PlaceAsync(ILocator part, float down)
    {
        for (LocatorBoundingBoxResult? last = null; ;)
        {
            var box = await part.BoundingBoxAsync() ?? throw new InvalidOperationException("It is not on the screen.");
            if (last is not null && last.X == box.X && last.Y == box.Y) return (box.X + (box.Width / 2), box.Y + (box.Height * down));
            last = box;
            await Page.WaitForTimeoutAsync(500);
        }
    }

    [GeneratedRegex("mud-theme-success")]
    private static partial Regex Saved();
}
