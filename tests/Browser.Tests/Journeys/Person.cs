using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>One of the demo's people at a screen of their own. They find their way by what they can read there.</summary>
public sealed class Person(Screen screen, string id)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Screen Screen => screen;

    public IPage Page => screen.Page;

    public string Id => id;

    /// <summary>Signs in with the one click of the demo.</summary>
    public async Task SignInAsync()
    {
        await GoAsync("/sign-in?return=%2Ftasks");
        var button = Page.Locator($"button.person[value={id}]");
        var group = Page.Locator("details").Filter(new() { Has = button });
        if (await group.CountAsync() > 0) await group.Locator("summary").ClickAsync();
        await FollowAsync(() => button.ClickAsync());
        await SeeAsync("我的待办");
    }

    public async Task GoAsync(string path)
    {
        var answer = await LeaveForAsync(path);
        Assert.True(answer!.Ok, $"{id} goes to {path}: {answer.Status}");
    }

    /// <summary>A live page, such as the hall, may load itself anew in the very moment in which somebody leaves it.</summary>
    private async Task<IResponse?> LeaveForAsync(string path)
    {
        try
        {
            return await Page.GotoAsync(path);
        }
        catch (PlaywrightException e) when (e.Message.Contains("interrupted by another navigation", StringComparison.Ordinal))
        {
            return await Page.GotoAsync(path);
        }
    }

    /// <summary>Opens a task of an election from the inbox.</summary>
    public async Task TakeUpAsync(string election, string task)
    {
        await GoAsync("/tasks");
        var line = Page.Locator("main li").Filter(new() { HasText = election }).GetByRole(AriaRole.Link, new() { Name = task, Exact = true });
        Assert.True(await line.CountAsync() == 1, $"{id} finds “{task}” {await line.CountAsync()} times among: {await Page.Locator("main").InnerTextAsync()}");
        await FollowAsync(() => line.ClickAsync());
        await SeeAsync(task);
    }

    /// <summary>Presses a button that sends a form, and expects no refusal.</summary>
    public async Task PressAsync(string button)
    {
        await SendAsync(button);
        var refusals = await Page.Locator(".refusal, .wrong").AllInnerTextsAsync();
        Assert.True(refusals.Count == 0, $"{id} presses “{button}”: {string.Join('\n', refusals)}");
    }

    /// <summary>Presses a button that sends a form, and expects this refusal: of the form (400, 422) or of a conflict (409).</summary>
    public async Task PressInVainAsync(string button, string refusal)
    {
        foreach (var status in new[] { 400, 409, 422 }) screen.Expect(status);
        await SendAsync(button);
        await Assertions.Expect(Page.Locator(".refusal, .wrong").First).ToContainTextAsync(refusal);
    }

    public async Task FollowAsync(string link) =>
        await FollowAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());

    /// <summary>Does what leads to another page and waits until that page is there.</summary>
    public async Task FollowAsync(Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        try
        {
            await act();
            await arrived.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.DOMContentLoaded -= Arrive;
        }
    }

    /// <summary>The main part of the page shows this text.</summary>
    public async Task SeeAsync(params string[] texts)
    {
        foreach (var text in texts) await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);
    }

    private Task SendAsync(string button) =>
        FollowAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync());
}
