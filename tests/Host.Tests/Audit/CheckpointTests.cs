using System.Net;
using System.Text.Json.Nodes;
using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Meeting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Audit;

/// <summary>Signed roots over all journals: whoever keeps one outside finds out what was changed or cut off since.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly MeetingHost host = new();

    private CheckpointBook Book => host.Services.GetRequiredService<CheckpointBook>();

    public void Dispose() => host.Dispose();

    /// <summary>A new one as an auditor takes it home: with its heads.</summary>
    private async Task<SignedCheckpoint> KeptAsync()
    {
        var made = await Book.MakeAsync(CheckpointOccasions.Minute, default);
        return made with { Heads = await host.Services.GetRequiredService<ICheckpointStore>().HeadsAsync(made.Read()!.Number, default) };
    }

    [Fact]
    public async Task One_that_was_kept_outside_still_holds_after_the_journals_have_grown()
    {
        var meeting = await host.MeetAsync();
        var kept = (await KeptAsync()).ToText();
        var other = await host.MeetAsync();
        await meeting.OpenAsync();
        await Book.MakeAsync(CheckpointOccasions.Minute, default);

        var found = (await meeting.AsAsync(Auditor, new CheckCheckpoint(kept))).Value!;

        Assert.True(found.Hold, string.Join('\n', found.All.Select(finding => $"{finding.What} {finding.Fault}")));
        Assert.Contains(found.All, finding => finding.What.Zh.StartsWith(meeting.Instance, StringComparison.Ordinal));
        Assert.DoesNotContain(other.Instance, kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM journal WHERE id = (SELECT max(id) FROM journal); UPDATE instance SET last = (SELECT max(last) FROM journal WHERE instance = number)")]
    [InlineData("UPDATE journal SET lines = (SELECT lines FROM journal WHERE id = 2) WHERE id = 1")]
    [InlineData("DELETE FROM journal; DELETE FROM instance")]
    [InlineData("DROP TRIGGER checkpoint_no_delete; DELETE FROM checkpoint")]
    [InlineData("DROP TRIGGER checkpoint_head_no_update; UPDATE checkpoint_head SET entries = entries - 1")]
    [InlineData("DROP TRIGGER checkpoint_no_update; UPDATE checkpoint SET note = replace(note, 'minute', 'sealed')")]
    public async Task Whatever_is_taken_away_behind_it_is_named(string sql)
    {
        var meeting = await host.MeetAsync();
        var kept = (await KeptAsync()).ToText();
        await SqlAsync(sql);

        var found = (await meeting.AsAsync("zj-11", new CheckCheckpoint(kept))).Value!;

        Assert.False(found.Hold);
        Assert.NotNull(found.All[^1].Fault);
    }

    [Theory]
    [InlineData("UPDATE checkpoint SET note = ''")]
    [InlineData("DELETE FROM checkpoint")]
    [InlineData("DELETE FROM checkpoint_head")]
    [InlineData("UPDATE checkpoint_head SET entries = 1")]
    [InlineData("DELETE FROM access")]
    [InlineData("UPDATE access SET person = ''")]
    public async Task The_tables_are_only_added_to(string sql)
    {
        var meeting = await host.MeetAsync();
        await meeting.AsAsync(Auditor, new Gongtui.Host.Audit.VerifyJournal(meeting.Instance));
        await Book.MakeAsync(CheckpointOccasions.Minute, default);

        await Assert.ThrowsAnyAsync<Exception>(() => SqlAsync(sql));
    }

    [Fact]
    public async Task A_changed_file_does_not_carry_the_signature_and_anything_else_is_refused()
    {
        var meeting = await host.MeetAsync();
        var kept = (await KeptAsync()).ToText();

        var changed = (await meeting.AsAsync(Auditor, new CheckCheckpoint(kept.Replace("\nminute\n", "\nsealed\n", StringComparison.Ordinal)))).Value!;
        var refused = await meeting.AsAsync(Auditor, new CheckCheckpoint("gongtui-checkpoint-1\nx"));

        Assert.NotNull(changed.All[0].Fault);
        Assert.NotNull(refused.Refusal?.NextStep);
    }

    [Fact]
    public async Task Nothing_new_makes_no_new_one_and_each_head_leads_to_the_root()
    {
        await host.MeetAsync();
        await host.MeetAsync();
        var first = await KeptAsync();
        var second = await KeptAsync();

        Assert.Equal(first.Note, second.Note);
        Assert.Equal(first.Heads!.Select(CheckpointTree.Line), second.Heads!.Select(CheckpointTree.Line));
        for (var at = 0; at < first.Heads!.Count; at++)
        {
            Assert.True(MerkleTree.Verify(
                MerkleTree.Leaf(System.Text.Encoding.UTF8.GetBytes(CheckpointTree.Line(first.Heads[at]))), at, first.Heads.Count,
                [.. CheckpointTree.Proof(first.Heads, at).Select(Convert.FromHexString)], Convert.FromHexString(first.Read()!.Root)));
        }
    }

    [Fact]
    public async Task A_milestone_rings_at_once_and_every_page_carries_the_newest()
    {
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();
        var member = await host.EnterAsync("zj-11");
        for (var turn = 0; turn < 100 && !await ReachedAsync(); turn++) await Task.Delay(50);

        var list = (await meeting.AsAsync("zj-11", new ListCheckpoints())).Value!;
        var hall = await member.ReadAsync($"/elections/{meeting.Instance}/hall");
        var file = await member.ReadAsync($"/checkpoints/{list.Newest[0].Number}");

        Assert.Contains(list.Newest, one => one.Occasion is CheckpointOccasions.Ratified or CheckpointOccasions.Announced or CheckpointOccasions.Sealed);
        Assert.Contains((await Book.NewestAsync(default))!.Read()!.Root, hall, StringComparison.Ordinal);
        Assert.DoesNotContain(meeting.Instance, file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync("/checkpoints/999999")).StatusCode);

        async Task<bool> ReachedAsync() => (await Book.NewestAsync(default)) is not null;
    }

    [Fact]
    public async Task A_dossier_that_was_cut_short_is_found_by_its_checkpoint_and_so_is_a_strangers_checkpoint()
    {
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();
        var zip = await (await (await host.EnterAsync(Auditor)).GetAsync($"/api/elections/{meeting.Instance}/dossier")).Content.ReadAsByteArrayAsync();
        var forgery = new Forgery(zip);
        var checkpoint = JsonNode.Parse(forgery[DossierManifest.CheckpointName])!;
        checkpoint["leaf"] = checkpoint["leaf"]!.GetValue<string>().Replace(meeting.Instance, "other", StringComparison.Ordinal);
        forgery[DossierManifest.CheckpointName] = System.Text.Encoding.UTF8.GetBytes(checkpoint.ToJsonString());

        Assert.Empty(new Forgery(zip).Faults());
        Assert.Contains(forgery.Faults(), fault => fault.StartsWith("校验点", StringComparison.Ordinal));
        Assert.Contains(new Forgery(zip).SignedAnew().Faults(), fault => fault.Contains("同一密钥", StringComparison.Ordinal));
    }

    private async Task SqlAsync(string sql) =>
        await host.InScopeAsync<GongtuiDb, int>(async db => await db.Database.ExecuteSqlRawAsync(sql));
}
