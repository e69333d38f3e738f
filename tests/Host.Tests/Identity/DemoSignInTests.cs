using System.Net;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Identity;

public sealed class DemoSignInTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task One_click_enters_as_a_demo_person_and_the_banner_says_that_it_is_a_demo()
    {
        var visitor = await host.EnterAsync("zj-01");

        var home = await visitor.ReadAsync("/");

        Assert.Contains("何文静，您好", home, StringComparison.Ordinal);
        Assert.Contains("演示模式", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        var visitor = await host.EnterAsync("zj-01");

        await visitor.SubmitAsync("/", "/sign-out");

        Assert.DoesNotContain("您好", await visitor.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_person_is_refused_in_words()
    {
        var visitor = host.Visit();

        var answer = await visitor.SubmitAsync("/sign-in", "/demo/sign-in", ("person", "nobody"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到这个人", await Visitor.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_people_have_no_password_to_guess()
    {
        var answer = await host.Visit().SubmitAsync("/sign-in", "password", ("Form.Login", "zj-01"), ("Form.Password", "zj-01"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task The_way_back_leads_to_this_site_only(string away)
    {
        var answer = await host.Visit().SubmitAsync("/sign-in", "/demo/sign-in", ("person", "zj-01"), ("return", away));

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }
}
