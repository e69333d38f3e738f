using System.Net;
using System.Text;
using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Shell;

public sealed class BadInputTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "password"), KeyValuePair.Create("Form.Login", "x")]);

        var answer = await host.Visit().Client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("表单已经过期", await Visitor.TextOf(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in", "text/html")]
    [InlineData("/api/me", "application/problem+json")]
    public async Task An_oversize_body_is_refused_before_it_is_read(string path, string type)
    {
        using var body = new ByteArrayContent(new byte[(2 * 1024 * 1024) + 1]);

        var answer = await host.Visit().Client.PostAsync(path, body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("2,097,152", await Visitor.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_to_everybody()
    {
        foreach (var visitor in new[] { host.Visit(), await host.EnterAsync("zj-01") })
        {
            var answer = await visitor.GetAsync("/no/such/page");

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("没有找到这个页面", await Visitor.TextOf(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Garbage_instead_of_a_form_is_refused_in_words()
    {
        using var body = new StringContent("{not a form", Encoding.UTF8, "application/x-www-form-urlencoded");

        var answer = await host.Visit().Client.PostAsync("/sign-out", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await Visitor.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_takes_nothing_from_outside()
    {
        var answer = await host.Visit().GetAsync("/");

        Assert.StartsWith("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var html = await Visitor.TextOf(answer);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
    }

    /// <summary>Only the real server counts bytes of a body that does not announce its length.</summary>
    [Fact]
    public async Task A_body_without_a_length_is_cut_off_at_the_limit()
    {
        await using var real = new KestrelHost();
        using var client = new HttpClient { BaseAddress = real.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent("a=" + new string('x', 3 * 1024 * 1024), Encoding.UTF8, "application/x-www-form-urlencoded");
        request.Content.Headers.ContentLength = null;

        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private sealed class KestrelHost : TestHost
    {
        public KestrelHost()
        {
            UseKestrel(0);
            StartServer();
        }

        public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
