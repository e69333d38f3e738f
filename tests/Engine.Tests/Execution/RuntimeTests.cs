using System.Text.Json;
using Elsa.Workflows;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Engine.Tests.Support;
using Xunit;

namespace Gongtui.Engine.Tests.Execution;

public sealed class RuntimeTests
{
    private static Diagram AskThenWrite(int version = 1) => new Diagram { Version = version }.Add("ask", "Test.Ask").Write("yes").Write("no").Connect("ask:Yes > yes", "ask:No > no", "ask > yes");

    [Fact]
    public async Task A_person_goes_on_at_a_bookmark_and_the_next_step_has_run()
    {
        var bench = new Bench();
        await bench.RunAsync(AskThenWrite());
        Assert.IsType<Outcome.Accepted>(await bench.ResumeAsync("ask", input: Answer("No")));
        Assert.Equal(["no"], bench.Lines);
        Assert.Equal(WorkflowSubStatus.Finished, (await bench.StateAsync()).SubStatus);
    }

    [Fact]
    public async Task The_same_bookmark_twice_is_refused_and_leaves_no_trace()
    {
        var bench = new Bench();
        var bookmark = (await bench.RunAsync(new Diagram().Add("ask", "Test.Ask").Add("again", "Test.Ask").Connect("ask > again"))).Bookmarks.Single().Id;
        await bench.ResumeAsync("ask");
        var before = (await bench.StateAsync()).Sequence;
        var refused = Assert.IsType<Outcome.Refused>(await bench.Runtime.SendAsync(new ResumeCommand("i1", bookmark) { Now = bench.Now }));
        Assert.Equal(RefusalKind.NotFound, Assert.IsType<Refusal>(refused.Reason).Kind);
        Assert.Equal(before, (await bench.StateAsync()).Sequence);
    }

    [Fact]
    public async Task What_an_activity_refuses_leaves_the_journal_unchanged()
    {
        var bench = new Bench();
        var before = (await bench.RunAsync(AskThenWrite())).Save();
        var refused = Assert.IsType<Outcome.Refused>(await bench.ResumeAsync("ask", input: Answer("refuse")));
        Assert.Equal("not like this", refused.Reason);
        Assert.Equal(before, (await bench.StateAsync()).Save());
        Assert.IsType<Outcome.Accepted>(await bench.ResumeAsync("ask", input: Answer("Yes")));
    }

    [Fact]
    public async Task A_cancelled_run_takes_nothing_more()
    {
        var bench = new Bench();
        var bookmark = (await bench.RunAsync(AskThenWrite())).Bookmarks.Single().Id;
        await bench.Runtime.SendAsync(new CancelCommand("i1", "called off") { Now = bench.Now, By = "staff" });
        Assert.Equal(WorkflowSubStatus.Cancelled, (await bench.StateAsync()).SubStatus);
        foreach (var command in new Command[] { new ResumeCommand("i1", bookmark) { Now = bench.Now }, new CancelCommand("i1", null) { Now = bench.Now }, Tell("x", _ => null) })
            Assert.Equal(RefusalKind.InvalidState, Assert.IsType<Refusal>(Assert.IsType<Outcome.Refused>(await bench.Runtime.SendAsync(command)).Reason).Kind);
    }

    [Fact]
    public async Task An_unknown_instance_and_one_that_exists_are_told_apart()
    {
        var bench = new Bench();
        var graph = bench.Know(AskThenWrite().Compile());
        Assert.Equal(RefusalKind.NotFound, Reason(await bench.Runtime.SendAsync(new CancelCommand("nobody", null) { Now = bench.Now })));
        await bench.StartAsync(graph);
        Assert.Equal(RefusalKind.AlreadyExists, Reason(await bench.StartAsync(graph)));
    }

    [Fact]
    public async Task A_delay_goes_on_when_its_time_has_come_and_not_before()
    {
        var bench = new Bench();
        await bench.RunAsync(new Diagram().Add("sleep", "Delay", ("timeSpan", Diagram.Literal("5.00:00:00"))).Write("awake").Connect("sleep > awake"));
        bench.Now = bench.Now.AddDays(4);
        Assert.Equal(0, await bench.Runtime.FireTimersAsync(bench.Now));
        bench.Now = bench.Now.AddDays(1);
        Assert.Equal(1, await bench.Runtime.FireTimersAsync(bench.Now));
        Assert.Equal(["awake"], bench.Lines);
        Assert.Equal(0, await bench.Runtime.FireTimersAsync(bench.Now));
    }

    [Fact]
    public async Task A_failed_step_waits_for_a_person_who_retries_or_skips_it()
    {
        var bench = new Bench();
        var state = await bench.RunAsync(new Diagram().Variable("Broken", "Boolean", "true")
            .Add("fragile", "Test.Fragile", ("broken", Diagram.Script("getBroken()"))).Write("after").Connect("fragile > after"));
        Assert.Equal(WorkflowSubStatus.Faulted, state.SubStatus);
        Assert.Equal(1, state.Incidents.Single().Number);
        await bench.Runtime.SendAsync(new RetryCommand("i1", 1) { Now = bench.Now, By = "staff" });
        state = await bench.StateAsync();
        Assert.Equal([false, true], state.Incidents.Select(i => i.Open));
        await bench.Runtime.SendAsync(new SkipCommand("i1", 2, "Done", "known") { Now = bench.Now, By = "staff" });
        Assert.Equal(["after"], bench.Lines);
        Assert.Equal(WorkflowSubStatus.Finished, (await bench.StateAsync()).SubStatus);
        Assert.Equal(2, (await bench.StateAsync()).Incidents.Count);
    }

    [Fact]
    public async Task A_loop_that_never_waits_becomes_an_incident_and_nothing_else_stalls()
    {
        var bench = new Bench();
        var state = await bench.RunAsync(new Diagram().Write("a").Write("b").Connect("a > b", "b > a"));
        Assert.Equal(WorkflowSubStatus.Faulted, state.SubStatus);
        Assert.Contains("without waiting", state.Incidents.Single().Message, StringComparison.Ordinal);
        Assert.IsType<Outcome.Accepted>(await bench.StartAsync(bench.Know(AskThenWrite(7).Compile()), "other"));
    }

    [Fact]
    public async Task A_mailbox_takes_many_letters_until_it_is_closed()
    {
        var bench = new Bench();
        await bench.RunAsync(new Diagram().Add("box", "Test.Mailbox").Write("closed").Connect("box > closed"));
        await bench.ResumeAsync("box");
        bench.Restart();
        await bench.ResumeAsync("box");
        await bench.ResumeAsync("box", input: new Dictionary<string, object?> { ["close"] = true });
        Assert.Equal(["closed"], bench.Lines);
    }

    [Fact]
    public async Task A_fact_from_outside_is_let_in_by_the_state_or_refused()
    {
        var bench = new Bench();
        await bench.RunAsync(AskThenWrite());
        Assert.IsType<Outcome.Accepted>(await bench.Runtime.SendAsync(Tell("NoticeRead", s => s.Bookmarks.Count == 1 ? null : "no")));
        Assert.Equal("no", Assert.IsType<Outcome.Refused>(await bench.Runtime.SendAsync(Tell("NoticeRead", _ => "no"))).Reason);
    }

    [Fact]
    public async Task A_run_moves_to_a_newer_version_without_running_again_what_is_done()
    {
        var bench = new Bench();
        await bench.RunAsync(new Diagram().Write("first").Add("ask", "Test.Ask").Write("old").Connect("first > ask", "ask > old"));
        var next = bench.Know(new Diagram { Version = 2 }.Write("first").Add("ask", "Test.Ask").Write("new").Write("more").Connect("first > ask", "ask > new", "new > more").Compile());
        Assert.IsType<Outcome.Accepted>(await bench.Runtime.SendAsync(new MigrateCommand("i1", next) { Now = bench.Now, By = "staff" }));
        bench.Restart();
        await bench.ResumeAsync("ask");
        Assert.Equal(["first", "new", "more"], bench.Lines);
        Assert.Equal(1, (await bench.StateAsync()).Counts["first"].Started);
    }

    [Fact]
    public async Task A_run_does_not_move_where_its_living_step_is_missing()
    {
        var bench = new Bench();
        await bench.RunAsync(AskThenWrite());
        var next = bench.Know(new Diagram { Version = 2 }.Write("yes").Compile());
        var refused = Assert.IsType<Outcome.Refused>(await bench.Runtime.SendAsync(new MigrateCommand("i1", next) { Now = bench.Now }));
        Assert.Contains("ask", Assert.IsType<Refusal>(refused.Reason).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_people_on_one_instance_are_served_one_after_the_other()
    {
        var bench = new Bench();
        await bench.RunAsync(new Diagram().Add("box", "Test.Mailbox"));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => bench.ResumeAsync("box"))));
        var last = (await bench.Runtime.Reader.EntriesAsync("i1", 0, long.MaxValue)).OfType<Engine.Journal.Logged>().Last();
        Assert.Equal(40, last.Payload!.Value.GetProperty("count").GetInt32());
    }

    private static Dictionary<string, object?> Answer(string answer) => new() { ["answer"] = answer };

    private static TellCommand Tell(string name, Func<InstanceState, object?> admit) =>
        new("i1", name, JsonElement.Parse("""{"person":"p1"}"""), admit) { Now = DateTimeOffset.UnixEpoch, By = "p1" };

    private static RefusalKind Reason(Outcome outcome) => Assert.IsType<Refusal>(Assert.IsType<Outcome.Refused>(outcome).Reason).Kind;
}
