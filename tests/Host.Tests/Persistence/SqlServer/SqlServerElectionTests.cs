using System.Net;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Xunit;
using static Gongtui.Host.Tests.Support.Course;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>The whole product on a real SQL Server.</summary>
public sealed class SqlServerElectionTests
{
    [SkippableFact]
    public async Task An_election_comes_to_its_boxes_and_every_page_shows_it()
    {
        await using var host = new SqlServerHost(SqlServerServer.NewEmptyDatabase());
        var course = await AtRecommendationAsync(host);

        var answer = await course.CastAsync(Member, 1, new { posts = new[] { new { post = "member", people = new[] { "zj-03" } } } }, "first");
        var again = await course.CastAsync(Member, 1, new { posts = new[] { new { post = "member", people = new[] { "zj-04" } } } }, "second");

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        foreach (var page in new[] { "/", "/tasks", "/notices", "/elections", $"/elections/{course.Instance}", $"/elections/{course.Instance}/hall" })
        {
            var shown = await (await course.AsAsync(Staff)).Client.GetAsync(page);
            Assert.True(shown.IsSuccessStatusCode, $"{page}: {(int)shown.StatusCode} {await shown.Content.ReadAsStringAsync()}");
        }
    }

    private sealed class SqlServerHost(string database) : TestHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Database:Provider", nameof(DatabaseProvider.SqlServer));
            builder.UseSetting("ConnectionStrings:Default", database);
        }
    }
}
