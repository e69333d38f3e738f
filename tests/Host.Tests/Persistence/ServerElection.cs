using System.Net;
using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Gongtui.Host.Tests.Support.Course;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>The whole product on a database server: an election comes to its boxes, a vote counts once, every page shows it.</summary>
internal static class ServerElection
{
    public static async Task RunAsync(TestHost host)
    {
        var course = await AtRecommendationAsync(host);
        var election = await course.NowAsync();

        var answer = await course.CastAsync(Member, 1, new { posts = new[] { new { post = "member", people = new[] { "zj-03" } } } }, "first");
        var again = await course.CastAsync(Member, 1, new { posts = new[] { new { post = "member", people = new[] { "zj-04" } } } }, "second");

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.NotEmpty(election.Boxes);
        foreach (var page in new[] { "/", "/tasks", "/notices", "/elections", $"/elections/{course.Instance}", "/audit", $"/elections/{course.Instance}/hall" })
        {
            var shown = await (await course.AsAsync(Staff)).Client.GetAsync(page);
            Assert.True(shown.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden, $"{page}: {(int)shown.StatusCode} {await shown.Content.ReadAsStringAsync()}");
        }

        var made = (await host.Services.GetRequiredService<CheckpointBook>().MakeAsync(CheckpointOccasions.Minute, default)).Read()!;
        var heads = await host.Services.GetRequiredService<ICheckpointStore>().HeadsAsync(made.Number, default);
        Assert.Contains(heads, head => head.Instance == course.Instance);
        Assert.Equal((heads.Count, CheckpointTree.Root(heads)), (made.Heads, made.Root));
    }
}
