using System.Net;
using System.Text;
using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Audit;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Tests.Meeting;
using Gongtui.Host.Tests.Support;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Audit;

/// <summary>Looking back: everything that was, and nothing that can be changed.</summary>
public sealed class AuditTests(MeetingHost host) : IClassFixture<MeetingHost>
{
    [Fact]
    public async Task Any_entry_shows_the_election_as_replaying_up_to_it_gives_it()
    {
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();
        var entries = await host.InScopeAsync<JournalReader, IReadOnlyList<Entry>>(
            async reader => await reader.EntriesAsync(meeting.Instance, 0, long.MaxValue));

        var (replayed, command) = (Election.None, (CommandEntry?)null);
        foreach (var entry in entries)
        {
            command = entry as CommandEntry ?? command;
            if (EntryWords.Payload(entry) is { ValueKind: JsonValueKind.Object } payload)
                replayed = ElectionFold.Apply(replayed, entry is Logged logged ? logged.Event : ((Told)entry).Event, payload, command!.At, command.By);
            var seen = (await meeting.AsAsync(Auditor, new SeekAudit(meeting.Instance, entry.Sequence))).Value!;
            Assert.Equal(FormReader.Write(replayed).GetRawText(), FormReader.Write(seen.Election).GetRawText());
            Assert.Equal(entry.Sequence, seen.Entry.Sequence);
        }
    }

    [Fact]
    public async Task The_page_and_its_fragment_link_to_every_entry_and_show_the_diagram()
    {
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();
        var auditor = await host.EnterAsync(Auditor);

        var list = await auditor.ReadAsync("/audit");
        var page = await auditor.ReadAsync($"/audit/{meeting.Instance}?at=5");
        var fragment = await auditor.ReadAsync($"/audit/{meeting.Instance}/as-of?at=5");
        var beyond = await auditor.GetAsync($"/audit/{meeting.Instance}?at=999999");

        Assert.Contains($"/audit/{meeting.Instance}", list, StringComparison.Ordinal);
        Assert.Contains("第 5 条", page, StringComparison.Ordinal);
        Assert.Contains("<svg", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", fragment, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, beyond.StatusCode);
    }

    [Fact]
    public async Task The_chain_is_recomputed_and_the_file_is_what_it_covers()
    {
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();
        var auditor = await host.EnterAsync(Auditor);

        var page = await auditor.ReadAsync($"/audit/{meeting.Instance}/verify");
        var verified = (await meeting.AsAsync(Auditor, new VerifyJournal(meeting.Instance))).Value!;
        var file = await auditor.GetAsync($"/api/elections/{meeting.Instance}/journal");
        var lines = await file.Content.ReadAsByteArrayAsync();

        Assert.Null(verified.Fault);
        Assert.Contains(verified.Head!, page, StringComparison.Ordinal);
        Assert.Equal(verified.Head, Assert.Single(file.Headers.GetValues("X-Journal-Head")));
        Assert.Equal(verified.Head, Recomputed(lines));
        Assert.Equal(verified.Entries, Encoding.UTF8.GetString(lines).Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task What_was_counted_stays_out_of_sight_until_it_is_announced()
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        await meeting.VoteAsync((30, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]));
        await meeting.CloseAsync();
        var auditor = await host.EnterAsync(Auditor);

        var seen = (await meeting.AsAsync(Auditor, new SeekAudit(meeting.Instance, long.MaxValue))).Value!;
        var page = await auditor.ReadAsync($"/audit/{meeting.Instance}");
        var file = await auditor.GetAsync($"/api/elections/{meeting.Instance}/journal");
        var verify = await auditor.GetAsync($"/api/elections/{meeting.Instance}/journal/verify");
        await meeting.DoAsync(TaskKinds.Announce, Staff, Decisions.Announce, new AnnounceForm());
        var after = (await meeting.AsAsync(Auditor, new SeekAudit(meeting.Instance, null))).Value!;

        Assert.True(seen.Held);
        Assert.Empty(seen.Election.Voting.Posts);
        Assert.DoesNotContain("2×30", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, file.StatusCode);
        Assert.Equal(HttpStatusCode.OK, verify.StatusCode);
        Assert.False(after.Held);
        Assert.True(after.Election.Voting.Announced);
    }

    [Fact]
    public async Task An_auditor_can_change_nothing()
    {
        var meeting = await host.MeetAsync();
        var task = (await meeting.ElectionAsync()).Tasks.Values.First();
        var before = (await meeting.RunAsync()).Sequence;

        var completed = await meeting.AsAsync(Auditor, new CompleteTask(meeting.Instance, task.Id, Decisions.Open));
        var claimed = await meeting.AsAsync(Auditor, new ClaimTask(meeting.Instance, task.Id));
        var cast = await meeting.CastAsync(Auditor, await meeting.SheetAsync("zj-03"));
        var page = await (await host.EnterAsync(Auditor)).ReadAsync($"/audit/{meeting.Instance}");

        Assert.NotNull(completed.Refusal);
        Assert.NotNull(claimed.Refusal);
        Assert.NotNull(cast.Refusal);
        Assert.Equal(before, (await meeting.RunAsync()).Sequence);
        Assert.DoesNotContain("method=\"post\"", page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zj-10")]
    [InlineData("gw-01")]
    public async Task Others_may_not_look(string person)
    {
        var meeting = await host.MeetAsync();

        var seen = await meeting.AsAsync(person, new SeekAudit(meeting.Instance, null));
        var page = await (await host.EnterAsync(person)).GetAsync($"/audit/{meeting.Instance}");

        Assert.Equal(Kinds.Forbidden, seen.Refusal!.Kind);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    private static string Recomputed(byte[] file)
    {
        byte[] hash = [];
        foreach (var line in new Lines(file))
        {
            if (EntryReader.ReadLine(line) is Started started) hash = HashChain.Seed(started.Instance, started.DefinitionHash);
            hash = HashChain.Next(hash, line);
        }

        return Convert.ToHexStringLower(hash);
    }
}
