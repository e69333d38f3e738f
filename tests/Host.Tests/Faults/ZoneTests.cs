using System.Net.Http.Json;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Faults;

/// <summary>The machine's time zone and its summer time move no day, no deadline and no time that is shown: elections live by Beijing time.</summary>
public sealed class ZoneTests
{
    /// <summary>Half an hour before New York puts its clocks forward: 2031-03-09 02:00 there, which does not exist.</summary>
    private static readonly DateTimeOffset Instant = new(2031, 3, 9, 6, 30, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Days_and_deadlines_are_the_same_in_every_zone()
    {
        var told = new List<string[]>();
        foreach (var zone in new[] { "UTC", "Asia/Shanghai", "America/New_York" })
            told.Add(await AnnounceAsync(zone));

        Assert.Contains(told[0], line => line.Contains("2031-03-09", StringComparison.Ordinal));
        Assert.All(told, lines => Assert.Equal(told[0], lines));
    }

    /// <summary>A plan, its approval and a notice, in a process of that zone at that instant.</summary>
    /// <returns>Every timer and every day that the journal and the pages name.</returns>
    private static async Task<string[]> AnnounceAsync(string zone)
    {
        var directory = Directory.CreateTempSubdirectory("gongtui-zone-").FullName;
        using var shim = new Shim(directory);
        var lines = new List<string>();
        shim.SetClock(Instant - DateTimeOffset.UtcNow);
        await using (var host = await HostToKill.StartAsync(directory, [.. shim.Settings, ("TZ", zone)]))
        {
            using var staff = await EnterAsync(host.Address, Course.Staff);
            using var superior = await EnterAsync(host.Address, Course.Superior);
            await DoneAsync(staff, "/api/elections", new { unit = "zj", procedure = "zhujian", title = "试验选举", id = "zone-1" });
            await DoneAsync(staff, "/api/tasks/zone-1/plan-1/complete", new { decision = "submit", fields = Course.Plan() });
            await DoneAsync(superior, "/api/tasks/zone-1/approval-1/complete", new { decision = "approve", fields = new { number = "机工发〔2031〕1号" } });
            await DoneAsync(staff, "/api/tasks/zone-1/notice-1/complete", new { decision = "publish", fields = new { title = "公告", body = "正文", audience = new[] { "member", "masses" } } });
            foreach (var path in new[] { "/elections/zone-1", "/tasks", "/notices" })
            {
                var page = System.Net.WebUtility.HtmlDecode(await staff.GetStringAsync(new Uri(host.Address, path)));
                lines.AddRange(System.Text.RegularExpressions.Regex.Matches(page, @"\d{4}-\d\d-\d\d( \d\d:)?|\d{4} ?年 ?\d+ ?月 ?\d+ ?日").Select(day => $"{path} {day.Value}"));
            }

            await host.KillAsync();
        }

        await using (var after = new At(directory))
        {
            foreach (var entry in await after.Services.GetRequiredService<JournalReader>().EntriesAsync("zone-1", 0, long.MaxValue))
            {
                if (entry is Waiting { Due: { } due }) lines.Add($"due {due:yyyy-MM-dd HH:mm}");
                if (entry is Logged { Payload: { } payload } logged)
                    lines.AddRange(System.Text.RegularExpressions.Regex.Matches(payload.GetRawText(), @"\d{4}-\d\d-\d\d(?!T)").Select(day => $"{logged.Event} {day.Value}"));
            }
        }

        Directory.Delete(directory, recursive: true);
        return [.. lines];
    }

    private static async Task<HttpClient> EnterAsync(Uri address, string person)
    {
        var client = new HttpClient { BaseAddress = address };
        await new Visitor(client).SubmitAsync("/sign-in", "/demo/sign-in", ("person", person));
        return client;
    }

    private static async Task DoneAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private sealed class At(string directory) : TestHost(("Gongtui:DataDirectory", directory));
}
