using System.Net;
using Gongtui.Activities.Voting;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Audit;
using Gongtui.Host.Audit.Comparing;
using Gongtui.Host.Audit.Finding;
using Gongtui.Host.Audit.Theatre;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Meeting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Audit;

/// <summary>The theatre shows at each entry what was so right then, and finding, comparing and verifying see the same journal.</summary>
public sealed class TheatreTests(MeetingHost host) : IClassFixture<MeetingHost>
{
    [Fact]
    public async Task Every_frame_is_what_a_look_at_its_entry_alone_gives()
    {
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();
        var frames = (await meeting.AsAsync(Auditor, new ReadFrames(meeting.Instance, 1))).Value!;
        var pieces = Named(frames, frames.Pieces);
        for (var row = 0; row < frames.Entries.Count; row++)
        {
            if (row > 0) Change(frames, frames.Entries[row], pieces);
            var at = frames.Entries[row][0];
            var state = (await host.Services.GetRequiredService<JournalReader>().SeekAsync(meeting.Instance, at))!;
            Assert.Equal(await FreshAsync(meeting, state), pieces.OrderBy(piece => piece.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task What_a_person_saw_while_it_ran_is_what_the_theatre_says_they_saw()
    {
        var meeting = await host.MeetAsync();
        var recorded = new List<(long At, List<string> Tasks, List<string> Notices, List<string> Boxes)>();
        await RecordAsync();
        await meeting.OpenAsync();
        await RecordAsync();
        await meeting.VoteAsync((30, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]));
        await meeting.CloseAsync();
        await RecordAsync();
        await meeting.DoAsync(Gongtui.Activities.Tasks.TaskKinds.Announce, Staff, Gongtui.Activities.Tasks.Decisions.Announce, new Gongtui.Activities.Ratification.AnnounceForm());
        await RecordAsync();

        var frames = (await meeting.AsAsync(Auditor, new ReadFrames(meeting.Instance, 1))).Value!;
        var (pieces, shown) = (Named(frames, frames.Pieces), new Dictionary<long, Dictionary<string, string>>());
        for (var row = 0; row < frames.Entries.Count; row++)
        {
            if (row > 0) Change(frames, frames.Entries[row], pieces);
            shown[frames.Entries[row][0]] = new(pieces);
        }

        Assert.All(recorded, live =>
        {
            Assert.Equal(live.Tasks, Items(shown[live.At], "tasks/"));
            Assert.Equal(live.Notices, Items(shown[live.At], "notices/"));
            Assert.Equal(live.Boxes, Items(shown[live.At], "boxes/"));
        });

        async Task RecordAsync() => recorded.Add(await host.InScopeAsync<GongtuiDb, (long, List<string>, List<string>, List<string>)>(async db => (
            (await meeting.RunAsync()).Sequence,
            [.. (await db.Tasks.Where(row => row.Instance == meeting.Instance && row.State == "Open").Select(row => row.Task).ToListAsync()).Order(StringComparer.Ordinal)],
            [.. (await db.Notices.Where(row => row.Instance == meeting.Instance).Select(row => row.Notice).ToListAsync()).Order(StringComparer.Ordinal)],
            [.. (await db.Boxes.Where(row => row.Instance == meeting.Instance).Select(row => row.Box).ToListAsync()).Order(StringComparer.Ordinal)])));
    }

    [Fact]
    public async Task Marks_name_milestones_forms_rules_and_viewers_and_nothing_before_the_announcement()
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        await meeting.VoteAsync((30, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]));
        await meeting.CloseAsync();
        var held = (await meeting.AsAsync(Auditor, new ReadMarks(meeting.Instance))).Value!;
        await meeting.DoAsync(Gongtui.Activities.Tasks.TaskKinds.Announce, Staff, Gongtui.Activities.Tasks.Decisions.Announce, new Gongtui.Activities.Ratification.AnnounceForm());
        var open = (await meeting.AsAsync(Auditor, new ReadMarks(meeting.Instance))).Value!;

        Assert.DoesNotContain(held.Rules, rule => System.Net.WebUtility.HtmlDecode(rule.Text).Contains("2×30", StringComparison.Ordinal));
        Assert.Contains(open.Rules, rule => System.Net.WebUtility.HtmlDecode(rule.Text).Contains("2×30", StringComparison.Ordinal));
        Assert.Contains(open.Milestones, mark => mark.Text.StartsWith("计票", StringComparison.Ordinal));
        var plan = open.Forms.First(form => System.Net.WebUtility.HtmlDecode(form.Text).Contains("方案", StringComparison.Ordinal));
        var frames = (await meeting.AsAsync(Auditor, new ReadFrames(meeting.Instance, plan.At))).Value!;
        var filled = frames.Texts[(int)frames.Entries[(int)(plan.At - frames.From)][7]];
        Assert.DoesNotContain(open.Forms, form => form.Text.Contains("gw-", StringComparison.Ordinal));
        Assert.Contains("差额", System.Net.WebUtility.HtmlDecode(filled), StringComparison.Ordinal);
        Assert.Contains(open.Viewers, viewer => viewer.Id == Superior && viewer.Acting[^1].Principals.Contains("superior", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lens_has_the_roles_of_that_time_and_a_notice_its_own_words()
    {
        using var own = new MeetingHost();
        var meeting = await own.MeetAsync();
        var before = own.Services.GetRequiredService<ElectionClock>().GetUtcNow().ToUnixTimeMilliseconds();
        await own.GrantAsync("zj-20", Gongtui.Host.Identity.Roles.Superior);
        await own.InScopeAsync<GongtuiDb, int>(async db =>
        {
            (await db.People.SingleAsync(person => person.Id == "zj-21")).Active = false;
            return await db.SaveChangesAsync();
        });
        var marks = (await meeting.AsAsync(Auditor, new ReadMarks(meeting.Instance))).Value!;
        var (granted, closed) = (marks.Viewers.Single(viewer => viewer.Id == "zj-20").Acting, marks.Viewers.Single(viewer => viewer.Id == "zj-21").Acting);

        Assert.Equal(2, granted.Count);
        Assert.DoesNotContain("superior", granted[0].Principals, StringComparison.Ordinal);
        Assert.Contains("role:superior unit:zj:superior", granted[1].Principals, StringComparison.Ordinal);
        Assert.True(granted[0].Since < before && granted[1].Since >= before);
        Assert.Contains("unit:zj:", closed[0].Principals, StringComparison.Ordinal);
        Assert.Equal("", closed[1].Principals);
        Assert.Contains(marks.Notices, notice => notice.Body.StartsWith("<p>", StringComparison.Ordinal) && notice.At <= marks.Last);
        await Assert.ThrowsAnyAsync<Exception>(() => own.InScopeAsync<GongtuiDb, int>(db => db.Database.ExecuteSqlRawAsync("UPDATE acting SET principals = ''")));
    }

    [Fact]
    public async Task Entries_are_found_by_person_step_kind_day_and_rule()
    {
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();

        Assert.All(await FoundAsync(new(meeting.Instance, Kind: nameof(ContestsCounted))), entry => Assert.Equal("计票", entry.Words.What.Zh));
        Assert.All(await FoundAsync(new(meeting.Instance, Article: "F5")), entry => Assert.NotEmpty(entry.Rules));
        Assert.NotEmpty(await FoundAsync(new(meeting.Instance, Article: "J20")));
        Assert.NotEmpty(await FoundAsync(new(meeting.Instance, Person: "zj-03")));
        Assert.NotEmpty(await FoundAsync(new(meeting.Instance, Step: "plan")));
        Assert.True((await FoundAsync(new(meeting.Instance, Step: "plan"))).Count < (await FoundAsync(new(meeting.Instance))).Count);
        Assert.Empty(await FoundAsync(new(meeting.Instance, To: new DateOnly(2000, 1, 1))));
        Assert.Empty(await FoundAsync(new(meeting.Instance, Person: "nobody-at-all")));
        Assert.Equal(HttpStatusCode.OK, (await (await host.EnterAsync(Auditor)).GetAsync($"/audit/{meeting.Instance}/find?from=yesterday&after=x&kind=%22&step=nothing")).StatusCode);

        async Task<IReadOnlyList<FoundEntry>> FoundAsync(FindEntries request) => (await meeting.AsAsync(Auditor, request)).Value!.Entries;
    }

    [Fact]
    public async Task Who_acted_for_whom_is_found_and_said_on_the_page()
    {
        var meeting = await host.MeetAsync();
        var task = (await meeting.ElectionAsync()).Tasks.Values.First(task => task.Bookmark is not null && task.Kind == Gongtui.Activities.Tasks.TaskKinds.Attendance);
        var staff = (await host.Services.GetRequiredService<Gongtui.Host.Identity.PeopleDirectory>().FindAsync(Staff))!.Caller;
        // Somebody else's hand at the keyboard: the command is theirs, the completion is the officer's.
        var sent = await host.Services.GetRequiredService<Gongtui.Engine.Execution.Runtime>().SendAsync(new Gongtui.Engine.Execution.ResumeCommand(meeting.Instance, task.Bookmark!)
        {
            Now = DateTimeOffset.UtcNow.AddYears(80),
            By = Superior,
            Input = new Dictionary<string, object?>
            {
                ["actor"] = Gongtui.Activities.Elections.FormReader.Write(new Gongtui.Activities.Elections.Actor(staff.Id, staff.Name, [.. staff.Principals])),
                ["completion"] = Gongtui.Activities.Elections.FormReader.Write(new Gongtui.Activities.Tasks.TaskCompletion(
                    task.Id, Gongtui.Activities.Tasks.Decisions.Adjourn, null, Gongtui.Activities.Elections.FormReader.Write(new AttendanceForm([], [], Reason: "改期")))),
            },
        });

        var found = (await meeting.AsAsync(Auditor, new FindEntries(meeting.Instance, Person: Superior))).Value!.Entries.Where(entry => entry.For is not null).ToList();

        Assert.IsType<Gongtui.Engine.Execution.Outcome.Accepted>(sent);
        Assert.Contains(found, entry => entry.By == Superior && entry.For == Staff);
        Assert.Contains("代", await (await host.EnterAsync(Auditor)).ReadAsync($"/audit/{meeting.Instance}/find?person={Superior}"), StringComparison.Ordinal);
        Assert.DoesNotContain((await meeting.AsAsync(Auditor, new FindEntries(meeting.Instance, Person: "zj-03"))).Value!.Entries, entry => entry.For is not null && entry.By == entry.For);
    }

    [Fact]
    public async Task Two_elections_part_where_they_part_and_the_diagram_says_what_was_not_reached()
    {
        var (first, second) = (await host.MeetAsync(), await host.MeetAsync());
        await first.ToEndAsync();

        var compared = (await first.AsAsync(Auditor, new CompareElections(first.Instance, second.Instance))).Value!;
        var same = (await first.AsAsync(Auditor, new CompareElections(first.Instance, first.Instance))).Value!;

        Assert.Null(same.Parts);
        Assert.NotNull(compared.Parts);
        Assert.True(compared.Pairs.Take(compared.Parts.Value).All(pair => pair.Same));
        Assert.Contains(compared.Others, other => other.Instance == second.Instance);
        Assert.Contains(compared.Steps, step => step.Times == 0);
        Assert.Equal(Kinds.NotFound, (await first.AsAsync(Auditor, new CompareElections(first.Instance, "none"))).Refusal!.Kind);
    }

    [Fact]
    public async Task Everything_that_came_out_is_computed_again_and_a_changed_box_is_named()
    {
        using var own = new MeetingHost();
        var meeting = await own.MeetAsync();
        await meeting.ToEndAsync();

        var whole = (await meeting.AsAsync(Auditor, new VerifyJournal(meeting.Instance))).Value!;
        await TakeSheetAsync(own.Services.GetRequiredService<DataDirectory>().File("boxes.db"));
        var damaged = (await meeting.AsAsync(Auditor, new VerifyJournal(meeting.Instance))).Value!;
        var page = await (await own.EnterAsync(Auditor)).ReadAsync($"/audit/{meeting.Instance}/verify");

        Assert.True(whole.Holds, string.Join('\n', whole.Recomputed));
        Assert.All(whole.Recomputed, one => Assert.True(one.Count > 0, one.What.En));
        Assert.Null(damaged.Fault);
        Assert.False(damaged.Holds);
        Assert.Contains("回放到这一条", page, StringComparison.Ordinal);
    }

    private static async Task TakeSheetAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM sheet WHERE key = (SELECT min(key) FROM sheet)";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private static Dictionary<string, string> Named(Frames frames, IReadOnlyList<int> pairs) =>
        pairs.Chunk(2).ToDictionary(pair => frames.Texts[pair[0]], pair => frames.Texts[pair[1]], StringComparer.Ordinal);

    private static void Change(Frames frames, IReadOnlyList<long> entry, Dictionary<string, string> pieces)
    {
        for (var at = 8; at < entry.Count; at += 2)
        {
            if (entry[at + 1] == 0) pieces.Remove(frames.Texts[(int)entry[at]]);
            else pieces[frames.Texts[(int)entry[at]]] = frames.Texts[(int)entry[at + 1]];
        }
    }

    private static List<string> Items(Dictionary<string, string> pieces, string panel) =>
        [.. pieces.Keys.Where(key => key.StartsWith(panel, StringComparison.Ordinal)).Select(key => key[panel.Length..]).Order(StringComparer.Ordinal)];

    private async Task<IEnumerable<KeyValuePair<string, string>>> FreshAsync(MeetingScript meeting, InstanceState state)
    {
        var newest = await meeting.ElectionAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var names = new Names(newest, await scope.ServiceProvider.GetRequiredService<Gongtui.Host.Identity.PeopleDirectory>().AllAsync());
        var stage = new Stage(new StageWriter(scope.ServiceProvider.GetRequiredService<Gongtui.Host.Shell.Language>(), names, "zj"));
        stage.Move(null, state);
        return stage.Pieces.OrderBy(piece => piece.Key, StringComparer.Ordinal);
    }
}
