using System.Text;
using System.Text.Json;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Engine.Tests.Support;
using Xunit;

namespace Gongtui.Engine.Tests.Journal;

public sealed class JournalTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 2, 3, 456, TimeSpan.Zero);

    public static TheoryData<string> Kinds => [.. Samples().Select(e => e.GetType().Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_comes_back_as_it_was_written(string kind)
    {
        var entry = Samples().Single(e => e.GetType().Name == kind);
        using var writer = new EntryWriter();
        var bytes = writer.Write([entry]);
        var back = EntryReader.Read(bytes).Single();
        Assert.Equal(entry.GetType(), back.GetType());
        Assert.Equal(entry.Sequence, back.Sequence);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(writer.Write([back])));
    }

    [Fact]
    public void The_set_of_kinds_is_closed_and_documented()
    {
        var kinds = typeof(Entry).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Entry)) && !t.IsAbstract).Select(t => t.Name).Order();
        Assert.Equal(kinds, Samples().Select(e => e.GetType().Name).Order());
        var table = File.ReadAllText(Path.Combine(Repository(), "Workflows", "Engine", "Journal", "README.md"));
        using var writer = new EntryWriter();
        foreach (var entry in Samples())
            Assert.Contains($"| `{JsonElement.Parse(writer.Write([entry])).GetProperty("k").GetString()}` |", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"n\":1,\"k\":\"nonsense\"}")]
    [InlineData("{\"n\":1,\"k\":\"burned\",\"zz\":1}")]
    [InlineData("garbage")]
    public void A_line_that_is_no_entry_is_corruption(string line) =>
        Assert.Throws<JournalException>(() => EntryReader.ReadLine(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public async Task Any_changed_dropped_or_moved_entry_is_found()
    {
        var bench = new Bench();
        await bench.RunAsync(new Diagram().Add("ask", "Test.Ask").Write("b").Add("again", "Test.Ask").Connect("ask > b", "b > again"));
        await bench.ResumeAsync("ask");
        var good = await bench.Store.ReadAsync("i1", 0, long.MaxValue);
        Assert.Equal(2, good.Count);
        for (var at = 0; at < good[1].Lines.Length; at += 7)
        {
            var lines = good[1].Lines.ToArray();
            lines[at] ^= 1;
            Assert.Equal(good[1].First, (await VerifyAsync(bench, good[0], good[1] with { Lines = lines }))!.Sequence);
        }
        // A burst that fails is looked at twice, once ahead and once in its turn.
        var twice = HashChain.AfterBurst(good[1].Hash, good[1].Lines);
        Assert.NotNull(await VerifyAsync(bench, good[0], good[1] with { Hash = twice }));
        Assert.NotNull(await VerifyAsync(bench, good[1]));
        Assert.NotNull(await VerifyAsync(bench, good[0], good[1] with { Lines = good[1].Lines[(Array.IndexOf(good[1].Lines, (byte)'\n') + 1)..] }));
        Assert.Null(await VerifyAsync(bench, good[0], good[1]));
    }

    private static async Task<ChainFault?> VerifyAsync(Bench bench, params StoredBurst[] bursts)
    {
        var reader = new JournalReader(new Fixed(bursts), bench, []);
        return await reader.VerifyAsync("i1");
    }

    private static List<Entry> Samples()
    {
        var input = new Dictionary<string, object?> { ["名"] = "甲", ["n"] = 3L, ["x"] = 1.5, ["null"] = null, ["o"] = JsonElement.Parse("""{"a":[1,2]}""") };
        var samples = new List<Entry>
        {
            new Started("i1", "d", "v1", "hash", input, "corr", "parent", "b1", "t1") { At = At, By = "p1" },
            new Resumed("b1", input) { At = At, By = "p1" },
            new TimerFired("b1") { At = At },
            new Told("NoticeRead", JsonElement.Parse("""{"person":"甲"}""")) { At = At, By = "p1" },
            new CancelAsked("why") { At = At, By = "p1" },
            new RetryAsked(1) { At = At, By = "p1" },
            new SkipAsked(1, "Done", "why") { At = At, By = "p1" },
            new Migrated("v2", "hash2") { At = At, By = "p1" },
            new Executing(2, "step", 1),
            new Completed(2, ["Done", "其他"]),
            new Canceled(2),
            new Faulted(2, 1, "Type", "message \"quoted\""),
            new Waiting(2, "2-5", "Name", JsonElement.Parse("""{"resumeAt":"2026-03-02"}"""), "OnAsync", false, At),
            new Burned("2-5"),
            new VariableSet(0, "v", JsonElement.Parse("[1,null]")),
            new PropertySet(2, "k", true),
            new OutputSet(0, "out", "text"),
            new TokensMoved(1, [new TokenChange(TokenAction.Emit, "a", "Done", "b"), new TokenChange(TokenAction.Use, "", "", "a")]),
            new Logged(2, "Fact", "text", JsonElement.Parse("""{"a":1}""")),
            new Spawned(2, "i1.7", "child", input, "corr", "2-6"),
            new Ended(EndKind.Finished),
        };
        for (var i = 0; i < samples.Count; i++)
            samples[i].Sequence = i + 1;
        return samples;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Workflows.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    /// <summary>A store that answers with fixed bursts, as a tampered database would.</summary>
    private sealed class Fixed(StoredBurst[] bursts) : IJournalStore
    {
        public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default) => throw new NotSupportedException();
        public ValueTask<IReadOnlyList<StoredBurst>> ReadAsync(string instance, long after, long upTo, CancellationToken cancellationToken = default) => new([.. bursts.Where(burst => burst.Last > after && burst.First <= upTo)]);
        public ValueTask<StoredSnapshot?> SnapshotAsync(string instance, long atMost, CancellationToken cancellationToken = default) => new((StoredSnapshot?)null);
        public ValueTask<IReadOnlyList<DueTimer>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken = default) => new([]);
        public ValueTask<IReadOnlyList<OutboxItem>> OutboxAsync(int most, CancellationToken cancellationToken = default) => new([]);
        public ValueTask DoneAsync(OutboxItem item, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
