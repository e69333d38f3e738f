using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Xunit;

namespace Gongtui.Engine.Tests.Storage;

/// <summary>What every journal store has to keep, whatever it keeps it in.</summary>
public abstract class JournalStoreCompliance : IAsyncLifetime
{
    private IJournalStore store = null!;
    private JournalScene scene = null!;

    public async Task InitializeAsync()
    {
        store = await OpenAsync();
        scene = new JournalScene(store);
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A new store with nothing in it.</summary>
    protected abstract Task<IJournalStore> OpenAsync();

    /// <summary>Closes the store and opens what it left behind.</summary>
    protected abstract Task<IJournalStore> ReopenAsync(IJournalStore open);

    [SkippableFact]
    public async Task An_unknown_instance_has_no_journal()
    {
        Assert.Empty(await store.ReadAsync("nobody", 0, long.MaxValue));
        Assert.Null(await store.SnapshotAsync("nobody", long.MaxValue));
        Assert.Null(await scene.Runtime.Reader.LoadAsync("nobody"));
    }

    [SkippableFact]
    public async Task A_burst_comes_back_byte_for_byte()
    {
        await scene.StartAsync(scene.Loop, "选举/2026-03 “甲” 😀 e\u0301");
        var stored = scene.Last.Burst;

        var read = Assert.Single(await store.ReadAsync("选举/2026-03 “甲” 😀 e\u0301", 0, long.MaxValue));

        Assert.Equal((stored.Instance, stored.First, stored.Last), (read.Instance, read.First, read.Last));
        Assert.Equal(stored.Lines, read.Lines);
        Assert.Equal(stored.Hash, read.Hash);
    }

    [SkippableFact]
    public async Task Names_that_differ_in_case_accents_or_blanks_are_different_instances()
    {
        string[] names = ["a", "A", "a ", "á", "a\u0301", "'a'; --"];
        foreach (var name in names)
            await scene.StartAsync(scene.Loop, name);

        foreach (var name in names)
            Assert.Null(await scene.Runtime.Reader.VerifyAsync(name));
    }

    [SkippableFact]
    public async Task A_range_brings_the_bursts_that_hold_it_in_order()
    {
        await scene.StartAsync(scene.Loop, "i");
        for (var step = 0; step < 9; step++)
            await scene.ResumeAsync("i");
        var all = await store.ReadAsync("i", 0, long.MaxValue);
        Assert.Equal(10, all.Count);

        for (var after = 0L; after <= all[^1].Last; after++)
        {
            for (var upTo = after; upTo <= all[^1].Last; upTo++)
            {
                var expected = all.Where(b => b.Last > after && b.First <= upTo).Select(b => b.First);
                Assert.Equal(expected, (await store.ReadAsync("i", after, upTo)).Select(b => b.First));
            }
        }
    }

    [SkippableFact]
    public async Task The_same_burst_is_stored_once()
    {
        await scene.StartAsync(scene.Hour, "i");
        Assert.Equal(AppendResult.Conflict, await store.AppendAsync(scene.Last));
        await scene.CancelAsync("i");
        Assert.Equal(AppendResult.Conflict, await store.AppendAsync(scene.Last));

        Assert.Equal(2, (await store.ReadAsync("i", 0, long.MaxValue)).Count);
        Assert.Null(await scene.Runtime.Reader.VerifyAsync("i"));
        Assert.Empty(await store.DueAsync(DateTimeOffset.MaxValue, 10));
    }

    [SkippableFact]
    public async Task A_burst_that_leaves_a_gap_is_not_stored()
    {
        await scene.StartAsync(scene.Loop, "i");
        var burst = scene.Last.Burst;
        var late = scene.Last with { Burst = burst with { First = burst.Last + 2, Last = burst.Last + 3 } };

        Assert.Equal(AppendResult.Conflict, await store.AppendAsync(late));
        Assert.Equal(AppendResult.Conflict, await store.AppendAsync(late with { Burst = late.Burst with { Instance = "nobody" } }));
        Assert.Single(await store.ReadAsync("i", 0, long.MaxValue));
        Assert.Empty(await store.ReadAsync("nobody", 0, long.MaxValue));
    }

    [SkippableFact]
    public async Task Of_writers_that_saw_the_same_head_one_gets_in()
    {
        await scene.StartAsync(scene.Loop, "i");
        await scene.ResumeAsync("i");
        var again = scene.Last with { Burst = scene.Last.Burst with { Instance = "j", First = 1 } };

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await store.AppendAsync(again))));

        Assert.Single(results, AppendResult.Stored);
    }

    /// <summary>Two owners of one instance, as after a split cluster: every command is decided on what is stored, none is lost.</summary>
    [SkippableFact]
    public async Task Two_runtimes_on_one_instance_lose_nothing()
    {
        await scene.StartAsync(scene.Loop, "i");
        var other = new JournalScene(store);

        for (var turn = 0; turn < 25; turn++)
        {
            await scene.TellAsync("i", "Mine", new { turn });
            await other.TellAsync("i", "Yours", new { turn });
        }

        var told = (await scene.Runtime.Reader.EntriesAsync("i", 0, long.MaxValue)).OfType<Told>().Select(t => t.Event);
        Assert.Equal(Enumerable.Repeat<string[]>(["Mine", "Yours"], 25).SelectMany(pair => pair), told);
        Assert.Null(await scene.Runtime.Reader.VerifyAsync("i"));
    }

    [SkippableFact]
    public async Task Many_people_at_once_leave_whole_journals()
    {
        var instances = Enumerable.Range(0, 40).Select(number => $"i{number}").ToArray();
        await Task.WhenAll(instances.Select(instance => Task.Run(async () =>
        {
            await scene.StartAsync(scene.Loop, instance);
            for (var step = 0; step < 20; step++)
                await scene.ResumeAsync(instance);
        })));

        foreach (var instance in instances)
        {
            Assert.Equal(21, (await store.ReadAsync(instance, 0, long.MaxValue)).Count);
            Assert.Null(await scene.Runtime.Reader.VerifyAsync(instance));
        }
    }

    [SkippableFact]
    public async Task A_seek_finds_the_newest_snapshot_before_it()
    {
        await scene.StartAsync(scene.Loop, "i");
        while ((await store.SnapshotAsync("i", long.MaxValue))?.Sequence is not > 512)
            await scene.ResumeAsync("i");
        await scene.ResumeAsync("i");
        var (newest, first) = ((await store.SnapshotAsync("i", long.MaxValue))!, (await store.SnapshotAsync("i", 511))!);

        Assert.Equal(newest.Sequence, (await store.SnapshotAsync("i", newest.Sequence))!.Sequence);
        Assert.InRange(first.Sequence, 256, 300);
        Assert.Null(await store.SnapshotAsync("i", first.Sequence - 1));
        Assert.Equal((await store.ReadAsync("i", first.Sequence - 1, first.Sequence))[0].Hash, first.Hash);
        foreach (var sequence in new[] { first.Sequence - 1, first.Sequence, first.Sequence + 1, newest.Sequence + 1 })
            Assert.Equal(sequence, (await scene.Runtime.Reader.SeekAsync("i", sequence))!.Sequence);
    }

    [SkippableFact]
    public async Task Timers_come_when_due_and_go_with_their_bookmark()
    {
        foreach (var instance in new[] { "b", "a", "c" })
            await scene.StartAsync(scene.Hour, instance);
        var due = JournalScene.Now.AddHours(1);

        Assert.Empty(await store.DueAsync(due.AddTicks(-1), 10));
        Assert.Equal(["a", "b", "c"], (await store.DueAsync(due, 10)).Select(timer => timer.Instance));
        Assert.Equal(2, (await store.DueAsync(due, 2)).Count);
        Assert.All(await store.DueAsync(due, 10), timer => Assert.Equal(due, timer.Due));

        await scene.CancelAsync("b");
        Assert.Equal(2, await scene.Runtime.FireTimersAsync(due));
        Assert.Empty(await store.DueAsync(DateTimeOffset.MaxValue, 10));
        Assert.Equal(EndKind.Finished, (await scene.Runtime.Reader.LoadAsync("a"))!.State.End);
    }

    [SkippableFact]
    public async Task What_is_owed_to_other_runs_stays_until_it_is_done()
    {
        var forgetful = new JournalScene(store) { Follows = false };
        await forgetful.StartAsync(forgetful.Parent, "p");
        var owed = await store.OutboxAsync(10);
        Assert.Equal("p", owed[0].Instance);
        var child = (await store.OutboxAsync(10))[^1].Instance;

        await scene.CancelAsync(child);
        await scene.Runtime.RecoverAsync(JournalScene.Now);

        Assert.Empty(await store.OutboxAsync(10));
        Assert.Equal(EndKind.Finished, (await scene.Runtime.Reader.LoadAsync("p"))!.State.End);
    }

    [SkippableFact]
    public async Task Outbox_items_are_ticked_off_one_by_one()
    {
        var forgetful = new JournalScene(store) { Follows = false };
        foreach (var instance in new[] { "p", "q" })
            await forgetful.StartAsync(forgetful.Parent, instance);
        var owed = await store.OutboxAsync(10);

        foreach (var item in owed)
        {
            Assert.Equal(item, (await store.OutboxAsync(1))[0]);
            await store.DoneAsync(item);
            await store.DoneAsync(new OutboxItem("nobody", 1));
        }
        Assert.Empty(await store.OutboxAsync(10));
    }

    [SkippableTheory]
    [InlineData("“引号” \"quoted\" \\ / \u0001 \u2028 \n \t")]
    [InlineData("ΑΩ ру́сский עברית हिन्दी 𠮷野家 👩‍👩‍👧‍👦")]
    [InlineData("")]
    public async Task Any_text_comes_back(string text)
    {
        await scene.StartAsync(scene.Loop, "i");
        await scene.TellAsync("i", "Said", new { text });

        var told = (await scene.Runtime.Reader.EntriesAsync("i", 0, long.MaxValue)).OfType<Told>().Single();

        Assert.Equal(text, told.Payload.GetProperty("text").GetString());
        Assert.Null(await scene.Runtime.Reader.VerifyAsync("i"));
    }

    [SkippableFact]
    public async Task A_burst_of_megabytes_comes_back()
    {
        var text = string.Concat(Enumerable.Range(0, 400_000).Select(number => $"{number}票"));
        await scene.StartAsync(scene.Loop, "i");
        await scene.TellAsync("i", "Said", new { text });
        await scene.TellAsync("i", "Said", new { text = "short" });

        var told = (await scene.Runtime.Reader.EntriesAsync("i", 0, long.MaxValue)).OfType<Told>().ToArray();

        Assert.Equal([text, "short"], told.Select(t => t.Payload.GetProperty("text").GetString()));
        Assert.Null(await scene.Runtime.Reader.VerifyAsync("i"));
    }

    [SkippableFact]
    public async Task A_replay_gives_what_the_store_was_given()
    {
        await scene.StartAsync(scene.Loop, "i");
        for (var step = 0; step < 3; step++)
            await scene.ResumeAsync("i");
        var last = scene.Last;

        var replayed = new List<(long First, int Entries, long After)>();
        await foreach (var append in scene.Runtime.Reader.ReplayAsync("i"))
            replayed.Add((append.Burst.First, append.Entries.Count, append.After.Sequence));

        Assert.Equal(4, replayed.Count);
        Assert.Equal((last.Burst.First, last.Entries.Count, last.After.Sequence), replayed[^1]);
    }

    [SkippableFact]
    public async Task Everything_is_there_after_closing_and_opening()
    {
        await scene.StartAsync(scene.Hour, "h");
        await scene.StartAsync(scene.Loop, "i");
        for (var step = 0; step < 100; step++)
            await scene.ResumeAsync("i");
        var before = (await scene.Runtime.Reader.LoadAsync("i"))!;

        store = await ReopenAsync(store);
        scene = new JournalScene(store);

        var after = (await scene.Runtime.Reader.LoadAsync("i"))!;
        Assert.Equal(before.Hash, after.Hash);
        Assert.Equal(before.State.Save(), after.State.Save());
        Assert.Equal(JournalScene.Now.AddHours(1), Assert.Single(await store.DueAsync(DateTimeOffset.MaxValue, 10)).Due);
        await scene.ResumeAsync("i");
        Assert.Null(await scene.Runtime.Reader.VerifyAsync("i"));
    }
}
