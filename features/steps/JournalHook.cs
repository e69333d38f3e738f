using Gongtui.Engine.State;
using Gongtui.Features.Support;
using Gongtui.Host.Elections;
using Gongtui.Host.Inbox;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>Whatever a scenario was about, at its end the journal explains everything: its chain holds, folding it again from
/// nothing gives the state that the Host works with, and the task list that people see is the one of that state.</summary>
[Binding]
public sealed class JournalHook(HostInProcess host, Election election)
{
    [AfterTestRun]
    public static Task TidyUp() => Shelf.ClearAsync();

    [AfterScenario]
    public async Task TheJournalExplainsTheElection()
    {
        election.NothingRefusedInSilence();
        if (!election.HasStarted) return;
        var reader = host.Services.GetRequiredService<JournalReader>();
        Assert.Null(await reader.VerifyAsync(election.Id));

        var live = await election.RunAsync();
        byte[] folded = [];
        await foreach (var append in reader.ReplayAsync(election.Id)) folded = append.After.Save();
        Assert.Equal(live.Save(), folded);

        await using var db = await host.Services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync();
        var shown = await db.Tasks.Where(task => task.Instance == election.Id && task.State == TaskCase.Open).Select(task => task.Task).ToListAsync();
        Assert.Equal(live.End is null ? live.Election().Tasks.Keys.Order(StringComparer.Ordinal) : [], shown.Order(StringComparer.Ordinal));
    }
}
