using System.Net;
using System.Text.RegularExpressions;
using Gongtui.Host.Studio;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Studio;

/// <summary>The page around Studio and who gets it.</summary>
public sealed partial class StudioPageTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Designer = "gw-06";

    public static TheoryData<string> Routes { get; } =
        ["/workflows/definitions", "/workflows/definitions/zhujian/edit", "/workflows/instances", "/workflows/instances/1/view"];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Only_designers_get_the_page(string route)
    {
        Assert.Equal(HttpStatusCode.OK, (await (await host.EnterAsync(Designer)).GetAsync(route)).StatusCode);

        var staff = await (await host.EnterAsync("zj-01")).GetAsync(route);
        Assert.Equal(HttpStatusCode.Forbidden, staff.StatusCode);
        Assert.Contains("您的身份不能做这件事", await Visitor.TextOf(staff), StringComparison.Ordinal);

        var nobody = await host.Visit().GetAsync(route);
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
        Assert.StartsWith("/sign-in?return=", nobody.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_the_page_names_is_there_and_comes_from_here()
    {
        var designer = await host.EnterAsync(Designer);
        var html = await designer.ReadAsync("/workflows/definitions");
        var named = Named().Matches(html).Select(match => match.Groups["path"].Value).ToList();

        Assert.True(named.Count > 12);
        foreach (var path in named)
        {
            Assert.DoesNotContain("//", path, StringComparison.Ordinal);
            Assert.True((await designer.GetAsync("/" + path.TrimStart('/'))).IsSuccessStatusCode, path);
        }
    }

    [Fact]
    public async Task What_the_page_names_is_asked_for_once_for_ever()
    {
        var designer = await host.EnterAsync(Designer);
        var named = Named().Matches(await designer.ReadAsync("/workflows/definitions")).Select(match => match.Groups["path"].Value);

        Assert.All(await Task.WhenAll(named.Where(path => path != "favicon.svg").Select(path => designer.GetAsync("/" + path.TrimStart('/')))), ForEver);
    }

    [Fact]
    public async Task Our_own_files_find_each_other_in_one_folder_named_after_what_is_in_it()
    {
        var own = host.Services.GetRequiredService<PageFiles>();
        Assert.Matches("^/studio-page/[0-9a-f]{16}/$", own.Folder);
        foreach (var path in own.Paths)
        {
            foreach (var encoding in new[] { "br", "gzip", "identity" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
                var answer = await host.Visit().Client.SendAsync(request);
                ForEver(answer);
                Assert.Equal(encoding == "identity" ? null : encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            }

            var text = await (await host.Visit().GetAsync(path)).Content.ReadAsStringAsync();
            Assert.All(Relative().Matches(text), found => Assert.Contains(own.Folder + found.Groups["name"].Value, own.Paths));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit().GetAsync("/studio-page/0000000000000000/studio.js")).StatusCode);
    }

    [Fact]
    public async Task The_page_runs_scripts_of_this_server_only()
    {
        var answer = await (await host.EnterAsync(Designer)).GetAsync("/workflows/definitions");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        var scripts = policy.Split(';', StringSplitOptions.TrimEntries).Single(part => part.StartsWith("script-src", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe-inline", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-eval'", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_around_it_is_Chinese_first_and_English_one_click_away()
    {
        var designer = await host.EnterAsync(Designer);
        Assert.Contains("<title>流程设计器", await designer.ReadAsync("/workflows/definitions"), StringComparison.Ordinal);

        await designer.GetAsync("/language/en?return=%2Fworkflows%2Fdefinitions");
        Assert.Contains("<title>Procedure designer", await designer.ReadAsync("/workflows/definitions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_biggest_files_are_fetched_ahead_for_designers_only()
    {
        Assert.Contains("rel=\"prefetch\"", await (await host.EnterAsync(Designer)).ReadAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prefetch\"", await (await host.EnterAsync("zj-01")).ReadAsync("/"), StringComparison.Ordinal);
    }

    private static void ForEver(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
    }

    /// <summary>What a script imports or reads from beside it.</summary>
    [GeneratedRegex("(?:from '\\./|new URL\\('|read\\(')(?<name>[^']+)'")]
    private static partial Regex Relative();

    [GeneratedRegex("<(?:script|link)[^>]* (?:src|href)=\"(?<path>[^\"]+)\"")]
    private static partial Regex Named();
}
