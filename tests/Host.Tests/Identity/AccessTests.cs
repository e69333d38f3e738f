using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Identity;

/// <summary>Who is let in where, by cookie or by key.</summary>
public sealed class AccessTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_page_sends_a_stranger_to_sign_in_and_back()
    {
        var answer = await host.Visit().GetAsync("/account?x=1");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?return=%2Faccount%3Fx%3D1", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_api_never_redirects()
    {
        var answer = await host.Visit().GetAsync("/api/me");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("sign-in-required", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_page_for_another_role_is_refused_in_words()
    {
        var visitor = await host.EnterAsync("zj-01");

        var answer = await visitor.GetAsync("/people");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("您的身份不能做这件事", await Visitor.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_acts_for_its_person_until_it_is_revoked()
    {
        var visitor = await host.EnterAsync("gw-06");
        var made = await Visitor.TextOf(await visitor.SubmitAsync("/account", "create-key", ("Key.Name", "test")));
        var key = Regex.Match(made, "gt_[0-9a-f]+_[0-9a-f]+").Value;

        Assert.Contains("\"gw-06\"", await WithKeyAsync(key), StringComparison.Ordinal);
        Assert.DoesNotContain(key, await visitor.ReadAsync("/account"), StringComparison.Ordinal);

        await visitor.SubmitAsync("/account", $"revoke-{key.Split('_')[1]}");
        Assert.Contains("sign-in-required", await WithKeyAsync(key), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gt_00_00")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_wrong_key_is_401(string key) => Assert.Contains("sign-in-required", await WithKeyAsync(key), StringComparison.Ordinal);

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_foreign_page_cannot_use_a_visitors_cookie_on_the_api(string header, string value)
    {
        var visitor = await host.EnterAsync("gw-06");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/anything");
        request.Headers.Add(header, value);

        var answer = await visitor.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once()
    {
        var visitor = await host.EnterAsync("zj-30");

        await host.InScopeAsync<GongtuiDb, int>(async db =>
        {
            (await db.People.FindAsync("zj-30"))!.Active = false;
            return await db.SaveChangesAsync();
        });
        host.Services.GetRequiredService<PeopleDirectory>().Forget();

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_role_everywhere_is_a_role_in_each_unit_and_the_roll_gives_groups()
    {
        var people = await host.Services.GetRequiredService<PeopleDirectory>().AllAsync();

        Assert.Superset(new HashSet<string> { "person:gw-01", "role:superior", "unit:zj:superior", "unit:gw:superior" }, people["gw-01"].Caller.Principals.ToHashSet());
        Assert.Equal(["person:zj-01", "unit:zj:member", "unit:zj:staff"], people["zj-01"].Caller.Principals.Order(StringComparer.Ordinal));
        Assert.True(people["zj-31"].Caller.HasIn("zj", Roles.Member));
        Assert.True(people["zj-41"].Caller.HasIn("zj", Roles.Masses));
        Assert.False(people["zj-01"].Caller.HasIn("gw", Roles.Staff));
    }

    private async Task<string> WithKeyAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.TryAddWithoutValidation("Authorization", $"ApiKey {key}");
        var answer = await host.CreateClient().SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
