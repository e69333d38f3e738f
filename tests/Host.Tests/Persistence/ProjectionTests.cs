using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Tests.Storage;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Setup;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>The tables that screens read follow from the facts, row by row, and again from the journals alone.</summary>
public sealed class ProjectionTests : IAsyncLifetime
{
    private const string Tables = "election task inbox notice notice_read box";
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");
    private readonly TemporaryDatabase _database = new();
    private JournalDatabase _store = null!;
    private JournalScene _scene = null!;

    public async Task InitializeAsync()
    {
        _store = new JournalDatabase(
            new SqliteSessions(_database.File), [new ElectionProjection(), new TaskProjection(), new NoticeProjection(), new BoxProjection()], new Alarm(), _ => { });
        _scene = new JournalScene(_store);
        await _scene.StartAsync(_scene.Loop, "e");
        await TellAsync(new RollTaken(new UnitRef("zjj", "住建局党支部"), "住建局换届选举", [new Person("p1", "张三", PersonKind.Full)]));
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public void An_election_has_a_row_that_says_where_it_stands() =>
        Assert.Equal(["住建局换届选举|zjj|loop-1|Running|Elsa.Event|∅|0"],
            _database.Sql("SELECT title_zh, unit, procedure, status, step, ended_at, incidents FROM election"));

    [Fact]
    public async Task A_run_that_is_no_election_has_the_name_of_its_procedure()
    {
        await _scene.StartAsync(_scene.Hour, "h");

        Assert.Equal(["hour||Elsa.Delay"], _database.Sql("SELECT title_zh, unit, step FROM election WHERE instance = 'h'"));
    }

    [Fact]
    public async Task The_row_of_an_election_goes_with_its_journal()
    {
        await _scene.ResumeAsync("e");
        Assert.Equal([$"{_scene.Last.Burst.Last}"], _database.Sql("SELECT head FROM election"));

        await _scene.CancelAsync("e");
        Assert.Equal([$"Cancelled|∅|{JournalScene.Now.ToUnixTimeMilliseconds()}"], _database.Sql("SELECT status, step, ended_at FROM election"));
    }

    [Fact]
    public async Task An_open_task_is_listed_once_for_each_who_may_act()
    {
        var due = JournalScene.Now.AddDays(3);
        await OpenAsync("plan-1", ["unit:zjj:staff", "person:p1", "unit:zjj:staff"], due);
        await OpenAsync("plan-2", ["unit:zjj:staff"], null);

        Assert.Equal(["plan-1|制订方案|Draft|zjj|7-1|Open|[\"person:p9\"]|e/1", "plan-2|制订方案|Draft|zjj|7-1|Open|[\"person:p9\"]|e/1"],
            _database.Sql("SELECT task, title_zh, title_en, unit, bookmark, state, excluded, json_extract(data, '$.box') FROM task ORDER BY task"));
        Assert.Equal(
            [$"person:p1|{due.ToUnixTimeMilliseconds()}|plan-1", $"unit:zjj:staff|{due.ToUnixTimeMilliseconds()}|plan-1", $"unit:zjj:staff|{InboxRow.NoDue}|plan-2"],
            _database.Sql("SELECT principal, i.due, t.task FROM inbox i JOIN task t ON t.id = i.task ORDER BY principal, i.due"));
    }

    [Fact]
    public async Task A_done_task_leaves_the_lists_and_keeps_who_did_it()
    {
        await OpenAsync("plan-1", ["unit:zjj:staff", "person:p1"], JournalScene.Now);
        await OpenAsync("plan-2", ["unit:zjj:staff"], null);
        await TellAsync(new TaskClaimed("plan-2", "p1"));
        await TellAsync(new TaskCompleted("plan-1", "plan", "p1", "张三", "submit", "同意"));

        Assert.Equal(["plan-1|Completed|p1|submit|同意|∅", "plan-2|Open|∅|∅|∅|p1"],
            _database.Sql("SELECT task, state, closed_by, decision, comment, claimed_by FROM task ORDER BY task"));
        Assert.Equal(["1"], _database.Sql("SELECT count(*) FROM inbox"));

        await TellAsync(new TaskReleased("plan-2", "p1"));
        await TellAsync(new TaskWithdrawn("plan-2", new Text("不再需要", "Not needed")));
        Assert.Equal(["Withdrawn|不再需要|∅"], _database.Sql("SELECT state, comment, claimed_by FROM task WHERE task = 'plan-2'"));
        Assert.Empty(_database.Sql("SELECT * FROM inbox"));
    }

    [Fact]
    public async Task The_end_of_a_run_withdraws_what_is_open()
    {
        await OpenAsync("plan-1", ["unit:zjj:staff"], null);
        await TellAsync(new BoxOpened("e/1", BoxPurpose.Assessment, "member", ["p1", "p2"], Nothing, "3"));
        await _scene.CancelAsync("e");

        Assert.Equal(["Withdrawn"], _database.Sql("SELECT state FROM task"));
        Assert.Equal(["Closed|∅"], _database.Sql("SELECT state, submitted FROM box"));
        Assert.Empty(_database.Sql("SELECT * FROM inbox"));
    }

    [Fact]
    public async Task Notices_hang_on_the_board_with_their_readers()
    {
        await TellAsync(new NoticePublished("notice-1", "plan", "公告", "内容", ["member", "masses"], new DateOnly(2026, 3, 2)));
        await TellAsync(new NoticeRead("notice-1", "p1"));

        Assert.Equal(["notice-1|plan|zjj|公告|公告|内容|[\"unit:zjj:member\",\"unit:zjj:masses\"]"],
            _database.Sql("SELECT notice, kind, unit, title_zh, title_en, body_zh, audience FROM notice"));
        Assert.Equal([$"p1|{JournalScene.Now.ToUnixTimeMilliseconds()}"],
            _database.Sql("SELECT person, read_at FROM notice_read r JOIN notice n ON n.id = r.notice"));
    }

    [Fact]
    public async Task A_box_shows_its_count_when_it_is_sealed()
    {
        await TellAsync(new BoxOpened("e/1", BoxPurpose.Recommendation, "mass", ["p1", "p2"], Nothing, "3"));
        Assert.Equal(["Recommendation|mass|Open|2|∅|∅"], _database.Sql("SELECT purpose, group_name, state, eligible, submitted, root FROM box"));

        await TellAsync(new BoxClosed("e/1", 1, "ab12"));
        Assert.Equal(["Closed|2|1|ab12"], _database.Sql("SELECT state, eligible, submitted, root FROM box"));
    }

    /// <summary>A fact that cannot be shown is a bug of its activity; the journal does not take it.</summary>
    [Fact]
    public async Task A_burst_whose_rows_cannot_be_written_is_not_stored()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => _scene.TellAsync("e", nameof(TaskOpened), new { task = "x" }));
        await OpenAsync("plan-1", [], null);

        Assert.Null(await _scene.Runtime.Reader.VerifyAsync("e"));
        Assert.Equal(["plan-1"], _database.Sql("SELECT task FROM task"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_rebuild_gives_equal_rows(int seed)
    {
        await LiveAsync(new Random(seed));
        var before = Dump();

        _database.Sql("DELETE FROM inbox");
        _database.Sql("UPDATE task SET state = 'Lost'; UPDATE election SET head = 0");
        Assert.Equal(5, await _store.RebuildAsync(_scene.Runtime.Reader));

        Assert.Equal(before, Dump());
    }

    /// <summary>Several elections at once, doing anything in any order.</summary>
    private async Task LiveAsync(Random random)
    {
        foreach (var instance in new[] { "f", "g", "h", "i" })
            await _scene.StartAsync(instance == "h" ? _scene.Hour : _scene.Loop, instance);
        var open = new List<(string Instance, string Task)>();
        for (var turn = 0; turn < 300; turn++)
        {
            var instance = "efghi"[random.Next(5)].ToString();
            switch (random.Next(8))
            {
                case 0 or 1 or 2:
                    await OpenAsync($"plan-{turn}", [.. random.GetItems(new[] { "unit:zjj:staff", "person:p1", "role:superior" }, random.Next(3))], random.Next(2) == 0 ? null : JournalScene.Now.AddMinutes(turn), instance);
                    open.Add((instance, $"plan-{turn}"));
                    break;
                case 3 or 4 when open.Count > 0:
                    var done = open[random.Next(open.Count)];
                    open.Remove(done);
                    await TellAsync(new TaskCompleted(done.Task, "plan", "p1", "张三", "submit"), done.Instance);
                    break;
                case 5:
                    await TellAsync(new NoticePublished($"notice-{turn}", "plan", "公告", "内容", ["member"], new DateOnly(2026, 3, 2)), instance);
                    await TellAsync(new NoticeRead($"notice-{turn}", "p1"), instance);
                    break;
                case 6:
                    await TellAsync(new BoxOpened($"{instance}/{turn}", BoxPurpose.Ballot, "1", ["p1"], Nothing, "3"), instance);
                    break;
                case 7 when instance != "h":
                    await _scene.ResumeAsync(instance);
                    break;
            }
        }

        await _scene.CancelAsync("f");
        await _scene.Runtime.FireTimersAsync(JournalScene.Now.AddHours(1));
    }

    private List<string> Dump() => [.. Tables.Split(' ').SelectMany(table => _database.Sql($"SELECT '{table}', * FROM {table} ORDER BY 2, 3, 4"))];

    private Task OpenAsync(string task, IReadOnlyList<string> assignees, DateTimeOffset? due, string instance = "e") =>
        TellAsync(new TaskOpened(task, "plan", new Text("制订方案", "Draft"), assignees, ["person:p9"], "3", "7-1", due, FormReader.Write(new TaskData(Box: "e/1"))), instance);

    private async Task TellAsync<T>(T fact, string instance = "e") =>
        Assert.IsType<Outcome.Accepted>(await _scene.TellAsync(instance, typeof(T).Name, FormReader.Write(fact)));
}
