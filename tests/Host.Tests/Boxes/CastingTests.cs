using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gongtui.Host.Boxes;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Gongtui.Host.Tests.Support.Course;

namespace Gongtui.Host.Tests.Boxes;

/// <summary>Sheets of the recommendation, from the hand of a member to the count.</summary>
public sealed class CastingTests(TestHost host) : IClassFixture<TestHost>
{
    private const int Members = 1, Masses = 2;

    [Fact]
    public async Task A_sheet_is_cast_once_and_the_same_attempt_gets_its_receipt_again()
    {
        var course = await AtRecommendationAsync(host);

        var first = await Receipt(await course.CastAsync(Member, Members, Sheet("zj-03"), "attempt"));
        var again = await Receipt(await course.CastAsync(Member, Members, Sheet("zj-03"), "attempt"));

        Assert.Equal(first, again);
        Assert.Equal(64, first.Count(char.IsAsciiHexDigit));
        await course.RefusedAsync(HttpStatusCode.Conflict, "already-cast", () => course.CastAsync(Member, Members, Sheet("zj-04"), "another"));
        Assert.Equal(1, await CastAsync(course, Members));
    }

    [Fact]
    public async Task What_cannot_be_cast_is_refused_and_leaves_the_right_to_cast()
    {
        var course = await AtRecommendationAsync(host);

        await course.RefusedAsync(HttpStatusCode.UnprocessableEntity, "rule", () =>
            course.CastAsync(Member, Members, Sheet("zj-03", "zj-04", "zj-05", "zj-06", "zj-07", "zj-08")));
        await course.RefusedAsync(HttpStatusCode.UnprocessableEntity, "unknown", () => course.CastAsync(Member, Members, Sheet("zj-99")));
        await course.RefusedAsync(HttpStatusCode.Conflict, "duplicate", () => course.CastAsync(Member, Members, Sheet("zj-03", "zj-03")));
        await course.RefusedAsync(HttpStatusCode.BadRequest, "malformed", () => course.CastAsync(Member, Members, new { posts = "all" }));
        await course.RefusedAsync(HttpStatusCode.BadRequest, "invalid", () => course.CastAsync(Member, Members, "a ballot"));
        await course.RefusedAsync(HttpStatusCode.Forbidden, "not-assigned", () => course.CastAsync(Member, Masses, Sheet("zj-03")));
        await course.RefusedAsync(HttpStatusCode.NotFound, "not-found", () => course.CastAsync(Member, 9, Sheet("zj-03")));

        await Receipt(await course.CastAsync(Member, Members, Sheet()));
    }

    [Fact]
    public async Task Nobody_hands_a_count_in_the_Host_counts_what_is_in_the_box()
    {
        var course = await AtRecommendationAsync(host);
        await Receipt(await course.CastAsync(Member, Members, Sheet("zj-03", "zj-04")));
        await Receipt(await course.CastAsync(OtherMember, Members, Sheet("zj-03")));
        await course.RefusedAsync(HttpStatusCode.Forbidden, "not-assigned", () => course.CompleteAsync(Member, "close-box-1", "close"));
        await course.RefusedAsync(HttpStatusCode.UnprocessableEntity, "unknown-decision", () => course.CompleteAsync(Staff, "close-box-1", "adopt"));
        Assert.True((await host.Services.GetRequiredService<IBoxStore>().TurnoutAsync(Box(course, Members)))!.Value.Cast == 2);

        var forged = new { box = Box(course, Members), submitted = 30, root = "00", count = new { returned = 30, invalid = 0, posts = Array.Empty<object>() } };
        await course.DoneAsync(Staff, "close-box-1", "close", forged);

        var election = await course.NowAsync();
        Assert.Equal(2, election.Boxes[Box(course, Members)].Submitted);
        Assert.Equal(64, election.Boxes[Box(course, Members)].Root!.Length);
        var taken = election.Recommendation.Channels.Single(channel => channel.Channel == "member").Lists.Single(list => list.Post == "member").People;
        Assert.Equal(["zj-03"], taken);
        await course.RefusedAsync(HttpStatusCode.Conflict, "box-closed", () => course.CastAsync("zj-13", Members, Sheet()));
    }

    [Fact]
    public async Task Closing_goes_on_where_a_crash_left_it()
    {
        var course = await AtRecommendationAsync(host);
        await Receipt(await course.CastAsync(Member, Members, Sheet("zj-03")));
        // As if the process had died after sealing and before the election heard of it.
        await host.Services.GetRequiredService<IBoxStore>().CloseAsync(Box(course, Members));

        await course.RefusedAsync(HttpStatusCode.Conflict, "box-closed", () => course.CastAsync(OtherMember, Members, Sheet()));
        var closed = await course.PostAsync(Staff, $"/api/boxes/{course.Instance}/{Members}/close", new { });

        Assert.True(closed.IsSuccessStatusCode, await closed.Content.ReadAsStringAsync());
        Assert.Equal(1, (await course.NowAsync()).Boxes[Box(course, Members)].Submitted);
    }

    [Fact]
    public async Task A_box_that_was_never_used_is_closed_as_empty()
    {
        var course = await AtRecommendationAsync(host);

        await course.DoneAsync(Staff, "close-box-2", "close");

        Assert.Equal(0, (await course.NowAsync()).Boxes[Box(course, Masses)].Submitted);
    }

    [Fact]
    public async Task What_was_cast_is_nowhere_but_in_the_box()
    {
        var course = await AtRecommendationAsync(host);
        var before = await course.HeadAsync();

        await Receipt(await course.CastAsync(Member, Members, Sheet("zj-03")));

        Assert.Equal(before, await course.HeadAsync());
        Assert.DoesNotContain("zj-03", new CastSheet("b/1", JsonSerializer.SerializeToElement(Sheet("zj-03")), "").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_demo_the_others_cast_so_that_the_count_can_go_on()
    {
        var course = await AtRecommendationAsync(host);
        await Receipt(await course.CastAsync(Member, Members, Sheet("zj-03")));
        var member = await course.AsAsync(Member);

        await member.SubmitAsync($"/elections/{course.Instance}", "/demo/cast", ("box", Box(course, Members)));

        Assert.Equal(30, await CastAsync(course, Members));
        await course.DoneAsync(Staff, "close-box-1", "close");
        Assert.Contains((await course.NowAsync()).Recommendation.Channels, channel => channel.Lists.All(list => list.People.Count > 0));
    }

    private static string Box(Course course, int number) => $"{course.Instance}/{number}";

    private static object Sheet(params string[] members) => new { posts = new[] { new { post = "member", people = members } } };

    private static async Task<string> Receipt(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString()!;
    }

    private async Task<int> CastAsync(Course course, int box) =>
        (await host.Services.GetRequiredService<IBoxStore>().TurnoutAsync(Box(course, box)))!.Value.Cast;
}
