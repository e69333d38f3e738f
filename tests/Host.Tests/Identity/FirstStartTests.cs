using System.Net;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Identity;

/// <summary>An installation for real elections: nobody is in it, and no password works before somebody sets one.</summary>
public sealed class FirstStartTests : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly RealHost host = new();

    [Fact]
    public async Task Nobody_is_there_and_the_doors_of_the_demo_do_not_exist()
    {
        var visitor = host.Visit();

        Assert.Equal(0, await host.InScopeAsync<GongtuiDb, int>(db => db.People.CountAsync()));
        Assert.DoesNotContain("演示", await visitor.ReadAsync("/sign-in"), StringComparison.Ordinal);
        using var nothing = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.PostAsync("/demo/sign-in", nothing)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.PostAsync("/demo/clock", nothing)).StatusCode);
        Assert.False(host.Services.GetRequiredService<ElectionClock>().TryMoveTo(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task The_code_of_the_console_makes_the_first_administrator_once()
    {
        var code = host.Services.GetRequiredService<SetupCode>().Text!;

        var wrong = await SetUpAsync("AAAA-BBBB-CCCC");
        var weak = await SetUpAsync(code, "short");
        var right = await SetUpAsync(code);

        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        Assert.Equal("/people", right.Headers.Location?.AbsolutePath ?? right.Headers.Location?.OriginalString);
        Assert.Contains("首次设置已经完成", await host.Visit().ReadAsync("/setup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_open_and_wrong_ones_lock_the_name_for_a_while()
    {
        await SetUpAsync(host.Services.GetRequiredService<SetupCode>().Text!);

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(Password)).StatusCode);
        for (var i = 0; i < 5; i++)
        {
            var wrong = await SignInAsync("not this one");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            Assert.False(wrong.Headers.Contains("Set-Cookie") && wrong.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("gongtui-session", StringComparison.Ordinal)));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignInAsync(Password)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_adds_a_unit_its_people_and_an_account_that_works()
    {
        await SetUpAsync(host.Services.GetRequiredService<SetupCode>().Text!);
        var admin = host.Visit();
        await admin.SubmitAsync("/sign-in", "password", ("Form.Login", "boss"), ("Form.Password", Password));

        var page = (await admin.SubmitAsync("/people", "add-unit", ("NewUnit.Zh", "城管局支部"), ("NewUnit.Parent", ""))).Headers.Location!;
        var unit = page.IsAbsoluteUri ? page.PathAndQuery : page.OriginalString;
        await admin.SubmitAsync(unit, "add-people", ("People.Standing", "Full"), ("People.Lines", "甲一，5，少\n乙二，1\n甲一，5，老"));
        var twin = await admin.SubmitAsync(unit, "add-people", ("People.Standing", "Full"), ("People.Lines", "乙二"));
        var person = await host.InScopeAsync<GongtuiDb, PersonRow>(db => db.People.SingleAsync(row => row.Name == "乙二"));
        var unitId = person.Unit!;
        var saved = await admin.SubmitAsync($"/people/{person.Id}", "person",
            ("Form.Name", "乙二"), ("Form.Standing", "Full"), ("Form.Rights", "Held"), ("Form.Login", "yier"),
            ("Form.Active", "true"), ("Form.Grants", $"staff@{unitId}"));
        await admin.SubmitAsync($"/people/{person.Id}", "password", ("Secret.Password", Password));
        var staff = host.Visit();
        var entered = await staff.SubmitAsync("/sign-in", "password", ("Form.Login", "yier"), ("Form.Password", Password));

        Assert.Equal(HttpStatusCode.Conflict, twin.StatusCode);
        Assert.Contains("已保存", await Visitor.TextOf(saved), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Contains("工作人员", await staff.ReadAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/people")).StatusCode);
    }

    public void Dispose() => host.Dispose();

    private Task<HttpResponseMessage> SetUpAsync(string code, string password = Password) => host.Visit().SubmitAsync(
        "/setup", "setup", ("Form.Code", code), ("Form.Name", "头儿"), ("Form.Login", "boss"), ("Form.Password", password));

    private Task<HttpResponseMessage> SignInAsync(string password) =>
        host.Visit().SubmitAsync("/sign-in", "password", ("Form.Login", "boss"), ("Form.Password", password));
}
